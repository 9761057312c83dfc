"""What every shipped edition must have: a sound folder, help for every place, a sheet for every table."""

import pytest

from reportdesk.errors import FormError
from reportdesk.form.families import editions_of
from reportdesk.form.loader import load_edition
from reportdesk.form.spans import lay_out

EDITIONS = [edition.name for edition in editions_of()]


def test_the_current_edition_ships() -> None:
    assert "2021" in EDITIONS


def test_an_unknown_edition_is_refused_with_those_at_hand() -> None:
    with pytest.raises(FormError, match=r"没有“1999”版的报告格式.*2021"):
        load_edition("1999")


@pytest.mark.parametrize("edition", EDITIONS)
def test_everything_of_an_edition_loads(edition: str) -> None:
    form = load_edition(edition)
    assert form.edition == edition
    assert form.entered
    assert form.levels
    assert load_edition(edition) is form
    for table in form.tables:
        keys = {box.key for box in lay_out(table).boxes if box.key}
        assert keys == {cell.key for cell in form.cells_of(table.key)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_there_is_help_beside_every_row_column_and_section(edition: str) -> None:
    form = load_edition(edition)
    rows = {f"{cell.table}.{cell.row}" for cell in form.cells.values() if cell.row}
    columns = {f"{cell.table}.{cell.column}" for cell in form.cells.values()}
    sections = {section.key for section in form.sections}
    assert rows | columns | sections == set(form.guidance)


@pytest.mark.parametrize("edition", EDITIONS)
def test_help_is_short_and_says_what_goes_wrong_and_on_what_it_rests(edition: str) -> None:
    for key, text in load_edition(edition).guidance.items():
        assert 30 <= len(text) <= 200, key
        assert "常见错误：" in text, key
        assert "依据：" in text, key
