"""Small images of a drone, and others that lie far from them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from made_scenes import texture, to_type, write

WEST, NORTH, PIXEL = 500000.0, 5200000.0, 0.05


def piece(folder: Path, name: str, column: int = 0, gain: float = 1.0, at=(WEST, NORTH), size=120, seed=5, **options):
    """A part of one piece of ground, ``column`` pixels from its corner, which lies at a place on the map."""
    folder.mkdir(parents=True, exist_ok=True)
    pixel = options.pop("pixel", PIXEL)
    ground = texture(2, size, 3 * size, seed)[:, :, column : column + size]
    place = (at[0] + column * pixel, pixel, 0.0, at[1], 0.0, -pixel)
    return write(folder / f"{name}.tif", to_type(gain * ground, "uint16"), nodata=0, geotransform=place, **options)


def pair(folder: Path, names=("a", "b"), **options) -> list[str]:
    """Two images of half shared ground, one brighter than the other."""
    return [piece(folder, names[0], 0, 1.0, **options), piece(folder, names[1], 60, 1.3, **options)]


def in_time(job: Callable[[], object], seconds: float = 60.0) -> object:
    """What a job gives, if it ends at all; one that does not is left behind."""
    ended: list[object] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            ended.append(job())
        except BaseException as error:  # noqa: BLE001 -- raised again below
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError(f"no end after {seconds} seconds")
    if failed:
        raise failed[0]
    return ended[0]
