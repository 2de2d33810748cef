"""What images show together takes the room of what they show."""

from __future__ import annotations

import os

import numpy as np
from made_scenes import read, write

from evenlight.core.align.composite import OUTPUT, Composite
from evenlight.core.align.settings import ReferenceMode
from evenlight.core.progress import Silent
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import describe
from evenlight.core.raster.write import WriteJob, write_images
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings


def test_what_no_image_shows_takes_no_room(tmp_path):
    """Two images of 100 pixels, 3000 apart: 38 MB of grid, of which nearly all is empty."""
    values = np.random.default_rng(0).normal(size=(1, 100, 100)).astype("float32")
    places = ((0, 0), (3000, 3000))
    images = [describe(write(tmp_path / f"{n}.tif", values, row=r, column=c)) for n, (r, c) in enumerate(places)]
    path = str(tmp_path / "together.tif")
    composite = Composite([(i, None) for i in images], make_canvas(images), ReferenceMode.MEAN, "1")
    write_images([WriteJob(composite, path)], OUTPUT, Run(ExecutionSettings(), Silent()))
    assert os.path.getsize(path) < 1_000_000
    assert np.isfinite(read(path)).sum() == 2 * 100 * 100
