"""What others say of the web pages: the Nu HTML checker, and axe-core in Chromium; absent ones are skipped.

CONTRIBUTING says how both are brought along.
"""

import html as escaping
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportdesk.form.model import INTRO
from reportdesk.report.last_year import snapshot
from reportdesk.report.model import Report
from reportdesk.writers.charts.as_html import charts_page
from reportdesk.writers.charts.pictures import pictures_of
from reportdesk.writers.html import HtmlWriter

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / ".venv" / "web" / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MOST_SECONDS = 120
#: Runs the checker in the page and leaves its verdict in it, for whoever dumps the page.
AXE = """<script>{source}</script><script>
axe.run(document, {{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}).then(found => {{
  const violations = found.violations.map(v => [v.id, v.impact, v.nodes.map(n => n.html.slice(0, 200))]);
  const verdict = document.createElement("pre");
  verdict.id = "verdict";
  verdict.textContent = JSON.stringify({{violations, passes: found.passes.length}});
  document.body.append(verdict);
}});</script>"""


@pytest.fixture(scope="module")
def pages(suqian: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every kind of page that is written, by what it shows."""
    texts = {INTRO: "引言 & <b>", "overview": "（一）主动公开\n（二）依申请公开。没有。\n\n尾段。"}
    report = replace(
        suqian, texts=texts, signature_date="2024-03-01", last=snapshot(replace(suqian, year=2022))
    )
    old = replace(report, cells={**report.cells, "requests.received.business": 1}, organ="宿迁", texts={})
    pictures = pictures_of(report)
    written = {
        "plain": HtmlWriter().render(report),
        "charts and data": HtmlWriter(with_data=True, charts=pictures).render(report),
        "corrected": HtmlWriter(published=old, charts=pictures).render(report),
        "blank": HtmlWriter().render(Report(report.form)),
        "pictures alone": charts_page(pictures).encode(),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, data in written.items():
        (folder / f"{name}.html").write_bytes(data)
    return {name: folder / f"{name}.html" for name in written}


def test_the_html_checker_finds_nothing_wrong(pages: dict[str, Path]) -> None:
    java, jar = shutil.which("java"), next(MODULES.glob("vnu-jar/**/vnu.jar"), None)
    if java is None or jar is None:
        pytest.skip("the Nu HTML checker or Java is not here, see CONTRIBUTING")
    done = subprocess.run(
        [java, "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *pages.values()],
        capture_output=True,
        check=True,
        timeout=MOST_SECONDS,
    )
    messages = json.loads(done.stdout)["messages"]
    assert [(Path(one["url"]).stem, one["message"], one.get("extract")) for one in messages] == []


def test_axe_finds_no_barrier(pages: dict[str, Path], tmp_path: Path) -> None:
    source = MODULES / "axe-core" / "axe.min.js"
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or not source.exists():
        pytest.skip("axe-core or Chromium is not here, see CONTRIBUTING")
    for name, path in pages.items():
        verdict = axe(browser, source, path, tmp_path)
        assert verdict["violations"] == [], name
        assert verdict["passes"] > 5, name


def axe(browser: str, source: Path, path: Path, folder: Path) -> Any:
    judged = folder / path.name
    script = AXE.format(source=source.read_text(encoding="utf-8"))
    judged.write_text(
        path.read_text(encoding="utf-8").replace("</body>", f"{script}</body>"), encoding="utf-8"
    )
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'browser'}",
    ]
    done = subprocess.run(
        [*command, "--virtual-time-budget=20000", "--dump-dom", judged.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=MOST_SECONDS,
    )
    found = re.search(r'<pre id="verdict">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found is not None, done.stderr[-500:]
    return json.loads(escaping.unescape(found[1]))
