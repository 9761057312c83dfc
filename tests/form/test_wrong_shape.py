"""What a template or a project file gets wrong is said in Chinese, at its key or line."""

from typing import Annotated, Literal

import msgspec
import pytest

from reportdesk.form.wrong_shape import wrong_shape


class Shelf(msgspec.Struct, forbid_unknown_fields=True):
    boxes: int
    label: Annotated[str, msgspec.Meta(min_length=2, max_length=4)] = "甲乙"
    side: Literal["left", "right"] = "left"
    rows: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1
    names: list[str] = []
    pair: tuple[int, int] = (1, 2)
    note: str | None = None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "“最外层”的内容不对：缺“boxes”"),
        ("boxes = 1\nshelf = 2", "“最外层”的内容不对：不认识“shelf”"),
        ('boxes = "三"', "“boxes”的内容不对：应是整数，这里是文字"),
        ("boxes = 1.5", "“boxes”的内容不对：应是整数，这里是小数"),
        ("boxes = 2024-01-08", "“boxes”的内容不对：应是整数，这里是日期"),
        ("boxes = 1\nnote = 2", "“note”的内容不对：应是文字或null，这里是整数"),
        ("boxes = 1\nnames = [3]", "“names[0]”的内容不对：应是文字，这里是整数"),
        ('boxes = 1\nlabel = "甲"', "“label”的内容不对：长度应不小于 2"),
        ('boxes = 1\nlabel = "甲乙丙丁戊"', "“label”的内容不对：长度应不大于 4"),
        ("boxes = 1\npair = [1]", "“pair”的内容不对：长度应是 2，这里是 1"),
        ('boxes = 1\nside = "top"', "“side”的内容不对：不能是“top”"),
        ("boxes = 1\nrows = 0", "“rows”的内容不对：应不小于 1"),
        ("boxes = 1\nrows = 10", "“rows”的内容不对：应不大于 9"),
        ("boxes = 1\nrows = = 3", "第 2 行第 8 列不合写法"),
        ("boxes = 1\nboxes = 2\nrows = 3", "第 2 行第 10 列的键重复"),
        ('boxes = "', "文件末尾不合写法"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(text: str, words: str) -> None:
    with pytest.raises(msgspec.MsgspecError) as refused:
        msgspec.toml.decode(text, type=Shelf)
    assert wrong_shape(refused.value) == words


def test_bytes_that_are_no_text_are_told_by_their_place() -> None:
    with pytest.raises(UnicodeDecodeError) as refused:
        msgspec.toml.decode(b'a = "\xff"', type=Shelf)
    assert wrong_shape(refused.value) == "第 6 个字节不是 UTF-8 文字"
