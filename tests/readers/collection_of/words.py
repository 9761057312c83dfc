"""Documents with headings, titles and surroundings of their own."""

from __future__ import annotations

from tests.readers.made import Made, document
from tests.readers.paper import Grid, paper
from tests.readers.printing import to_web, to_word, web_blocks
from tests.readers.spoiling import word_headings

DISPUTES = "四、政府信息公开行政复议、行政诉讼情况"


@document
def headings_with_other_words() -> Made:
    made = paper()
    word_headings(
        made,
        {
            "一、总体情况": "一、概述",
            "二、主动公开政府信息情况": "二、行政机关主动公开政府信息的情况",
            DISPUTES: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "五、存在的主要问题及改进情况": "五、存在问题及改进情况",
            "六、其他需要报告的事项": "六、需要说明的其他有关情况",
        },
    )
    return ".docx", to_word(made), made


@document
def headings_unheard_of() -> Made:
    made = paper()
    word_headings(
        made,
        {
            "一、总体情况": "一、2023年度工作回顾",
            "三、收到和处理政府信息公开申请情况": "三、群众来件办理",
            "五、存在的主要问题及改进情况": "五、差距与打算",
            "六、其他需要报告的事项": "六、补充说明",
        },
    )
    return ".html", to_web(made), made


@document
def headings_with_numbers_restarted() -> Made:
    made = paper()
    word_headings(
        made,
        {
            "二、主动公开政府信息情况": "一、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况": "一、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况": "二、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况": "一、存在的主要问题及改进情况",
        },
    )
    return ".docx", to_word(made), made


@document
def headings_over_tables_missing() -> Made:
    made = paper()
    gone = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"}
    made.blocks = [block for block in made.blocks if isinstance(block, Grid) or block[1] not in gone]
    return ".docx", to_word(made), made


@document
def headings_glued_to_their_words() -> Made:
    made = paper()
    place = next(
        n for n, block in enumerate(made.blocks) if not isinstance(block, Grid) and "六、" in block[1]
    )
    made.blocks[place : place + 2] = [("text", f"{made.blocks[place][1]}。{made.blocks[place + 1][1]}")]  # type: ignore[index]
    return ".docx", to_word(made), made


@document
def words_between_heading_and_table() -> Made:
    made = paper()
    for key, text in (
        ("disclosure", "本年主动公开情况见下表。"),
        ("requests", "本年办理申请情况如下（单位：件）："),
    ):
        grid = made.grid(key)
        made.blocks.insert(made.at(grid), ("text", text))
        made.texts[key] = (text,)
    return ".docx", to_word(made), made


@document
def words_like_headings_in_the_text() -> Made:
    made = paper()
    place = next(
        n
        for n, block in enumerate(made.blocks)
        if not isinstance(block, Grid) and block[1] == "（一）主动公开"
    )
    words = (
        "主动公开政府信息情况良好。",
        "1.主动公开情况",
        "本年按六个部分报告：总体情况、主动公开政府信息情况等。",
    )
    made.blocks[place + 1 : place + 1] = [("text", text) for text in words]
    overview = list(made.texts["overview"])
    overview[2:2] = words
    made.texts["overview"] = tuple(overview)
    return ".docx", to_word(made), made


@document
def title_over_three_lines() -> Made:
    made = paper()
    made.blocks[:2] = [
        ("title", "云溪县\n档案局"),
        ("title", "2023年政府信息公开"),
        ("title", "工作年度报告"),
    ]
    return ".docx", to_word(made), made


@document
def title_in_chinese_numerals() -> Made:
    made = paper()
    made.blocks[:2] = [("title", "云溪县档案局关于二〇二三年度政府信息公开工作的年度报告")]
    return ".docx", to_word(made), made


@document
def title_with_the_year_behind() -> Made:
    made = paper()
    made.blocks[:2] = [("title", "云溪县档案局政府信息公开工作年度报告（2023年度）")]
    return ".html", to_web(made), made


@document
def title_without_the_organ() -> Made:
    made = paper()
    made.blocks[:2] = [("title", "2023年政府信息公开工作年度报告")]
    return ".docx", to_word(made), made


@document
def web_with_a_site_around_it() -> Made:
    made = paper()
    table = (
        "<table><tr><td>索 引 号：</td><td>YX2024-00031</td><td>发布日期：</td><td>2024-01-20</td></tr>"
        "<tr><td>名　　称：</td><td colspan=3>云溪县档案局2023年政府信息公开工作年度报告</td></tr></table>"
    )
    above = (
        "<style>p{color:red}</style><script>var 总计=3;</script><nav>首页 政务公开</nav>"
        "<div>当前位置：<a href='/'>首页</a> &gt; 政府信息公开 &gt; 年报</div>" + table
    )
    under = (
        "<div>发布日期：2024-01-20　来源：县档案局　浏览次数：<span>318</span></div>"
        "<div>字号：[大 中 小]　打印本页</div>"
    )
    below = (
        "<div>【打印】【关闭】</div><div>上一篇：通知</div><div>主办单位：云溪县人民政府</div>"
        "<p>版权所有 浙ICP备00000001号</p>"
    )
    body = web_blocks(made)
    first, rest = body.split("\n", 2)[:2], body.split("\n", 2)[2]
    page = above + "".join(first) + under + rest + below
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def bookmarks_and_page_numbers() -> Made:
    made = paper()
    made.blocks.insert(5, ("text", "— 2 —"))
    made.replace_text("（五）监督保障", "[bookmark: _GoBack]（五）监督保障")
    return ".docx", to_word(made), made
