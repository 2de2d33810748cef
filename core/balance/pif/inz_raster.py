"""The integrated normalised z-score of an overlap as a raster."""

from __future__ import annotations

from functools import partial

import numpy as np
from osgeo import gdal

from ...progress import Progress, stop_if_cancelled
from ...raster import writing
from ...raster.grid import Grid
from ...raster.image import Image
from ...raster.reading import Handles, ImageOnCanvas
from .inz import Inz
from .shared_ground import TILE, SharedGround, tiles

LAYOUT = ("TILED=YES", f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}", "BIGTIFF=IF_SAFER")
OPTIONS = (*LAYOUT, "COMPRESS=DEFLATE", "PREDICTOR=3")


def write_inz(path: str, images: tuple[Image, Image], canvas: Grid, inz: Inz, progress: Progress) -> None:
    """Write the score of every common pixel, Float32 with NaN elsewhere, on the canvas's grid.

    Raises `WriteError`, `DamagedRasterError` or `Cancelled`.
    """
    handles = Handles()
    one, other = (ImageOnCanvas(image, canvas, handles) for image in images)
    ground = SharedGround((one, other), (0, 1))
    width, height = ground.window.size
    with writing.create_raster(path, width, height, 1, gdal.GDT_Float32, OPTIONS) as target:
        target.SetGeoTransform(canvas.geotransform_of(ground.window))
        target.SetProjection(canvas.crs)
        band = target.GetRasterBand(1)
        band.SetDescription(f"INZ {images[0].name} {images[1].name}")
        band.SetNoDataValue(float("nan"))
        for window, shown in ground.read(tiles(ground.window), partial(stop_if_cancelled, progress)):
            score = np.where(shown.valid, inz.of(*shown.doubles()), np.nan).astype(np.float32)
            writing.write_window(target, path, 1, score, *window.relative_to(ground.window).corner)
            handles.release_cache()
            writing.flush_blocks(target, path)
