"""What an image's files hold: a checksum of every byte, formed again only when a file was touched.

Size and date alone can lie, and samples of a file miss what changed between them, so sums are
kept under a checksum of the whole content.  That costs one plain read of the file, without
decoding it; afterwards the checksum is remembered together with what the file system tells
about the file: size, time of the last write, time of the last change of any kind (which
programs cannot set), its number and its place.  While all of these stay, the file is not read
again.  A file that was written within the last seconds is never remembered, because a second
write within one tick of the clock would not show.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError
from ..execution import Signal, Threads, run_tasks
from ..progress import Progress, Silent, stop_if_cancelled
from ..raster.dataset import open_raster, sample_checksum
from ..raster.identity import DESCRIPTIONS, SIZE, TIMES, file_facts
from ..raster.image import Image, open_image
from ..raster.virtual_sources import nested
from ..run import Run
from .entries import Entries

PLAIN_DRIVERS = {
    *("GTiff", "HFA", "ENVI", "EHdr", "JPEG", "PNG", "BMP", "AAIGrid", "SAGA", "RST"),
    *("JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "ECW", "MrSID"),
}
"""Formats whose pixels stand in the files that GDAL lists, and nowhere else."""

READ_AT_ONCE = 1 << 22

RESTED_NS = 3_000_000_000
"""A file that was touched more recently is read again next time; the coarsest file systems count two seconds."""


def content_files(path: str) -> list[str] | None:
    """The plain files that hold all of a raster's pixels; None where they cannot be named."""
    files: list[str] = []
    for name in nested(path):
        try:
            dataset = open_raster(name)
        except EvenlightError:
            return None
        listed, driver = dataset.GetFileList() or [], dataset.GetDriver().ShortName
        if driver != "VRT" and not (listed and driver in PLAIN_DRIVERS):
            return None
        files += [file for file in listed if name != path or not file.endswith(DESCRIPTIONS)]
    if not files or not all(os.path.isfile(file) for file in files):
        return None
    return sorted({os.path.realpath(file) for file in files}, key=lambda file: (os.path.basename(file), file))


class Contents:
    """Checksums of images' contents."""

    def __init__(self, images: Sequence[Image], entries: Entries, run: Run):
        self._entries = entries
        self._files = [content_files(image.path) for image in images]
        distinct = sorted({file for files in self._files for file in files or ()})
        self._facts = {file: file_facts(file) for file in distinct}
        sizes = {file: float(facts[SIZE]) for file, facts in self._facts.items() if facts}
        with Threads(run.threads) as pool:
            digests = dict(zip(distinct, run_tasks(self._digest, distinct, pool, run.progress, sum(sizes.values()))))
        self.digests = [_joined(image, files, digests) for image, files in zip(images, self._files)]
        """Of every image; None where the content cannot be known."""

    def unchanged(self, image: int) -> bool:
        """Whether the image's files are still those that were looked at."""
        return all(file_facts(file) == self._facts[file] for file in self._files[image] or ())

    def _digest(self, file: str, signal: Signal) -> str | None:
        """The checksum of one file; None where it cannot be read or changes meanwhile."""
        signal.stop_if_asked()
        facts = self._facts[file]
        if facts is None:
            return None
        key = json.dumps([file, *facts])
        remembered = self._entries.read("files", key)
        if remembered is not None and "digest" in remembered:
            signal.add(facts[SIZE])
            return remembered["digest"].tobytes().decode("ascii")
        now = time.time_ns()

        def work_done(size: int) -> None:
            signal.stop_if_asked()
            signal.add(size)

        try:
            digest = _read_digest(file, work_done)
        except OSError:
            return None
        if file_facts(file) != facts:
            return None
        if max(facts[TIMES]) < now - RESTED_NS:
            self._entries.keep("files", key, {"digest": np.frombuffer(digest.encode("ascii"), dtype=np.uint8)})
        return digest


class Content(NamedTuple):
    """What a saved file tells of an image's content, to know it again."""

    digest: str
    """Of every byte, or of a sample of the pixels where no plain files hold them."""
    facts: list[list[int]]
    """Of its files, by which they need not be read again; none where they had not rested."""

    @classmethod
    def of(cls, image: Image, progress: Progress = Silent()) -> Content:
        """Reads all of the image's files once, without decoding.  Raises `DamagedRasterError` or `Cancelled`."""

        def work_done(size: int) -> None:
            stop_if_cancelled(progress)

        files, now = content_files(image.path), time.time_ns()
        facts = _facts_of(files)
        try:
            joined = _joined(image, files, {file: _read_digest(file, work_done) for file in files or ()})
        except OSError:
            joined = None
        if joined is None:
            return cls(f"sample {sample_checksum(open_image(image), image.path, image.bands)}", [])
        rested = all(fact and max(fact[TIMES]) < now - RESTED_NS for fact in facts)
        digest = hashlib.blake2b(joined.encode(), digest_size=20).hexdigest()
        return cls(digest, facts if rested and facts == _facts_of(files) else [])

    @classmethod
    def from_json(cls, entry: object) -> Content | None:
        """As `to_json` wrote it; None of anything else: the image is then not known again."""
        if isinstance(entry, dict) and isinstance(entry.get("digest"), str):
            facts = entry.get("facts")
            return cls(entry["digest"], facts if isinstance(facts, list) else [])
        return None

    def to_json(self) -> dict:
        """Plain data."""
        return self._asdict()

    def holds(self, image: Image, progress: Progress = Silent()) -> bool:
        """Whether the image is still the one that was saved.  Raises as `of`."""
        return bool(self.facts and self.facts == _facts_of(content_files(image.path))) or (
            self.digest == Content.of(image, progress).digest
        )


def _facts_of(files: Sequence[str] | None) -> list[list[int]]:
    return [list(file_facts(file) or ()) for file in files or ()]


def _read_digest(file: str, work_done: Callable[[int], None]) -> str:
    """The checksum of one file; after each part ``work_done`` is given its size and may raise `Cancelled`."""
    state = hashlib.blake2b(digest_size=20)
    with open(file, "rb") as opened:
        for part in iter(lambda: opened.read(READ_AT_ONCE), b""):
            state.update(part)
            work_done(len(part))
    return state.hexdigest()


def _joined(image: Image, files: list[str] | None, digests: dict[str, str | None]) -> str | None:
    """One text for all files, and for the part of them that a name such as a subdataset's picks."""
    if files is None or any(digests[file] is None for file in files):
        return None
    chosen = "" if os.path.isfile(image.path) else image.path
    return json.dumps([chosen, *(digests[file] for file in files)])
