"""The figure as a whole: links that move the sheet, the sheet itself, its legend, and the list of every name on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dateline.web.map.bounds import WORLD, Bounds, bounds_of
from dateline.web.map.clusters import Mark, marks_of
from dateline.web.map.doubt import doubts, patterns, words
from dateline.web.map.ground import ground, ground_names
from dateline.web.map.labels import Label, mark_labels, narrow_labels, sheet_of
from dateline.web.map.points import Frame, MapPoint
from dateline.web.map.projection import Projection, projection_for
from dateline.web.map.shapes import SHAPES, drawn, shape_of

SCALES = tuple(factor * 10**power for power in range(5) for factor in (1, 2, 5))
"""Kilometres that a scale bar may stand for."""
LISTED = 12
"""Names of a crowded mark that the list spells out."""


def svg_map(points: Sequence[MapPoint], frame: Frame) -> Markup:
    """The map of the points: complete without scripts, and every name on it stands in its list.

    Links keep the state of the page through `frame.link`. Without outlines (no front end built) it has the graticule,
    the points, and a line that says how to get the rest.
    """
    bounds = frame.bounds or bounds_of([(point.lon, point.lat) for point in points])
    projection = projection_for(bounds, width=frame.width, height=frame.height)
    marks = marks_of(points, frame, projection)
    room = sheet_of(marks, width=frame.width, height=frame.height)
    labels = mark_labels(marks, room)
    names = ground_names(frame.outlines, projection, room)
    parts = (
        _moves(bounds, points, frame),
        _sheet(
            marks, (*names, *labels, *narrow_labels(marks, width=frame.width, height=frame.height)), frame, projection
        ),
        _caption(marks, frame),
        _list(marks, names, frame),
    )
    return Markup('<figure class="map" id="{}"{}>{}</figure>').format(
        frame.id, _for_scripts(bounds, frame), Markup("\n").join(parts)
    )


def _for_scripts(bounds: Bounds, frame: Frame) -> Markup:
    if not (frame.data and frame.drawing and not frame.outlines.empty):
        return Markup("")
    return Markup(' data-points="{}" data-outlines="{}" data-bounds="{}"').format(
        frame.data, frame.drawing, bounds.words()
    )


def _moves(bounds: Bounds, points: Sequence[MapPoint], frame: Frame) -> Markup:
    fitted = bounds_of([(point.lon, point.lat) for point in points])
    ways = (
        ("Closer", bounds.scaled(0.5)),
        ("Further out", bounds.scaled(2.0)),
        ("West", bounds.moved(east=-0.5)),
        ("North", bounds.moved(north=0.5)),
        ("South", bounds.moved(north=-0.5)),
        ("East", bounds.moved(east=0.5)),
        ("All points", fitted),
        ("World", WORLD),
    )
    links = [(word, frame.link(box)) for word, box in ways]
    items = [Markup('<li><a href="{}">{}</a></li>').format(href, word) for word, href in links if href]
    if not items:
        return Markup("")
    return Markup('<nav class="map-moves" aria-label="Move the map"><ul>{}</ul></nav>').format(Markup("").join(items))


def _sheet(marks: Sequence[Mark], labels: Iterable[Label], frame: Frame, projection: Projection) -> Markup:
    """The drawing. Painted from the ground up, names last."""
    parts = (
        Markup('<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>').format(
            frame.id, frame.title, frame.id, _described(marks, frame)
        ),
        patterns(frame),
        Markup('<g clip-path="url(#{}-sheet)"><rect class="sea" width="{}" height="{}"/>').format(
            frame.id, frame.width, frame.height
        ),
        ground(frame.outlines, projection),
        doubts(marks, frame, projection),
        Markup("</g>"),
        _scale(frame, projection),
        Markup("").join(_label(label) for label in labels),
        Markup("").join(_mark(mark, frame) for mark in reversed(marks)),
    )
    return Markup(
        '<svg class="map-sheet" viewBox="0 0 {} {}" role="group" aria-labelledby="{}-title" aria-describedby="{}-desc">{}</svg>'
    ).format(frame.width, frame.height, frame.id, frame.id, Markup("\n").join(part for part in parts if part))


def _described(marks: Sequence[Mark], frame: Frame) -> str:
    told = sum(mark.count for mark in marks)
    more = f" {frame.unlocated} more have no place that could be shown." if frame.unlocated else ""
    kinds: Counter[str] = Counter()
    for mark in marks:
        kinds.update(dict(mark.kinds))
    split = ", ".join(f"{count} {word}" for word, count in kinds.most_common())
    return f"{told} on {len(marks)} marks{': ' + split if split else ''}.{more} All names are listed below the map."


def _mark(mark: Mark, frame: Frame) -> Markup:
    name, href = mark_name(mark), mark_link(mark, frame)
    body = (
        Markup("<title>{}</title>").format(name),
        Markup('<circle class="target" cx="{}" cy="{}" r="12"/>').format(f"{mark.x:.1f}", f"{mark.y:.1f}"),
        drawn(shape_of(mark.status), x=mark.x, y=mark.y, radius=mark.radius),
        _count(mark),
    )
    inner = Markup("").join(body)
    if href is None:
        return Markup('<g class="mark">{}</g>').format(inner)
    return Markup('<a class="mark" href="{}" aria-label="{}">{}</a>').format(href, name, inner)


def _count(mark: Mark) -> Markup:
    if mark.count == 1 or mark.radius < 6.5:
        return Markup("")
    return Markup('<text class="count" x="{}" y="{}" aria-hidden="true">{}</text>').format(
        f"{mark.x:.1f}", f"{mark.y + 3.4:.1f}", _short(mark.count)
    )


def _short(count: int) -> str:
    return str(count) if count < 1000 else f"{count / 1000:.0f}k"


def mark_name(mark: Mark) -> str:
    """What a mark is called: its places, how many, and what kind of word there is."""
    names, first = mark.names, mark.points[0]
    if mark.count == 1:
        return f"{first.name}: {words(first)}" + (f". {first.note}" if first.note else "")
    called = ", ".join(names[:3]) + (f" and {len(names) - 3} more places" if len(names) > 3 else "")
    return f"{called}: {mark.count} ({split_of(mark)})"


def mark_link(mark: Mark, frame: Frame) -> str | None:
    """The point's own page, that of its place where several things are told of it, or the same screen nearer to them."""
    if len(mark.points) == 1:
        return mark.points[0].href
    if len(mark.spots) == 1 and len(mark.names) == 1:
        return frame.spot(mark.points[0])
    return frame.link(bounds_of(mark.spots, least=0.2))


def _label(label: Label) -> Markup:
    return Markup('<text class="name {}" x="{}" y="{}" text-anchor="{}" aria-hidden="true">{}</text>').format(
        f"{label.kind} narrow" if label.narrow else label.kind,
        f"{label.x:.1f}",
        f"{label.y:.1f}",
        label.anchor,
        label.text,
    )


def _scale(frame: Frame, projection: Projection) -> Markup:
    """A bar of round kilometres, true at the sheet's middle; none where the sheet shows half the world."""
    km_per_px = projection.metres / 1000
    if km_per_px * frame.width > 8000:
        return Markup("")
    km = max((scale for scale in SCALES if scale / km_per_px <= frame.width / 5), default=SCALES[0])
    wide, y = km / km_per_px, frame.height - 16
    return Markup('<g class="scale"><path d="M16,{0}v6h{1}v-6"/><text x="16" y="{2}">{3} km</text></g>').format(
        y - 6, f"{wide:.1f}", y - 11, f"{km:,}"
    )


def _caption(marks: Sequence[Mark], frame: Frame) -> Markup:
    shown = {mark.status for mark in marks}
    known = [shape for shape in SHAPES if shape.status in shown]
    others = [shape_of(status) for status in sorted(shown - {shape.status for shape in SHAPES})]
    keys = Markup("").join(
        Markup('<li><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">{}</svg>{}</li>').format(
            drawn(shape, x=10, y=10, radius=6), shape.word
        )
        for shape in (*known, *others)
    )
    legend = Markup('<ul class="map-key" aria-label="Shapes">{}</ul>').format(keys) if keys else Markup("")
    return Markup("<figcaption>{}<p>{}</p></figcaption>").format(legend, _small_print(frame))


def _small_print(frame: Frame) -> Markup:
    credit = frame.outlines.credit or "Outlines of countries need the front end: run “make frontend”."
    return Markup(
        "Discs and sectors show how unsure a position is; no line here is a front line. "
        '<span class="map-projection">Equal-area projection.</span> {}'
    ).format(credit)


def _list(marks: Sequence[Mark], names: Sequence[Label], frame: Frame) -> Markup:
    items = Markup("").join(_item(mark, frame) for mark in marks)
    ground_line = Markup("")
    if names:
        ground_line = Markup('<p class="map-ground">Also named: {}.</p>').format(
            ", ".join(label.text for label in names)
        )
    if not items and not names:
        return Markup("")
    return Markup(
        '<details class="map-names"><summary>Every name on the map ({})</summary><ul>{}</ul>{}</details>'
    ).format(len(marks), items, ground_line)


def _item(mark: Mark, frame: Frame) -> Markup:
    href = mark_link(mark, frame)
    names = ", ".join(mark.names[:LISTED]) + (
        f" and {len(mark.names) - LISTED} more" if len(mark.names) > LISTED else ""
    )
    name = Markup('<a href="{}">{}</a>').format(href, names) if href else Markup("{}").format(names)
    return Markup("<li>{} <span>{}</span></li>").format(name, split_of(mark))


def split_of(mark: Mark) -> str:
    """How many of each kind of word, as text."""
    return ", ".join(f"{count} {word}" for word, count in mark.kinds)
