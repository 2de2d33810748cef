"""Looks for the constant borders of images: pixels of one value in all bands that reach in from the raster's edge.

Scanners, drone software and older warps fill what lies outside a picture with black or white
and declare nothing, or something else.  The same value inside the picture is data, so the
value alone does not tell; being connected to the edge does.  Connected means sharing a side: over
corners a border would leak into dark pixels of the picture beside it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from scipy import ndimage

from ..errors import some
from ..execution import Signal, run_tasks
from ..messages import Message
from ..raster.border import Border, packed, unpacked
from ..raster.dataset import open_raster
from ..raster.image import Image
from ..raster.source import FileSource, Handles
from ..raster.virtual_sources import nested
from ..raster.window import Window
from ..run import Run
from ..settings import ConstantBorder

SHORTEST_RUN = 8
"""Equal pixels along an edge from a corner; fewer may be chance."""

READ_ROWS = 128
MOST_ROWS = 1024
"""Rows that are read together: whole tiles of the file where they are not higher."""

STRIP_PIXELS = 1 << 21
"""Of a strip, in which connected pixels are found at once."""

RIM = 16
"""Pixels beside a border that such compressions smear: they work on blocks of at most so many."""

SMEARING = ("JPEG", "WEBP")
"""Compressions that do, as far as nothing tells the contrary; LERC keeps every block of a border as it was."""

BYTES_PER_VALUE = 12
"""Of working memory for every pixel and band that is looked at: value, validity and comparisons."""


def with_borders(images: Sequence[Image], rule: ConstantBorder, run: Run) -> tuple[Image, ...]:
    """The images with their borders, where they have one.

    Every pixel of an image with a corner of one value is read once, of others only the corners.

    Raises `DamagedRasterError`, `Cancelled` or a `ClusterError`.
    """
    if rule is ConstantBorder.AUTO:
        _tell_taken_for_data([image for image in images if image.declares], run)
    asked = [n for n, image in enumerate(images) if rule is ConstantBorder.ALWAYS or not image.declares]
    if rule is ConstantBorder.NEVER or not asked:
        return tuple(images)
    work = float(sum(images[n].height for n in asked))
    with run.pool(len(asked)) as pool:
        task = partial(find_border, most_values=run.memory(pool.together) / BYTES_PER_VALUE)
        looking = run_tasks(task, [images[n] for n in asked], pool, run.progress, work)
        found = {n: border for n, border in zip(asked, looking) if border is not None}
    if rule is ConstantBorder.ALWAYS and not found:
        run.progress.warn(
            Message("None of the images has a constant border, so CONSTANT_BORDER always changes nothing: choose auto.")
        )
    borders = {n: border for n, border in found.items() if _counts(images[n], border, rule, run)}
    return tuple(replace(image, border=borders.get(n)) for n, image in enumerate(images))


def _counts(image: Image, border: Border, rule: ConstantBorder, run: Run) -> bool:
    """Whether a border is taken for one; the log says it in any case."""
    values = Message("value {listed}", listed=_listed(border.values)) if border.values else Message("nodata")
    if border.rim:
        values += Message(" with {rim} pixels beside it, which compression smeared,", rim=border.rim)
    share = Message("{pixels:.1%} of the image", pixels=border.pixels / (image.width * image.height))
    if rule is ConstantBorder.ALWAYS or border.surrounds_a_picture():
        undo = "" if rule is ConstantBorder.ALWAYS else Message("; CONSTANT_BORDER never takes it for data")
        run.progress.inform(Message(
            "{name}: its border of {values} is left out ({share}){undo}.",
            name=image.name, values=values, share=share, undo=undo,
        ))
        return True
    run.progress.inform(Message(
        "{name}: {values} in a corner is taken for data, because what is left does not look like a whole picture "
        "({share}); CONSTANT_BORDER always leaves it out.",
        name=image.name, values=values, share=share,
    ))
    return False


def _tell_taken_for_data(images: Sequence[Image], run: Run) -> None:
    """Images that declare something and have corners of another value."""
    alike = defaultdict(list)
    smeared = []
    for image in images:
        run.stop_if_cancelled()
        values, hidden = look_at_corners(image)
        if values:
            alike[_listed(sorted(values))].append(image.name)
        if hidden and is_smeared(image.path):
            smeared.append(image.name)
    for listing, names in alike.items():
        run.progress.warn(Message(
            "{names}: value {listing} begins at a corner in all bands, another one or a mask is declared, so it "
            "is taken for data; if it is an empty border, CONSTANT_BORDER always leaves it out, and so does "
            "declaring it as nodata.",
            names=some(names, quote=""), listing=listing,
        ))
    if smeared:
        run.progress.warn(Message(
            "{smeared}: compressed with loss, so values beside the border of nodata are smeared and taken for "
            "data; CONSTANT_BORDER always leaves them out.",
            smeared=some(smeared, quote=""),
        ))


def corner_text(image: Image) -> str:
    """The values that begin at an image's corners as a border would; empty without."""
    values, _ = look_at_corners(image)
    return _listed(sorted(values)) if values else ""


def _listed(values: Iterable[float]) -> str:
    return some((f"{value:g}" for value in values), quote="")


def find_border(image: Image, signal: Signal, most_values: float) -> Border | None:
    """The border of an image, or None where it has none.

    Reads every pixel once, at most about ``most_values`` of them at a time, and adds the image's
    rows to ``signal``.  What is invalid already does not part a border from the edge.

    Raises `DamagedRasterError` or `Cancelled`.
    """
    handles = Handles()
    reader = FileSource(image, handles)
    values, hidden = look_at_corners(image)
    rim = RIM if (values or hidden) and is_smeared(image.path) else 0
    if not (values or rim):
        signal.add(image.height)
        return None
    strips: list[bytes] = []
    together, rows = _rows_of(image)
    for whole in image.grid.window.cut((image.width, together)):
        windows, height = _windows(image, whole, most_values), whole.height
        parts = []
        for window in windows:
            parts.append(_passable(reader, window, values, signal))
            if image.tiling[0] < image.width:
                handles.release_cache()
        passable = np.hstack(parts)
        strips += [packed(passable[first:first + rows]) for first in range(0, height, rows)]
        handles.release_cache()
        signal.add(height)
    reached = tuple(_reached(strips, image.width, signal))
    found = Border(image.width, image.height, rows, reached, tuple(sorted(values)))
    return found.grown(rim, signal) if rim else found


def look_at_corners(image: Image) -> tuple[set[float], bool]:
    """Values that begin at a corner and run on along an edge, the same in all bands; whether a border of nodata does.

    Of a mask it is not said: that is the border as it was before any compression.  Raises `DamagedRasterError`.
    """
    reader, found, hidden = FileSource(image, Handles()), set(), False
    across, down = min(SHORTEST_RUN, image.width), min(SHORTEST_RUN, image.height)
    for right in (False, True):
        for bottom in (False, True):
            along_row = Window(right * (image.width - across), bottom * (image.height - 1), across, 1)
            along_column = Window(right * (image.width - 1), bottom * (image.height - down), 1, down)
            for window in (along_row, along_column):
                values, valid, *_ = reader.read(window)
                hidden |= image.nodata_hides and not valid.any()
                if valid.all() and (values == values.flat[0]).all():
                    found.add(values.flat[0].item())
    return found, hidden


def _rows_of(image: Image) -> tuple[int, int]:
    """Rows that are read together, and rows of a strip: so many parts of them as memory asks for."""
    tile = image.tiling[1]
    together = READ_ROWS if tile > MOST_ROWS else tile * max(1, READ_ROWS // tile)
    most = max(1, STRIP_PIXELS // image.width)
    return together, max(rows for rows in range(1, together + 1) if together % rows == 0 and rows <= most)


def _windows(image: Image, rows: Window, most_values: float) -> Iterator[Window]:
    """Whole tiles side by side."""
    tile = image.tiling[0]
    width = max(1, int(most_values // (tile * rows.height * len(image.bands)))) * tile
    return rows.cut((width, rows.height))


def _passable(reader: FileSource, window: Window, wanted: set[float], signal: Signal) -> np.ndarray:
    """Pixels that may belong to the border, or that it may be reached through: (height, width) bool."""
    signal.stop_if_asked()
    values, valid, *_ = reader.read(window)
    alike = (values == values[:1]).all(axis=0) & np.isin(values[0], list(wanted))
    return (alike & valid.all(axis=0)) | ~valid.any(axis=0)


def _reached(strips: Sequence[bytes], width: int, signal: Signal) -> list[bytes]:
    """The part of passable strips that is connected to the raster's edge.

    A strip is looked at again whenever more of a neighbour's row beside it is reached.
    """
    reached = [b""] * len(strips)
    first, last = [b""] * len(strips), [b""] * len(strips)
    waiting = deque(number for number, strip in enumerate(strips) if strip)
    while waiting:
        signal.stop_if_asked()
        number = waiting.popleft()
        passable = unpacked(strips[number], width)
        seeds = np.zeros(passable.shape, dtype=bool)
        seeds[:, [0, -1]] = True
        seeds[0] |= _row(last[number - 1], width) if number else True
        seeds[-1] |= _row(first[number + 1], width) if number + 1 < len(strips) else True
        found = _connected(passable, seeds)
        for beside, edges, edge in ((number - 1, first, found[0]), (number + 1, last, found[-1])):
            if (edge & ~_row(edges[number], width)).any():
                edges[number] = packed(edge[None])
                if 0 <= beside < len(strips) and strips[beside] and beside not in waiting:
                    waiting.append(beside)
        reached[number] = packed(found)
    return reached


def _connected(passable: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    labels, number = ndimage.label(passable)
    chosen = np.zeros(number + 1, dtype=bool)
    chosen[labels[seeds]] = True
    chosen[0] = False
    return chosen[labels]


def _row(packed: bytes, width: int) -> np.ndarray:
    return unpacked(packed, width)[0] if packed else np.zeros(width, dtype=bool)


def is_smeared(path: str) -> bool:
    """Whether GDAL tells a compression that smears, of a file or of one that a virtual raster reads.

    Raises `UnreadableRasterError`.
    """
    for name in nested(path):
        facts = open_raster(name).GetMetadata("IMAGE_STRUCTURE") or {}
        reversible = facts.get("COMPRESSION_REVERSIBILITY", "")
        if reversible.startswith("LOSSY") or (not reversible and facts.get("COMPRESSION", "").endswith(SMEARING)):
            return True
    return False
