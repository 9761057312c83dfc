"""What is drawn on a page of a PDF: ruling lines, painted areas, pictures."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_float, c_int, c_uint
from dataclasses import dataclass
from typing import Any

from reportdesk.errors import FileError
from reportdesk.readers.found.refusals import TOO_MUCH_REMEDY
from reportdesk.readers.pdf.marks import Rectangle, Ruling, box_around
from reportdesk.readers.pdf.matrix import Matrix

#: Objects on one page, and lines and corners of them; a page of dense tables has some 3,000.
MOST_OBJECTS = 60_000
#: Objects of all pages; the longest reports published have 40 pages.
MOST_OBJECTS_IN_ALL = 200_000
MOST_SEGMENTS = 120_000
#: Forms drawn within forms.
_DEEPEST = 12
#: Points: what is thinner is a line, what is shorter is a dot of one.
_THICKEST_LINE_PT = 3.0
_STRAIGHT_PT = 0.6
#: Of 255: lighter is paper, and what is as opaque hides what lies under it.
_WHITE = 250


@dataclass(frozen=True, slots=True)
class _Area:
    """A painted rectangle, and how late on the page it was painted."""

    box: Rectangle
    order: int
    is_white: bool
    is_opaque: bool


class Drawing:
    """The lines, areas and pictures of one page; `area` is the part of it that is shown, y upwards."""

    def __init__(self, pdfium: Any, area: Rectangle, where: str, drawn_before: int) -> None:
        """Prepare to read a page; so many objects were drawn on those before."""
        self.across: list[Ruling] = []
        self.down: list[Ruling] = []
        self.pictures: list[Rectangle] = []
        self._pdfium = pdfium
        self._area = area
        self._where = where
        self._areas: list[_Area] = []
        self._orders: dict[int, int] = {}
        self._segments = 0
        self._room = min(MOST_OBJECTS, MOST_OBJECTS_IN_ALL - drawn_before)

    def read(self, page: Any) -> None:
        """Read all that is drawn on the page; raise FileError where that is beyond all measure."""
        pdfium = self._pdfium
        count = pdfium.FPDFPage_CountObjects(page)
        self._read_objects(
            (pdfium.FPDFPage_GetObject(page, index) for index in range(count)), count, Matrix(), 0
        )

    def number_drawn(self) -> int:
        """Return how many objects were drawn."""
        return len(self._orders)

    def order_of(self, address: int) -> int:
        """Return how late on the page an object was drawn."""
        return self._orders.get(address, len(self._orders))

    def is_coloured(self, place: tuple[float, float], order: int) -> bool:
        """Tell whether something that is not white lies under a place."""
        below = (area for area in self._areas if area.order < order and not area.is_white)
        return any(area.box.holds(place) for area in below) or any(
            picture.holds(place) for picture in self.pictures
        )

    def is_painted_over(self, place: tuple[float, float], order: int) -> bool:
        """Tell whether something opaque was painted over a place later."""
        return any(area.order > order and area.is_opaque and area.box.holds(place) for area in self._areas)

    def _read_objects(self, objects: Iterator[Any], count: int, matrix: Matrix, depth: int) -> None:
        if len(self._orders) + count > self._room:
            raise self._too_much()
        for handle in objects:
            if handle:
                self._orders[_address(handle)] = len(self._orders)
                self._read_object(handle, matrix, depth)

    def _read_object(self, handle: Any, matrix: Matrix, depth: int) -> None:
        pdfium = self._pdfium
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._read_path(handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            within = matrix.after(self._matrix(handle))
            self._take_picture(self._box([within.at(0, 0), within.at(1, 1)]))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(handle)
            inner = (pdfium.FPDFFormObj_GetObject(handle, index) for index in range(count))
            self._read_objects(inner, count, matrix.after(self._matrix(handle)), depth + 1)

    def _matrix(self, handle: Any) -> Matrix:
        found = self._pdfium.FS_MATRIX()
        if not self._pdfium.FPDFPageObj_GetMatrix(handle, byref(found)):
            return Matrix()
        return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)

    def _take_picture(self, box: Rectangle) -> None:
        if min(box.width, box.height) <= _THICKEST_LINE_PT:
            self._take_line(box)
        else:
            self.pictures.append(box)

    def _read_path(self, handle: Any, outer: Matrix) -> None:
        thin = self._thin(handle, outer)
        fill, stroke = c_int(), c_int()
        self._pdfium.FPDFPath_GetDrawMode(handle, byref(fill), byref(stroke))
        if not fill.value and not stroke.value:
            return
        if thin is not None:
            self._take_line(thin)
            return
        matrix = outer.after(self._matrix(handle))
        boxes: list[Rectangle] = []
        for points in self._outlines(handle, matrix):
            if stroke.value:
                self._take_strokes(points)
            if fill.value and (box := _rectangle(points)) is not None:
                boxes.append(self._on_paper(box))
        self._take_areas(boxes, handle)

    def _thin(self, handle: Any, outer: Matrix) -> Rectangle | None:
        """Return the box of a path that is a line or a dot, without looking at its corners."""
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        bounds = byref(left), byref(bottom), byref(right), byref(top)
        if not self._pdfium.FPDFPageObj_GetBounds(handle, *bounds):
            return None
        box = self._box([outer.at(left.value, bottom.value), outer.at(right.value, top.value)])
        return box if min(box.width, box.height) <= _THICKEST_LINE_PT else None

    def _outlines(self, handle: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """Yield the corners of each part of a path; parts with curves are left out."""
        pdfium = self._pdfium
        count = pdfium.FPDFPath_CountSegments(handle)
        self._segments += max(count, 0)
        if self._segments > MOST_SEGMENTS:
            raise self._too_much()
        points: list[tuple[float, float]] = []
        is_straight = True
        x, y = c_float(), c_float()
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(handle, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if is_straight and len(points) > 1:
                    yield points
                points, is_straight = [], True
            is_straight = is_straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
            points.append(matrix.at(x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if is_straight and len(points) > 1:
            yield points

    def _take_strokes(self, points: Sequence[tuple[float, float]]) -> None:
        for one, other in itertools.pairwise(points):
            box = self._box([one, other])
            if min(box.width, box.height) <= _STRAIGHT_PT:
                self._take_line(box)

    def _take_areas(self, boxes: Sequence[Rectangle], handle: Any) -> None:
        """Take painted rectangles: thin ones are lines, and so are the edges of one inside another."""
        if not boxes:
            return
        colour = [c_uint() for _ in range(4)]
        self._pdfium.FPDFPageObj_GetFillColor(handle, *map(byref, colour))
        *rgb, alpha = (part.value for part in colour)
        for box in boxes:
            if min(box.width, box.height) <= _THICKEST_LINE_PT:
                self._take_line(box)
            elif any(_is_frame(box, inner) for inner in boxes):
                self._take_edges(box)
            else:
                self._areas.append(
                    _Area(box, len(self._orders) - 1, min(rgb) >= _WHITE, alpha >= _WHITE and len(boxes) == 1)
                )

    def _take_edges(self, box: Rectangle) -> None:
        for y in (box.top, box.bottom):
            self.across.append(Ruling(y, box.left, box.right))
        for x in (box.left, box.right):
            self.down.append(Ruling(x, box.top, box.bottom))

    def _take_line(self, box: Rectangle) -> None:
        """Take a line; a dot may belong to a dotted line along either axis."""
        x, y = box.middle
        if box.height <= _THICKEST_LINE_PT:
            self.across.append(Ruling(y, box.left, box.right))
        if box.width <= _THICKEST_LINE_PT:
            self.down.append(Ruling(x, box.top, box.bottom))

    def _box(self, points: Sequence[tuple[float, float]]) -> Rectangle:
        return self._on_paper(box_around(points))

    def _on_paper(self, box: Rectangle) -> Rectangle:
        area = self._area
        return Rectangle(
            box.left - area.left, area.bottom - box.bottom, box.right - area.left, area.bottom - box.top
        )

    def _too_much(self) -> FileError:
        return FileError("PDF 里画的东西太多", where=self._where, remedy=TOO_MUCH_REMEDY)


def _rectangle(points: Sequence[tuple[float, float]]) -> Rectangle | None:
    """Return the rectangle that an outline is, None if it is another shape."""
    box = box_around(points)
    corners = {(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)}
    if len(points) < 4:
        return None
    near = all(
        any(abs(x - cx) <= _STRAIGHT_PT and abs(y - cy) <= _STRAIGHT_PT for cx, cy in corners)
        for x, y in points
    )
    return box if near else None


def _is_frame(outer: Rectangle, inner: Rectangle) -> bool:
    """Tell whether two rectangles are the edges of one thick line around."""
    if inner is outer:
        return False
    gaps = (
        inner.left - outer.left,
        inner.top - outer.top,
        outer.right - inner.right,
        outer.bottom - inner.bottom,
    )
    return all(0 <= gap <= _THICKEST_LINE_PT for gap in gaps)


def _address(handle: Any) -> int:
    return addressof(handle.contents)
