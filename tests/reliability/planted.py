"""Wrong behaviour that is put into the product on purpose: what the trials must notice, or they prove nothing.

It is planted in the child that runs a trial; what is prepared there comes from the product as it is.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from typing import NamedTuple
from unittest import mock

import numpy as np

from evenlight.algorithms import progress
from evenlight.core import json_reader
from evenlight.core.errors import DamagedRasterError
from evenlight.core.raster import dataset, identity, leftovers, transaction
from evenlight.core.raster.image import check_unchanged
from evenlight.core.statistics import entries


class Plant(NamedTuple):
    """Something wrong, and the trials of a family that meet it."""

    family: str
    row: str
    numbers: tuple[int, ...]
    complaint: str
    """Words of the oracle's."""
    plant: Callable[[], None]


def _instead(owner: object, name: str, value: object) -> None:
    """As long as the process lives."""
    mock.patch.object(owner, name, value).start()


def _writes_straight() -> None:
    _instead(transaction.Outputs, "part", lambda self, target: os.path.abspath(target))
    _instead(transaction.Outputs, "commit", lambda self, progress=None: check_unchanged(self._read))


def _reads_empty() -> None:
    def read_into(source, path, bands, window, target):
        try:
            real_into(source, path, bands, window, target)
        except DamagedRasterError:
            target[...] = 0

    def read_window(source, path, bands, window):
        try:
            return real_window(source, path, bands, window)
        except DamagedRasterError:
            return np.zeros((len(bands), *window[:1:-1]), np.uint8)

    real_into, real_window = dataset.read_into, dataset.read_window
    for module in [module for name, module in sys.modules.items() if name.startswith("evenlight.core")]:
        for real, planted in ((real_into, read_into), (real_window, read_window)):
            if getattr(module, real.__name__, None) is real:
                _instead(module, real.__name__, planted)


def _checks_no_json() -> None:
    _instead(json_reader.JsonReader, "need", lambda self, fits, place, what: None)


def _writes_into_inputs() -> None:
    def commit(self, *arguments):
        real(self, *arguments)
        for image in self._read:
            with open(image.path, "ab") as file:
                file.write(b"seen")

    real = transaction.Outputs.commit
    _instead(transaction.Outputs, "commit", commit)


def _believes_lists() -> None:
    def read_list(folder, path, word):
        with open(path) as file:
            return [leftovers.Rename(*entry) for entry in json.load(file)]

    _instead(leftovers, "_read_list", read_list)


def _believes_caches() -> None:
    def unpacked(content):
        found = real(content)
        return found and {**found, "key": wanted[0]}

    def path(self, kind, key):
        wanted[0] = np.frombuffer(key.encode(), np.uint8)
        return real_path(self, kind, key)

    real, real_path, wanted = entries._unpacked, entries.Entries._path, [None]
    _instead(entries.Entries, "_path", path)
    _instead(entries, "_unpacked", unpacked)


PLANTS = {
    "a writer that writes straight onto its target": Plant(
        "replaced_inputs", "histogram_match", (15, 17, 19), "after the sentence: different: out/", _writes_straight
    ),
    "results that take the place of earlier ones one by one": Plant(
        "killed_at_renames", "balance, refused", (30, 31), "refused: ",
        lambda: _instead(transaction, "_restore", lambda renames, kept: None),
    ),
    "parts of a killed run that stay": Plant(
        "killed_at_renames", "balance, killed", (9, 11), "after the next run: left",
        lambda: _instead(leftovers, "clean", lambda folder, results, word: None),
    ),
    "an input that is replaced unseen": Plant(
        "replaced_inputs", "global_regression", (6, 10, 11, 16), "right neither for the old nor for the new file",
        lambda: _instead(identity.Mark, "holds", lambda self: True),
    ),
    "a reader that takes what it cannot read for empty pixels": Plant(
        "damaged_images", "compressed GeoTIFF", (8,), "success on a file that cannot be read", _reads_empty
    ),
    "a reader that hears no warning of lost pixels": Plant(
        "damaged_images", "JPEG", (0, 2, 4), "success on pixels that are lost",
        lambda: _instead(dataset, "LOST", re.compile("(?!)")),
    ),
    "a run that writes into its inputs": Plant(
        "damaged_tie_points", "coregister_jointly with LOAD_TIE_POINTS", (2,), "inputs: different: in/",
        _writes_into_inputs,
    ),
    "numbers that nobody checks": Plant(
        "damaged_adjustments", "apply_adjustments", (3, 5), "a traceback or the like",
        _checks_no_json,
    ),
    "a list of renames that is believed": Plant(
        "damaged_lists", "balance after one that was killed among its renames", (107, 175, 183),
        "a file outside is touched", _believes_lists,
    ),
    "a cache that is believed": Plant(
        "damaged_caches", "balance with CACHE_FOLDER", (11,), "outputs: different", _believes_caches
    ),
    "runs that do not see each other": Plant(
        "two_runs", "into the same files, the first halted while the second runs", (0, 1), "cannot be replaced",
        lambda: _instead(leftovers.Record, "may_live", lambda self, word: False),
    ),
    "half a result that stays when the disk is full": Plant(
        "disk_full", "GeoTIFF, filled by others meanwhile", (2,), ": left: out/",
        lambda: _instead(transaction.Outputs, "_withdraw", lambda self: None),
    ),
    "a run that is deaf": Plant(
        "cancelled", "balance", (2, 3, 4), "answered after",
        lambda: _instead(progress.FeedbackProgress, "cancelled", lambda self: False),
    ),
}  # fmt: skip
"""By what is wrong."""
