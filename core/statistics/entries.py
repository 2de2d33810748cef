"""Small files that are whole or not there, and that tell when they were damaged.

    a line that names the format, a BLAKE2 checksum of all that follows, numpy arrays (npz)

A file is written beside and renamed, so that a run that is killed, or a second run on the
same folder, never shows half of one.  Every file holds the whole key that it was made for.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import itertools
import os
import threading
import time
import zipfile
from collections.abc import Mapping, Sequence

import numpy as np

from ..errors import EvenlightError, OptionError
from ..messages import Message
from ..raster.files import lies_in, paths_in

FORMAT = 2
"""Changes whenever sums of the same pixels are computed or written otherwise."""

HEADER = f"evenlight sums {FORMAT}\n".encode()
DIGEST = 32
LEFT_OVER_SECONDS = 86400.0
"""Unfinished files of this age belong to runs that were killed."""

_numbers = itertools.count()


def digest_of(text: str) -> str:
    """A file name for any text."""
    return hashlib.blake2b(text.encode(), digest_size=20).hexdigest()


def sums_folder(folder: str) -> str:
    """Where sums are kept in the user's folder."""
    return os.path.join(os.path.abspath(folder), f"evenlight-sums-{FORMAT}")


def check_cache(folder: str, names: Sequence[str]) -> list[EvenlightError]:
    """Whether anything that a run reads or writes lies among the sums, of which old files are removed."""
    paths = (path for name in names for path in paths_in(name) or [name])
    inside = [path for path in paths if lies_in(path, sums_folder(folder))]
    if not inside:
        return []
    wanted = Message("another folder: {path} lies among the statistics in this one", path=inside[0])
    return [OptionError("CACHE_FOLDER", folder, wanted)]


class Entries:
    """Files of arrays in one folder, found by their keys."""

    def __init__(self, folder: str):
        self._folder = sums_folder(folder)
        self._parts = os.path.join(self._folder, "unfinished")
        self.damaged = 0
        """Files that were there and could not be believed."""
        self.failure = ""
        """Why a file could not be written, in the system's words; no other one is tried then."""

    def prepare(self) -> None:
        """Make the folder and remove what killed runs left.

        Raises OSError.
        """
        os.makedirs(self._parts, exist_ok=True)
        for name in os.listdir(self._parts):
            path = os.path.join(self._parts, name)
            with contextlib.suppress(OSError):
                if time.time() - os.path.getmtime(path) > LEFT_OVER_SECONDS:
                    os.remove(path)

    def read(self, kind: str, key: str) -> dict[str, np.ndarray] | None:
        """The arrays kept for a key; None where there are none, or where they cannot be believed."""
        try:
            with open(self._path(kind, key), "rb") as file:
                content = file.read()
        except FileNotFoundError:
            return None
        except OSError:
            self.damaged += 1
            return None
        arrays = _unpacked(content)
        if arrays is None or arrays.pop("key", np.empty(0)).tobytes() != key.encode():
            self.damaged += 1
            return None
        return arrays

    def keep(self, kind: str, key: str, arrays: Mapping[str, np.ndarray]) -> None:
        """Write arrays for a key, if that can be: what is not kept is computed again."""
        if not self.failure:
            try:
                self._write(kind, key, arrays)
            except OSError as error:
                self.failure = error.strerror or str(error)

    def _write(self, kind: str, key: str, arrays: Mapping[str, np.ndarray]) -> None:
        path = self._path(kind, key)
        part = os.path.join(self._parts, f"{os.getpid()}-{threading.get_ident()}-{next(_numbers)}-{time.time_ns()}")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            with open(part, "xb") as file:
                file.write(_packed({"key": np.frombuffer(key.encode(), dtype=np.uint8), **arrays}))
            os.replace(part, path)
        except PermissionError:
            # on Windows a file that another run is reading keeps its place
            if not os.path.exists(path):
                raise
        finally:
            with contextlib.suppress(OSError):
                os.remove(part)

    def _path(self, kind: str, key: str) -> str:
        return os.path.join(self._folder, kind, digest_of(key))


def _packed(arrays: Mapping[str, np.ndarray]) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    content = buffer.getvalue()
    return HEADER + hashlib.blake2b(content, digest_size=DIGEST).digest() + content


def _unpacked(content: bytes) -> dict[str, np.ndarray] | None:
    start = len(HEADER) + DIGEST
    checksum = hashlib.blake2b(content[start:], digest_size=DIGEST).digest()
    if content[: len(HEADER)] != HEADER or content[len(HEADER):start] != checksum:
        return None
    try:
        with np.load(io.BytesIO(content[start:]), allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except (ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile):
        return None
