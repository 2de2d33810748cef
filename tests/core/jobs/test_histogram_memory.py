"""What the jobs on histograms hold in memory, and how many windows they count at once."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from made_scenes import texture, to_type, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.filters.counting import SharedGround, distributions
from evenlight.core.filters.settings import EqualizeSettings
from evenlight.core.jobs import histogram_equalize
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import inspect
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, OutputSettings


class Crowd:
    """Lets all pixels count, and remembers how many of them were under way at once."""

    def __init__(self) -> None:
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()

    def __call__(self, window):
        """See `Allowed`."""
        pixels = window[2] * window[3]
        with self._lock:
            self._now += pixels
            self.most = max(self.most, self._now)
        time.sleep(0.005)
        with self._lock:
            self._now -= pixels
        return np.ones((window[3], window[2]), dtype=bool)


@pytest.mark.parametrize("pixel", [10.0, 10.37])
def test_many_threads_share_a_small_budget(tmp_path, pixel):
    """Of images on one grid or on two; a pixel of a window holds at least its values, twice, and 40 bytes of keys."""
    values = to_type(texture(3, 300, 400, 5), "uint16")
    paths = [write(tmp_path / "one.tif", values), write(tmp_path / "two.tif", values, pixel=pixel)]
    images = [inspect(path) for path in paths]
    found = []
    for threads, budget in ((1, 500), (16, 2)):
        crowd = Crowd()
        source = SharedGround(tuple(images), make_canvas(images), crowd)
        found.append(distributions([source], Run(ExecutionSettings(threads=threads, memory_budget=budget))))
        assert crowd.most * (2 * 6 * np.dtype("uint16").itemsize + 40) < budget * 1e6
    for one, other in zip(*found):
        assert all(np.array_equal(a, b) for a, b in zip(one, other))


def test_alpha_bands_do_not_pile_up_in_the_block_cache(tmp_path):
    """Two rows of blocks at most, of an image that has thirty."""
    values = np.full((4, 1920, 640), 255, dtype=np.uint8)
    values[:3] = np.arange(640, dtype=np.uint8)
    kinds = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    options = ["INTERLEAVE=PIXEL", "TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]
    path = write(tmp_path / "a.tif", values, options=options, interpretation=kinds)
    held = []

    class Watch(Recorder):
        def advance(self, fraction):
            held.append(gdal.GetCacheUsed())

    before = gdal.GetCacheUsed()
    output = OutputSettings(folder=str(tmp_path / "out"), name="$.tif")
    histogram_equalize(
        [path], output, settings=EqualizeSettings(), execution=ExecutionSettings(memory_budget=2), progress=Watch()
    )
    assert max(held) - before < values.nbytes / 4
