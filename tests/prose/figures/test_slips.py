"""Missing numbers, sums in words, notices cited, words of the blank form, private numbers."""

import pytest

from tests.prose.judged import beside_last, codes, findings, found


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息 条，其中动态 条。",
        "年主动公开信息30条。",
        "全年公开信息XX条。",
        "公开信息××条。",
        "公开信息____条。",
        "培训情况待补充。",
        "共计条，均已公开。",
        "202X年，本局扎实推进公开。",
        "公开信息X条。",
    ],
)
def test_a_number_is_missing(text: str):
    assert "text.missing_number" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "年度考核、年内培训和年底自查均已完成。",
        "公开信息30条、文件 4 件。",
        "案件、文件、条例和条目均已归档。",
        "尺寸为XXL的标识牌已更换。",
        "规划……稳步推进。",
    ],
)
def test_no_number_is_missing(text: str):
    assert "text.missing_number" not in codes(text)


def test_parts_that_name_what_is_left_are_meant_to_be_all():
    (finding,) = found("全年公开信息200条，其中动态90条、公告40条、其他30条。")
    assert (finding.code, finding.left, finding.right) == ("text.breakdown", 200, 160)
    assert not found("全年公开信息200条，其中动态90条、公告40条、其他70条。")


def test_parts_that_are_not_the_whole():
    text = "全年公开信息86条，其中动态52条、政策9条、财务信息20条。"
    (finding,) = found(text)
    assert (finding.code, finding.severity) == ("text.breakdown", "hint")
    assert (finding.left, finding.right, finding.difference) == (86, 81, 5)
    assert finding.quote.startswith("86条")


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息86条，其中动态52条、政策9条、财务信息25条。",
        "全年公开信息86条，其中图文解读12条。",
        "全年公开信息86条，其中动态20条、政策9条。",
        "发布信息50条，比上年增加2条，其中动态40条、政策10条。",
        "全年公开信息约90条，其中动态52条、政策9条、财务信息20条。",
        "发布文件18件，转发2件，其中纸质5件，电子15件。",
    ],
)
def test_parts_that_may_be_right(text: str):
    assert "text.breakdown" not in codes(text)


def test_a_share_that_its_figures_do_not_give():
    assert "text.percent" in codes("召开会议20次，其中专题会议8次，占45%。")
    assert "text.percent" not in codes("召开会议20次，其中专题会议8次，占40%。")
    assert "text.percent" not in codes("召开会议21次，其中专题会议8次，占38.1%。")
    assert "text.percent" not in codes("全县召开会议8次，占全县总量的45%。")
    assert "text.percent" not in codes("满意率98.5%。")


def test_section_six_tells_the_processing_fee():
    assert "text.processing_fee" in codes("没有其他需要报告的事项。", "other")
    assert "text.processing_fee" not in codes("2024年未收取信息处理费。", "other")
    assert "text.processing_fee" not in codes("没有其他需要报告的事项。", "problems")


def test_the_items_of_the_fee_add_up():
    text = "收取信息处理费3100元，其中：甲县民政局收取900元；乙县政府办公室收取1800元；丙镇政府收取{}元。"
    assert "text.processing_fee" not in codes(text.format(400), "other")
    (finding,) = [one for one in found(text.format(500), "other") if one.code == "text.processing_fee"]
    assert (finding.left, finding.right, finding.difference) == (3100, 3200, -100)


@pytest.mark.parametrize("cited", ["〔2019〕60号", "[2019]60号", "（2019）60 号", "〔２０１９〕６０号"])
def test_the_notice_of_the_edition_before(cited: str):
    assert "text.edition" in codes(f"按照国办公开办函{cited}编制。", "intro")
    assert "text.edition" not in codes(f"按照国办公开办函{cited}编制。", "intro", 2020)


def test_the_notice_in_force_is_right():
    assert "text.edition" not in codes("按照国办公开办函〔2021〕30号编制。", "intro")


@pytest.mark.parametrize(
    "text",
    [
        "（此处填写本机关主动公开的情况）",
        "本部分主要反映存在的问题，不少于500字。",
        "请在此处填写。",
        "填报说明：本表由各单位填写。",
        "（机关名称）2024年度公开工作稳步推进。",
        "点击此处输入文字。",
    ],
)
def test_words_of_the_blank_form(text: str):
    assert "text.guidance" in codes(text)


def test_own_words_are_not_the_blank_form_s():
    text = "由各股室填写公开审查表，办公室审核后填报信息，对本部分内容集中公示。"
    assert "text.guidance" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "身份证号11010519491231002X。",
        "身份证号１１０１０５１９４９１２３１００２Ｘ。",
        "身份证号110105 19491231 002X。",
        "身份证号110105-19491231-002x。",
    ],
)
def test_an_identity_number_is_an_error(text: str):
    (finding,) = [one for one in found(text) if one.code == "text.privacy"]
    assert finding.severity == "error"
    assert finding.quote.upper().endswith(("X", "Ｘ"))


@pytest.mark.parametrize(
    "text",
    [
        "联系人电话13800138000。",
        "联系人电话１３８００１３８０００。",
        "联系人电话138-0013-8000。",
        "联系人电话138 0013 8000。",
        "联系人电话+86 13800138000。",
        "退费账户6222021234567890128。",
        "退费账户6222 0212 3456 7890 128。",
    ],
)
def test_mobiles_and_bank_cards_are_warnings(text: str):
    (finding,) = [one for one in found(text) if one.code == "text.privacy"]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "咨询电话：0312-7000000、0571-88880000。",
        "身份证号110105194912310021。",
        "退费账户6222021234567890123。",
        "全年投入13800138000元。",
        "统一社会信用代码11130607MB0X12345X。",
        "办件编号20240108000123456789。",
        "2024.01.01-2024.12.31，共12 345 678次。",
    ],
)
def test_other_long_numbers_are_nobody_s(text: str):
    assert "text.privacy" not in codes(text)


LAST = "一是少数股室报送信息不够及时，部分动态两周后才发布；二是开放档案目录说明偏简，查档人仍要打电话询问。"


def test_last_year_s_words_with_another_year():
    (finding,) = [
        one for one in findings(beside_last(LAST.replace("两周", "三周"), LAST)) if "similar" in one.code
    ]
    assert finding.code == "text.similar"
    assert finding.section == "problems"


def test_own_words_are_not_last_year_s():
    own = "经自查，解读形式较为单一，图解和视频不多；公开专栏更新不均衡。下一步将按季度通报，并增加窗口咨询。"
    assert not [one for one in findings(beside_last(own, LAST)) if one.code == "text.similar"]


@pytest.mark.parametrize(
    "text",
    [
        "按照(县政府)要求开展工作。",
        "（一)主动公开",
        "公开信息,方便群众。",
        "公开信息，，方便群众。",
        "公开信息 方便群众。",
        "公开的的信息。",
        "进一步进一步加强公开。",
        '开展"开放日"活动。',
    ],
)
def test_punctuation_that_can_be_tidied(text: str):
    assert "text.punctuation" in codes(text)


def test_sound_punctuation_is_left_alone():
    text = (
        "网址http://www.example.gov.cn/a?b=1,c；时间8:30—17:00；共1,204件（含2件）。为了了解工作目的的落实……"
    )
    assert "text.punctuation" not in codes(text)
