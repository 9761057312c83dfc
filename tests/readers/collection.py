"""The whole collection of documents; importing a module of it adds its documents."""

from tests.readers.collection_of import (
    combinations,
    copies,
    edition_2019,
    figures,
    kinds,
    labels,
    pdf,
    shapes,
    tables,
    word,
    words,
)
from tests.readers.made import COLLECTION, Document

__all__ = ["COLLECTION", "PARTS", "Document"]

PARTS = (copies, kinds, labels, tables, figures, words, word, edition_2019, pdf, shapes, combinations)
