"""Documents printed as PDF, with the borders, sheets and page ends of the programs that offices use."""

from __future__ import annotations

from tests.readers.made import Made, document
from tests.readers.paper import paper
from tests.readers.pdf.press import across_only, dots, double, segments, styled, thin_box, to_pdf
from tests.readers.spoiling import with_strokes


@document
def pdf_plain() -> Made:
    made = paper()
    return ".pdf", to_pdf(made), made


@document
def pdf_of_2019() -> Made:
    made = paper("2019")
    return ".pdf", to_pdf(made), made


@document
def pdf_with_strokes() -> Made:
    made = with_strokes("/")
    return ".pdf", to_pdf(made), made


@document
def pdf_with_lines_as_thin_boxes() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(rule=thin_box)), made


@document
def pdf_with_lines_in_pieces() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(rule=segments)), made


@document
def pdf_with_dotted_lines() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(rule=dots)), made


@document
def pdf_with_double_lines() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(rule=double)), made


@document
def pdf_with_lines_across_only() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(rule=across_only, size=8)), made


@document
def pdf_turned_on_its_side() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(rotate=90)), made


@document
def pdf_landscape() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(sheet=(842.0, 595.0))), made


@document
def pdf_in_tiny_type() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(size=3.5, padding=2.0)), made


@document
def pdf_with_tables_cut_by_pages() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(sheet=(595.0, 320.0))), made


@document
def pdf_with_headings_repeated_on_each_page() -> Made:
    made = paper()
    return ".pdf", to_pdf(made, styled(sheet=(595.0, 360.0), repeats=3)), made
