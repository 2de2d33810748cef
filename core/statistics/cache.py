"""Sums that are kept in a folder from run to run, one file per image and one per pair.

A file is found by all that its sums depend on: the content of the images, how their pixels
are chosen (nodata, bands, masks) and how cells cut them.  The canvas is not among these, nor
are the other images: an image that is added changes nothing for those that are known.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from osgeo import gdal

from ..errors import NO_ROOM, FolderNotWritableError
from ..messages import Message
from ..progress import Progress
from ..raster.canvas import footprint
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.window import Window
from ..run import Run
from .blocks import Cells, Span
from .content import Contents
from .entries import FORMAT, Entries, digest_of
from .plan import PixelMask, Plan, Subject, Wanted
from .sums import ImageSums, PairSums, stack

FLUSH_SECONDS = 10.0
"""At least so often what is new is written, even of images that are not complete."""

Table = dict[str, np.ndarray]
"""Rows of one image or pair: `cell` counted in its box, and the columns of its kind of sums."""


class _New:
    """What this run found about an image or pair and has not written yet."""

    def __init__(self, shape: tuple[int, ...]):
        self.covered = np.zeros(shape, dtype=bool)
        self.tables: list[Table] = []


class SumsCache:
    """The kept sums of one sweep."""

    def __init__(self, folder: str, entries: Entries, contents: Contents, keys: Sequence[str | None], cells: Cells):
        self._folder = folder
        self._entries = entries
        self._contents = contents
        self._keys = keys
        self._columns = cells.columns
        self._boxes: dict[Subject, Wanted] = {}
        self._windows: list[Window] = []
        self._bands = 0
        self._new: dict[Subject, _New] = {}
        self._of_image: defaultdict[int, set[Subject]] = defaultdict(set)
        self._remaining: defaultdict[int, int] = defaultdict(int)
        self._flushed = time.monotonic()
        self.kept: dict[int, bool] = {}
        """Images whose sums were known, and whether all that were asked for."""

    def load(self, plan: Plan, windows: Sequence[Window], bands: int, run: Run) -> tuple[ImageSums, PairSums]:
        """The wanted sums that are known; they are taken out of the plan."""
        self._windows, self._bands = list(windows), bands
        tables: tuple[list, list] = ([], [])
        asked = [(subject, wanted) for subject, wanted in plan.wanted.items() if wanted.cells.any()]
        whole = 0
        for number, (subject, wanted) in enumerate(asked):
            run.stop_if_cancelled()
            run.progress.advance(number / len(asked))
            arrays = self._read(subject, wanted)
            if arrays is None:
                continue
            known = wanted.cells & arrays["covered"]
            tables[len(subject) - 1].append(self._rows(subject, wanted, arrays, known))
            plan.wanted[subject] = wanted._replace(cells=wanted.cells & ~known)
            whole += not plan.wanted[subject].cells.any()
            if len(subject) == 1 and known.any():
                self.kept[subject[0]] = not plan.wanted[subject].cells.any()
        plan.settle()
        self._tell(whole, len(asked), run.progress)
        return stack(ImageSums, tables[0], bands, keys=2), stack(PairSums, tables[1], bands, keys=3)

    def _tell(self, whole: int, total: int, progress: Progress) -> None:
        progress.inform(Message(
            "Statistics cache: {whole} of {total} images and pairs are known.", whole=whole, total=total
        ))
        if self._entries.damaged:
            progress.inform(Message(
                "Statistics cache: {damaged} damaged files are made again.", damaged=self._entries.damaged
            ))
        unknown = sum(key is None for key in self._keys)
        if unknown:
            progress.inform(Message(
                "Statistics cache: {unknown} images are not plain files of a common format; they are read each "
                "time.",
                unknown=unknown,
            ))

    def expect(self, tiles: Sequence[Sequence[int]]) -> None:
        """Tell which images each coming tile shows, so that an image is written with its last one."""
        for images in tiles:
            for image in images:
                self._remaining[image] += 1

    def add(
        self, plan: Plan, rows: Span, columns: Span, images: Sequence[int], result: tuple[ImageSums, PairSums]
    ) -> None:
        """Keep the sums of one tile; images with no further tile are written."""
        for subject in plan.subjects(images):
            box, cells = plan.wanted[subject]
            part = box.within(rows, columns)
            if not cells[part].any() or self._key(subject) is None:
                continue
            if subject not in self._new:
                self._new[subject] = _New(cells.shape)
                for image in subject:
                    self._of_image[image].add(subject)
            self._new[subject].covered[part] |= cells[part]
            self._new[subject].tables.append(self._table(subject, plan.wanted[subject], result[len(subject) - 1]))
            self._boxes[subject] = plan.wanted[subject]
        for image in images:
            self._remaining[image] -= 1
            if not self._remaining[image]:
                self._write(list(self._of_image[image]))
        if time.monotonic() - self._flushed > FLUSH_SECONDS:
            self._write(list(self._new))
            self._flushed = time.monotonic()

    def close(self, progress: Progress) -> None:
        """Write what is new, and tell what went wrong."""
        self._write(list(self._new))
        if self._entries.failure:
            progress.warn(Message(
                "Statistics could not be kept in {folder} ({failure}); the results do not suffer, the next run "
                "reads the images again. Free some space there, or choose another CACHE_FOLDER.",
                folder=self._folder, failure=self._entries.failure,
            ))

    def _key(self, subject: Subject) -> str | None:
        keys = [self._keys[image] for image in subject]
        if None in keys or len(keys) == 1:
            return keys[0] if len(keys) == 1 else None
        return json.dumps(min(self._pair_facts(subject), self._pair_facts(subject[::-1])))

    def _pair_facts(self, pair: Subject) -> list[object]:
        """All that the sums of a pair depend on, seen from its first image."""
        one, other = (self._windows[image] for image in pair)
        digests = [digest_of(self._keys[image] or "") for image in pair]
        return [*digests, other.column - one.column, other.row - one.row]

    def _kept_columns(self, subject: Subject) -> dict[str, str]:
        """Columns of this run's sums, and what they are called in the file.

        There the order of a pair follows its content: that of this run follows paths, which change when files move.
        """
        columns = _columns(subject)
        if len(subject) == 1 or self._pair_facts(subject) <= self._pair_facts(subject[::-1]):
            return dict(zip(columns, columns))
        swapped = {"first": "second", "second": "first"}
        parts = [name.rpartition("_") for name in columns]
        return {name: f"{what}_{swapped[whose]}" if what else name for name, (what, _, whose) in zip(columns, parts)}

    def _read(self, subject: Subject, wanted: Wanted) -> Table | None:
        """What the folder holds about an image or pair, in the shape that this run expects."""
        key = self._key(subject)
        arrays = self._entries.read(_folder_of(subject), key) if key is not None else None
        if arrays is None:
            return None
        shapes = {"covered": wanted.cells.shape, "cell": (arrays.get("cell", np.empty(0)).size,)}
        shapes.update(dict.fromkeys(_columns(subject), (*shapes["cell"], self._bands)))
        fits = {name: array.shape for name, array in arrays.items()} == shapes
        kinds = {"covered": "b", "cell": "i"}
        fits = fits and all(array.dtype.kind == kinds.get(name, "f") for name, array in arrays.items())
        if not fits or not ((arrays["cell"] >= 0) & (arrays["cell"] < wanted.cells.size)).all():
            self._entries.damaged += 1
            return None
        return arrays

    def _rows(self, subject: Subject, wanted: Wanted, arrays: Table, known: np.ndarray) -> ImageSums | PairSums:
        """The kept rows of known cells, as this run numbers images and cells."""
        chosen = known.reshape(-1)[arrays["cell"]]
        row, column = np.divmod(arrays["cell"][chosen], max(wanted.box.columns, 1))
        cell = (row + wanted.box.row) * self._columns + column + wanted.box.column
        images = [np.full(len(cell), image, dtype=np.int64) for image in subject]
        kind = ImageSums if len(subject) == 1 else PairSums
        return kind(*images, cell, *(arrays[name][chosen] for name in self._kept_columns(subject).values()))

    def _table(self, subject: Subject, wanted: Wanted, sums: ImageSums | PairSums) -> Table:
        """The rows of an image or pair, numbered within its own cells."""
        own = np.ones(len(sums.cell), dtype=bool)
        for name, image in zip(sums.__dataclass_fields__, subject):
            own &= getattr(sums, name) == image
        row, column = np.divmod(sums.cell[own], self._columns)
        cell = (row - wanted.box.row) * wanted.box.columns + column - wanted.box.column
        columns = self._kept_columns(subject)
        return {"cell": cell, **{kept: getattr(sums, name)[own] for name, kept in columns.items()}}

    def _write(self, subjects: Sequence[Subject]) -> None:
        """Join what is new with what the folder holds, which another run may have written meanwhile."""
        for subject in subjects:
            new = self._new.pop(subject)
            for image in subject:
                self._of_image[image].discard(subject)
            # sums of a file that changed under the run belong to neither content
            if self._entries.failure or not all(self._contents.unchanged(image) for image in subject):
                continue
            tables = list(new.tables)
            earlier = self._read(subject, self._boxes[subject])
            if earlier is not None:
                others = ~new.covered.reshape(-1)[earlier["cell"]]
                tables.append({name: earlier[name][others] for name in ("cell", *_columns(subject))})
                new.covered |= earlier["covered"]
            joined = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
            order = np.argsort(joined["cell"], kind="stable")
            arrays = {"covered": new.covered, **{name: column[order] for name, column in joined.items()}}
            self._entries.keep(_folder_of(subject), self._key(subject) or "", arrays)


def open_cache(
    folder: str,
    images: Sequence[Image],
    canvas: Grid,
    cells: Cells,
    mask: PixelMask | None,
    run: Run,
) -> SumsCache:
    """The cache in a folder, for images cut by cells.

    Raises `FolderNotWritableError` or `Cancelled`.
    """
    entries = Entries(folder)
    try:
        entries.prepare()
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise FolderNotWritableError(folder, error) from error
        entries.failure = error.strerror
    contents = Contents(images, entries, run)
    keys = [
        None if digest is None else _image_key(digest, image, canvas, cells, mask.fingerprint(n) if mask else None)
        for n, (image, digest) in enumerate(zip(images, contents.digests))
    ]
    return SumsCache(folder, entries, contents, keys, cells)


def _image_key(content: str, image: Image, canvas: Grid, cells: Cells, mask: str | None) -> str:
    """All that the sums of an image depend on.

    Where pixels are read as they stand, it does not matter where on Earth they lie; where they
    are warped or masked it does, to a millionth of a pixel.
    """
    window = footprint(image, canvas)
    direct = image.grid.is_aligned(canvas)
    rows, columns = cells.cuts(window)
    facts: dict[str, object] = {
        "format": FORMAT,
        "content": content,
        "bands": image.bands,
        "alpha": image.alpha,
        "type": image.gdal_type,
        "nodata": [None if value is None else repr(value) for value in image.nodata],
        "overridden": image.nodata_overridden,
        "shared_mask": image.shared_mask,
        "rows": rows,
        "columns": columns,
        "mask": mask,
    }
    if image.band_masks:
        facts["band_masks"] = image.band_masks
    if image.border is not None:
        facts["frame"] = image.border.fingerprint()
    if mask is not None or not direct:
        (west, north), (width, height) = canvas.corner, canvas.pixel_size
        facts["grid"] = [canvas.crs, width, height]
        facts["corner"] = [round(west / width + window.column, 6), round(north / height - window.row, 6)]
    if not direct:
        facts["on_grid"] = [image.crs, image.geotransform, window.size, gdal.__version__]
    return json.dumps(facts, sort_keys=True)


def _folder_of(subject: Subject) -> str:
    return "images" if len(subject) == 1 else "pairs"


def _columns(subject: Subject) -> list[str]:
    kind = ImageSums if len(subject) == 1 else PairSums
    return list(kind.__dataclass_fields__)[len(subject) + 1:]
