"""Documents whose figures carry units, separators or strokes, or do not add up."""

from __future__ import annotations

from reportdesk.form.loader import load_edition
from tests.readers.made import Made, document
from tests.readers.paper import paper, values
from tests.readers.printing import to_bare_text, to_web, to_word
from tests.readers.spoiling import with_strokes


@document
def figures_with_units() -> Made:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            if cell.key:
                cell.text += "万元" if "fees" in cell.key else "件"
    return ".docx", to_word(made), made


@document
def money_in_yuan() -> Made:
    made = paper()
    made.grid("disclosure").find("59237.2449").text = "592,372,449元"
    return ".docx", to_word(made), made


@document
def money_in_yuan_by_its_head() -> Made:
    made = paper()
    grid = made.grid("disclosure")
    grid.find("59237.2449").text = "592372449"
    grid.find("本年收费金额（单位：万元）").text = "本年收费金额（单位：元）"
    return ".html", to_web(made), made


@document
def figures_with_separators() -> Made:
    shown = values(load_edition("2021"))
    entered = {
        key: value * 1037 if isinstance(value, int) and value else value for key, value in shown.items()
    }
    made = paper(figures_of=entered)
    for grid in made.grids():
        for number, cell in enumerate(grid.cells()):
            if cell.key and cell.text.isdecimal():
                cell.text = f"{int(cell.text):,}".replace(",", "，" if number % 2 else ",")
    return ".docx", to_word(made), made


@document
def figures_in_full_width() -> Made:
    made = paper()
    wide = {48 + digit: 0xFF10 + digit for digit in range(10)} | {ord("."): "．"}
    for grid in made.grids():
        for cell in grid.cells():
            if cell.key:
                cell.text = cell.text.translate(wide)
    return ".html", to_web(made), made


@document
def figures_behind_line_breaks() -> Made:
    made = paper()
    for grid in made.grids():
        for number, cell in enumerate(grid.cells()):
            if cell.key and number % 3 == 0:
                cell.text = f"\n{cell.text}\n"
    return ".docx", to_word(made), made


@document
def zeroes_as_slashes() -> Made:
    made = with_strokes("/")
    return ".docx", to_word(made), made


@document
def zeroes_as_dashes() -> Made:
    made = with_strokes("—")
    return ".html", to_web(made), made


@document
def zeroes_as_words() -> Made:
    made = with_strokes("无")
    return ".docx", to_word(made), made


@document
def zeroes_as_hard_spaces() -> Made:
    made = with_strokes("\u00a0")
    return ".html", to_web(made), made


@document
def zeroes_left_out() -> Made:
    made = with_strokes("")
    return ".docx", to_word(made), made


@document
def totals_alone() -> Made:
    made = paper()
    made.show(
        [key for key in made.expected if key.startswith("requests.") and not key.endswith(".total")], ""
    )
    return ".docx", to_word(made), made


@document
def totals_left_out() -> Made:
    made = paper()
    derived = [cell.key for cell in made.form.derived]
    computed = {key: made.expected[key] for key in derived}
    made.show(derived, "")
    made.expected |= computed
    return ".html", to_web(made), made


@document
def totals_that_do_not_add_up() -> Made:
    made = paper()
    for key in ("requests.granted.total", "requests.total.business", "disputes.reconsideration.total"):
        grid = made.grid(key.partition(".")[0])
        cell = next(cell for cell in grid.cells() if cell.key == key)
        cell.text = str(int(cell.text) + 7)
        made.expected[key] = int(cell.text)
    return ".docx", to_word(made), made


@document
def figures_that_are_words() -> Made:
    made = paper()
    keys = ["requests.granted.business", "disclosure.licensing.decisions", "requests.received.other"]
    for key, text in zip(keys, ("见附件", "约20", "1.5"), strict=True):
        next(c for c in made.grid(key.partition(".")[0]).cells() if c.key == key).text = text
        made.expected[key] = None
        made.noted.add(key)
    return ".docx", to_word(made), made


@document
def text_with_rows_cut_short() -> Made:
    """Text that lost its tables and its zeroes: a lone number is the total, other rows can't be told."""
    shown = values(load_edition("2021"))
    made = paper(figures_of=shown)
    grid = made.grid("requests")
    short: dict[str, tuple[str, ...]] = {
        "granted": ("total",),
        "partially_granted": ("research", "other", "total"),
    }
    for row in grid.rows:
        for cell in row:
            _, _, rest = cell.key.partition(".")
            line, _, column = rest.partition(".")
            if line in short:
                made.expected[cell.key] = None
                if column not in short[line]:
                    cell.text = ""
                if line == "partially_granted":
                    made.noted.add(cell.key)
    made.expected["requests.granted.total"] = shown["requests.granted.total"]
    return ".txt", to_bare_text(made), made
