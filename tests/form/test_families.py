"""Families: one edition for each year, and a form of another kind in the folder changes nothing."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from reportdesk.cli import main
from reportdesk.errors import FormError
from reportdesk.export import checked_bytes
from reportdesk.form.editions import edition_for, first_year, remark_on_clock
from reportdesk.form.families import FAMILY, editions_of, known_editions
from reportdesk.form.loader import load_edition
from reportdesk.project.format.figures import edition_of
from reportdesk.project.format.report_json import decode_report
from reportdesk.readers import read_report
from reportdesk.report.model import Report
from reportdesk.resources import TEMPLATES_VARIABLE, templates_root
from reportdesk.rollover import roll

TINY = Path(__file__).parent.parent / "data" / "tiny-form"


def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the templates of the program's own family alone: others at hand are not what is tested here."""
    root = tmp_path / "templates"
    for name in (FAMILY, *(edition.name for edition in editions_of())):
        shutil.copytree(templates_root() / name, root / name)
    monkeypatch.setenv(TEMPLATES_VARIABLE, str(root))
    return root


@pytest.fixture(params=["with its family named", "with no family named"])
def beside_an_unlike_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Path:
    """A copy of the templates with a form of another kind among them, as new as the newest."""
    root = copied(tmp_path, monkeypatch)
    file = Path(shutil.copytree(TINY, root / "zz-reading-room")) / "form.toml"
    text = file.read_text(encoding="utf-8").replace('edition = "tiny-form"', 'edition = "zz-reading-room"')
    text = text.replace("first_year = 2020", "first_year = 2022")
    if request.param == "with no family named":
        text = text.replace('family = "reading-room"\n', "")
    file.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("year", "edition"),
    [(2018, "2019"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2024, "2021"), (2199, "2021")],
)
def test_the_edition_for_a_year_is_one_everywhere(
    year: int, edition: str, beside_an_unlike_form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert edition_for(year).edition == edition
    out = tmp_path / "new.json"
    assert main(["new", str(out), "--organ", "云溪县档案局", "--year", str(year)]) == 0
    assert decode_report(out.read_bytes(), "new.json").form.edition == edition
    assert first_year() == 2019


@pytest.mark.usefixtures("beside_an_unlike_form")
def test_a_report_rolls_over_into_the_next_edition_of_its_own_family() -> None:
    last = Report(edition_for(2020), organ="云溪县档案局", year=2020)
    begun = roll(last).report
    assert (begun.form.edition, begun.year) == ("2021", 2021)
    assert roll(begun).report.form is begun.form
    other = Report(load_edition("zz-reading-room"), organ="云溪县图书室", year=2023)
    assert roll(other).report.form is other.form
    assert roll(other, 2021).report.form is other.form


@pytest.mark.usefixtures("beside_an_unlike_form")
@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
def test_an_edition_without_layouts_is_written_with_those_of_its_family(suffix: str, tmp_path: Path) -> None:
    form = load_edition("2019")
    report = Report(form, organ="云溪县档案局", year=2019, cells={cell.key: 0 for cell in form.entered})
    path = tmp_path / f"report{suffix}"
    path.write_bytes(checked_bytes(report, path, "nothing"))
    assert read_report(path).form.edition == "2019"


@pytest.mark.usefixtures("beside_an_unlike_form")
def test_data_that_does_not_tell_its_edition_is_of_this_program_s_family() -> None:
    assert edition_of([]) == "2021"
    assert edition_of(["loans.lent.adults"]) == "zz-reading-room"
    assert known_editions() == ("zz-reading-room", "2019", "2021")


def test_two_editions_of_a_family_never_claim_one_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path, monkeypatch)
    file = root / "2019" / "form.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("last_year = 2020", "last_year = 2021"), encoding="utf-8")
    with pytest.raises(FormError, match=r"form\.toml.*“2019”版和“2021”版.*都管 2021 年"):
        load_edition("2021")
    with pytest.raises(FormError, match="都管 2021 年"):
        edition_for(2020)


def test_an_edition_in_force_leaves_no_year_to_a_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path, monkeypatch)
    newer = Path(shutil.copytree(root / "2021", root / "2030")) / "form.toml"
    text = newer.read_text(encoding="utf-8")
    text = text.replace('edition = "2021"', 'edition = "2030"').replace(
        "first_year = 2021", "first_year = 2030"
    )
    newer.write_text(text, encoding="utf-8")
    with pytest.raises(FormError, match="都管 2030 年"):
        editions_of()


def test_a_family_is_a_name_and_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = copied(tmp_path, monkeypatch) / "2019" / "form.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('family = "disclosure"', 'family = "../disclosure"'), encoding="utf-8")
    with pytest.raises(FormError, match=r"family“\.\./disclosure”"):
        load_edition("2019")


def test_a_folder_without_any_edition_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEMPLATES_VARIABLE, str(tmp_path))
    with pytest.raises(FormError, match="没有“disclosure”这种报告的格式"):
        edition_for(2024)


@pytest.mark.parametrize(
    ("today", "is_odd"),
    [
        (date(1970, 1, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 8), False),
        (date(2099, 1, 1), True),
    ],
)
def test_a_clock_in_a_wrong_year_is_remarked_on(today: date, is_odd: bool) -> None:
    assert bool(remark_on_clock(today)) == is_odd
    assert not is_odd or f"{today.year}年" in remark_on_clock(today)
