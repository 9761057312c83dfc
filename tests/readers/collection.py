"""The whole collection of documents; importing a module of it adds its documents."""

from tests.readers.collection_of import (
    combinations,
    edition_2019,
    figures,
    kinds,
    labels,
    pdf,
    tables,
    word,
    words,
)
from tests.readers.made import COLLECTION, Document

__all__ = ["COLLECTION", "PARTS", "Document"]

PARTS = (kinds, labels, tables, figures, words, word, edition_2019, pdf, combinations)
