"""Reports in traditional characters: read by their labels, their words left as they are."""

from pathlib import Path

import pytest

from reportdesk.readers import read_report
from reportdesk.readers.tables.traditional import simplified
from reportdesk.report.totals import figures, printed
from tests.readers.paper import Paper, paper
from tests.readers.printing import to_bare_text, to_cells_text, to_web, to_word

LABELS = {
    "信息内容": "資訊內容",
    "本年制发件数": "本年製發件數",
    "本年废止件数": "本年廢止件數",
    "现行有效件数": "現行有效件數",
    "规章": "規章",
    "行政规范性文件": "行政規範性檔案",
    "第二十条第（一）项": "第二十條第（一）項",
    "第二十条第（五）项": "第二十條第（五）項",
    "第二十条第（六）项": "第二十條第（六）項",
    "第二十条第（八）项": "第二十條第（八）項",
    "本年处理决定数量": "本年處理決定數量",
    "行政许可": "行政許可",
    "行政处罚": "行政處罰",
    "行政强制": "行政強制",
    "本年收费金额（单位：万元）": "本年收費金額（單位：萬元）",
    "行政事业性收费": "行政事業性收費",
    "申请人情况": "申請人情況",
    "自然人": "自然人",
    "法人或其他组织": "法人或其他組織",
    "商业企业": "商業企業",
    "科研机构": "科研機構",
    "社会公益组织": "社會公益組織",
    "法律服务机构": "法律服務機構",
    "其他": "其他",
    "总计": "總計",
    "一、本年新收政府信息公开申请数量": "一、本年新收政府資訊公開申請數量",
    "二、上年结转政府信息公开申请数量": "二、上年結轉政府資訊公開申請數量",
    "三、本年度办理结果": "三、本年度辦理結果",
    "（一）予以公开": "（一）予以公開",
    "（三）不予公开": "（三）不予公開",
    "1.属于国家秘密": "1.屬於國家秘密",
    "2.其他法律行政法规禁止公开": "2.其他法律行政法規禁止公開",
    "3.危及“三安全一稳定”": "3.危及“三安全一穩定”",
    "4.保护第三方合法权益": "4.保護第三方合法權益",
    "5.属于三类内部事务信息": "5.屬於三類內部事務資訊",
    "6.属于四类过程性信息": "6.屬於四類過程性資訊",
    "7.属于行政执法案卷": "7.屬於行政執法案卷",
    "8.属于行政查询事项": "8.屬於行政查詢事項",
    "（四）无法提供": "（四）無法提供",
    "1.本机关不掌握相关政府信息": "1.本機關不掌握相關政府資訊",
    "2.没有现成信息需要另行制作": "2.沒有現成資訊需要另行製作",
    "3.补正后申请内容仍不明确": "3.補正後申請內容仍不明確",
    "（五）不予处理": "（五）不予處理",
    "1.信访举报投诉类申请": "1.信訪舉報投訴類申請",
    "2.重复申请": "2.重複申請",
    "4.无正当理由大量反复申请": "4.無正當理由大量反覆申請",
    "5.要求行政机关确认或重新出具已获取信息": "5.要求行政機關確認或重新出具已獲取資訊",
    "（六）其他处理": "（六）其他處理",
    "（七）总计": "（七）總計",
    "四、结转下年度继续办理": "四、結轉下年度繼續辦理",
    "行政复议": "行政複議",
    "行政诉讼": "行政訴訟",
    "未经复议直接起诉": "未經複議直接起訴",
    "复议后起诉": "複議後起訴",
    "结果维持": "結果維持",
    "结果纠正": "結果糾正",
    "其他结果": "其他結果",
    "尚未审结": "尚未審結",
}
HEADINGS = {
    "一、总体情况": "一、總體情況",
    "二、主动公开政府信息情况": "二、主動公開政府資訊情況",
    "三、收到和处理政府信息公开申请情况": "三、收到和處理政府資訊公開申請情況",
    "四、政府信息公开行政复议、行政诉讼情况": "四、政府資訊公開行政複議、行政訴訟情況",
    "五、存在的主要问题及改进情况": "五、存在的主要問題及改進情況",
    "六、其他需要报告的事项": "六、其他需要報告的事項",
}
TITLE = "雲溪縣檔案局2023年政府資訊公開工作年度報告"


def traditional() -> Paper:
    """A paper whose labels, headings and title are in traditional characters."""
    made = paper()
    for grid in made.grids():
        grid.relabel(lambda label: LABELS.get(label, label))
    for heading, other in HEADINGS.items():
        made.replace_text(heading, other)
    made.blocks = [("title", TITLE), *made.blocks[2:-2]]
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("年报.docx", to_word(traditional())),
        ("年报.html", to_web(traditional(), says="")),
        ("年报.txt", to_cells_text(traditional())),
        ("年报.txt", to_bare_text(traditional(), separator="\t")),
    ],
    ids=["word", "web", "cells", "rows"],
)
def test_a_report_in_traditional_characters_is_read_by_its_labels(
    name: str, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    made, report = traditional(), read_report(path)
    assert printed(report, figures(report)) == made.expected
    assert (report.organ, report.year) == ("雲溪縣檔案局", 2023)
    assert report.paragraphs("overview") == made.texts["overview"]
    assert not [note for note in report.notes if note.code in {"read.label", "section.missing"}]


def test_places_stay_where_they_are() -> None:
    text = "".join([*LABELS.values(), *HEADINGS.values(), TITLE])
    assert len(simplified(text)) == len(text)
    assert [simplified(other) for other in LABELS.values()] == list(LABELS)


def test_words_in_simplified_characters_are_not_touched() -> None:
    text = "云溪县档案局全覆盖，资讯档案专案"
    assert simplified(text) == text
