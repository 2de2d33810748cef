"""Inputs that are replaced while a run reads them: a sentence, or the right result for what was there all along."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal

from .cases import CASES, Case, placed, run_case, world
from .oracle import demand, demand_sentence, demand_tree, differences
from .place import Place, part, seeded

TITLE = "Inputs replaced during the run"
SECONDS = 90
ROWS = (
    "global_regression", "balance", "balance, COG", "local_block_adjustment", "histogram_match", "coregister_jointly",
    "threshold_mask", "fill_gaps", "local_variance", "balance, virtual",
)  # fmt: skip
READS = ((gdal.Dataset, "ReadRaster"), (gdal.Dataset, "ReadAsArray"), (gdal.Band, "ReadRaster"),
         (gdal.Band, "ReadAsArray"), (gdal, "OpenEx"), (gdal, "Open"))  # fmt: skip


def trials(place: Place) -> list[tuple[str, int]]:
    """Each kind of replacement at as many moments of each algorithm."""
    return [(row, number) for row in ROWS for number in range(4 * len(KINDS))]


def _other(path: Path) -> None:
    """Another image of that shape, by a rename."""
    _rewritten(path, lambda values: values[:, ::-1] // 2 + 300)


def _in_place(path: Path) -> None:
    """Other values in the same file."""
    dataset = gdal.Open(str(path), gdal.GA_Update)
    values = dataset.ReadAsArray()
    dataset.WriteArray(np.where(values == 0, 0, 3 * (values.astype(np.int64) % 20000)).astype(values.dtype))
    dataset.FlushCache()


def _smaller(path: Path) -> None:
    """Another size."""
    _rewritten(path, lambda values: values[:, :-20, :-11])


def _one_band(path: Path) -> None:
    """Another number of bands."""
    _rewritten(path, lambda values: values[:1] if len(values) > 1 else np.concatenate([values, values]))


def _removed(path: Path) -> None:
    path.unlink()


KINDS = {
    "another image": _other,
    "changed in place": _in_place,
    "another size": _smaller,
    "other bands": _one_band,
    "removed": _removed,
}


def _rewritten(path: Path, change: Callable[[np.ndarray], np.ndarray]) -> None:
    """The file replaced by one with other pixels at the same place."""
    dataset = gdal.Open(str(path))
    values = dataset.ReadAsArray()
    values = np.ascontiguousarray(change(values if values.ndim == 3 else values[None]))
    beside = str(path.with_name("beside.tif"))
    target = gdal.GetDriverByName("GTiff").Create(beside, *values.shape[:0:-1], len(values), gdal.GDT_UInt16)
    target.SetGeoTransform(dataset.GetGeoTransform())
    target.SetProjection(dataset.GetProjection())
    for number, band in enumerate(values, start=1):
        target.GetRasterBand(number).SetNoDataValue(0)
        target.GetRasterBand(number).WriteArray(band)
    target.FlushCache()
    target = dataset = None
    os.replace(beside, path)


def at_read(number: int | None, action: Callable[[], None]) -> list[int]:
    """Do something ahead of the read of that number, counted over GDAL's Python calls; returns the count so far."""
    count, lock = [0], threading.Lock()

    def watched(real):
        def read(*arguments, **options):
            with lock:
                count[0] += 1
                now = count[0] == number
            if now:
                action()
            return real(*arguments, **options)

        return read

    for owner, name in READS:
        setattr(owner, name, watched(getattr(owner, name)))
    return count


def attempt(place: Place, row: str, number: int) -> None:
    """One input is replaced, at a read or at a time."""
    case = CASES[row]
    made = world(place, row)
    kind = list(KINDS)[number % len(KINDS)]
    random = seeded(row, number)
    share = (number // len(KINDS) + random.random()) / 4
    total = place.prepared(f"{row} reads", lambda: _reads(place, case, made)).facts["count"]
    place.fill(made.earlier)
    inputs = sorted(_inputs(case, place))
    chosen = Path(inputs[int(random.integers(len(inputs)))])
    replacing = place.root / "replacing.tif"
    shutil.copy(chosen, replacing)
    if kind != "removed":
        KINDS[kind](replacing)
    done: list[bytes | None] = []

    def replace() -> None:
        KINDS[kind](chosen)
        done.append(chosen.read_bytes() if chosen.exists() else None)

    answer, found = _disturbed(place, case, replace, share, total if number % 2 else None, made.seconds)
    name = f"in/{chosen.name}"
    before = dict(made.earlier.tree)
    if found.get(name) != before[name]:
        before = {file: content for file, content in before.items() if file != name}
        if name in found:
            before[name] = found[name]
    when = f"{kind} at {share:.0%}"
    demand_tree(part(found, "in/"), part(before, "in/"), "inputs")
    if answer.sentence is not None:
        demand_sentence(answer.sentence, [chosen.name])
        demand_tree(found, before, f"{when}, after the sentence")
        return
    told = differences(part(found, "out/"), part(made.right.tree, "out/"))
    if told and name in found:
        place.fill(made.earlier)
        (place.folder / name).write_bytes(found[name])
        new = run_case(place, case)
        told = told if new.sentence or differences(part(found, "out/"), part(place.tree(), "out/")) else ""
    demand(not told, f"{when}: success, and right neither for the old nor for the new file: {told}")


def _disturbed(place: Place, case: Case, replace: Callable, share: float, reads: int | None, seconds: float):
    if reads is not None:
        at_read(1 + int(share * reads), replace)
        answer = run_case(place, case)
    else:
        timer = threading.Timer(share * seconds, replace)
        timer.start()
        answer = run_case(place, case)
        timer.join()
    return answer, place.tree()


def _reads(place: Place, case: Case, made) -> dict:
    place.fill(made.earlier)
    count = at_read(None, lambda: None)
    run_case(place, case)
    return {"count": count[0]}


def _inputs(case: Case, place: Place) -> list[str]:
    """Rasters that the run reads."""
    found = []
    for name, value in placed(case.parameters, place).items():
        if name in ("INPUT", "REFERENCE", "OTHER"):
            found += value if isinstance(value, list) else [value]
    return found
