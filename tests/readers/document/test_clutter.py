"""What a site says about a page is no introduction; what an office says of itself is."""

import pytest

from reportdesk.readers.document.clutter import is_clutter, is_page_number


@pytest.mark.parametrize(
    "line",
    [
        "发布来源:云溪县人民政府网站 发布时间:2025-01-24 16:55:49",
        "www.yunxi.example     发布时间:2021-01-12     来源:县财政局      选择阅读字号:[ ]     阅读次数:",
        "发表日期:2026-01-26    文章来源:云溪县财政局",
        "2022年01月18日来源:1",
        "来源：原创     发布时间：2023-01-31 13:24    浏览次数：次",
        "2023-01-31 13:24",
        "索引号：YX-2024-00031",
        "发布机构：云溪县档案局",
        "【字体：大 中 小】 【打印】 【关闭】",
        "[字体: ] 打印",
        "https://www.yunxi.example/zwgk/2024.html",
        "信息来源：县档案局 责任编辑：王某",
    ],
)
def test_lines_of_a_site_above_a_report(line: str) -> None:
    assert is_clutter(line, above=True)


@pytest.mark.parametrize(
    "line",
    [
        "本报告由云溪县档案局编制。",
        "如对本报告有疑问，请与县档案局联系（地址：云溪路1号，电话：0000-0000001）。",
        "收藏档案资料整理与公开情况良好",
        "分享会全年举办2次，公开信息30条。",
        "2023年，我局主动公开信息50条",
        "云溪县档案局",
    ],
)
def test_lines_of_the_report(line: str) -> None:
    assert not is_clutter(line, above=True)
    assert not is_clutter(line, above=False)


@pytest.mark.parametrize("line", ["- 4 -", "—12—", "第 3 页", "第3页 共8页", "－ 2 －", "Page 3 of 8"])
def test_page_numbers(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["4", "-", "3件", "第3项"])
def test_no_page_numbers(line: str) -> None:
    assert not is_page_number(line)
