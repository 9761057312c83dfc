"""The county that the manual walks through has in it what the manual says."""

from collections import Counter
from pathlib import Path

from docs.examples.make_county import main
from reportdesk.collect.roster.roster import read_roster
from tests.collect.county import collected


def test_the_made_up_county_has_every_kind_of_trouble(tmp_path: Path) -> None:
    main(tmp_path)
    roster = read_roster(tmp_path / "单位名单.csv")
    assert len(roster.units) == 49
    made = collected(tmp_path / "收到", roster=roster)
    counts = Counter(state.status for state in made.states)
    assert counts["ok"] == 40
    del counts["ok"]
    assert counts == {
        "missing": 4,
        "unreadable": 1,
        "wrong_year": 1,
        "duplicate": 1,
        "errors": 1,
        "warnings": 1,
    }
    assert {finding.code for finding in made.findings} >= {"collect.similar", "collect.blank"}
