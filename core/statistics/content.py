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
import html
import json
import os
import re
import time
from collections.abc import Sequence

import numpy as np

from ..errors import EvenlightError
from ..execution import Signal, Threads, run_tasks
from ..progress import Progress
from ..raster.dataset import open_raster
from ..raster.image import Image
from .entries import Entries

PLAIN_DRIVERS = {
    *("GTiff", "HFA", "ENVI", "EHdr", "JPEG", "PNG", "BMP", "AAIGrid", "SAGA", "RST"),
    *("JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "ECW", "MrSID"),
}
"""Formats whose pixels stand in the files that GDAL lists, and nowhere else."""

SOURCES = re.compile(r"<(?:SourceFilename|SourceDataset)((?:\s[^>]*)?)>([^<]+)<")
"""Where a virtual raster names what it is made of."""

DEEPEST = 4
"""Virtual rasters within virtual rasters."""

DESCRIPTIONS = (".aux.xml", ".ovr")
"""Files that QGIS writes beside an image it looks at; what they tell about values is part of the image's facts."""

READ_AT_ONCE = 1 << 22

RESTED_NS = 3_000_000_000
"""A file that was touched more recently is read again next time; the coarsest file systems count two seconds."""


def content_files(path: str, depth: int = 0) -> list[str] | None:
    """The plain files that hold all of a raster's pixels; None where they cannot be named."""
    try:
        dataset = open_raster(path)
    except EvenlightError:
        return None
    files = [file for file in dataset.GetFileList() or [] if depth or not file.endswith(DESCRIPTIONS)]
    driver = dataset.GetDriver().ShortName
    if driver == "VRT" and depth < DEEPEST:
        for attributes, name in SOURCES.findall("".join(dataset.GetMetadata_List("xml:VRT") or [])):
            source = html.unescape(name)
            if 'relativeToVRT="1"' in attributes:
                source = os.path.join(os.path.dirname(path), source)
            more = content_files(source, depth + 1)
            if more is None:
                return None
            files += more
    elif driver not in PLAIN_DRIVERS:
        return None
    if not files or not all(os.path.isfile(file) for file in files):
        return None
    return sorted({os.path.realpath(file) for file in files}, key=lambda file: (os.path.basename(file), file))


class Contents:
    """Checksums of images' contents."""

    def __init__(self, images: Sequence[Image], entries: Entries, threads: int, progress: Progress):
        self._entries = entries
        self.failed = ""
        """Why checksums could not be remembered."""
        self._files = [content_files(image.path) for image in images]
        distinct = sorted({file for files in self._files for file in files or ()})
        self._marks = {file: _mark(file) for file in distinct}
        sizes = {file: float(mark[1]) for file, mark in self._marks.items() if mark}
        with Threads(threads) as pool:
            digests = dict(zip(distinct, run_tasks(self._digest, distinct, pool, progress, sum(sizes.values()))))
        self.digests = [_joined(image, files, digests) for image, files in zip(images, self._files)]
        """Of every image; None where the content cannot be known."""

    def unchanged(self, image: int) -> bool:
        """Whether the image's files are still those that were looked at."""
        return all(_mark(file) == self._marks[file] for file in self._files[image] or ())

    def _digest(self, file: str, signal: Signal) -> str | None:
        """The checksum of one file; None where it cannot be read or changes meanwhile."""
        signal.stop_if_asked()
        mark = self._marks[file]
        if mark is None:
            return None
        key = json.dumps(mark)
        remembered = self._entries.read("files", key)
        if remembered is not None and "digest" in remembered:
            signal.add(mark[1])
            return remembered["digest"].tobytes().decode("ascii")
        now = time.time_ns()
        try:
            digest = _read_digest(file, signal)
        except OSError:
            return None
        if _mark(file) != mark:
            return None
        if max(mark[2], mark[3]) < now - RESTED_NS:
            try:
                self._entries.write("files", key, {"digest": np.frombuffer(digest.encode("ascii"), dtype=np.uint8)})
            except OSError as error:
                self.failed = error.strerror or str(error)
        return digest


def _read_digest(file: str, signal: Signal) -> str:
    state = hashlib.blake2b(digest_size=20)
    with open(file, "rb") as opened:
        while True:
            signal.stop_if_asked()
            part = opened.read(READ_AT_ONCE)
            if not part:
                return state.hexdigest()
            state.update(part)
            signal.add(len(part))


def _mark(file: str) -> tuple | None:
    """Path, size, times and number of a file: all that the file system knows changes with its content."""
    try:
        facts = os.stat(file)
    except OSError:
        return None
    return file, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino, facts.st_dev


def _joined(image: Image, files: list[str] | None, digests: dict[str, str | None]) -> str | None:
    """One text for all files, and for the part of them that a name such as a subdataset's picks."""
    if files is None or any(digests[file] is None for file in files):
        return None
    chosen = "" if os.path.isfile(image.path) else image.path
    return json.dumps([chosen, *(digests[file] for file in files)])
