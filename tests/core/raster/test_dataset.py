"""Files that are cut short: an error in every format, also where GDAL would make up the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal

from evenlight.core.errors import DamagedRasterError, UnreadableRasterError
from evenlight.core.raster.dataset import open_raster, read_window

FORMATS = {
    "JPEG": ("a.jpg", "JPEG", []),
    "JPEG in TIFF": ("a.tif", "GTiff", ["COMPRESS=JPEG"]),
    "PNG": ("a.png", "PNG", []),
    "TIFF": ("a.tif", "GTiff", []),
    "ENVI": ("a.dat", "ENVI", []),
    "GeoPackage": ("a.gpkg", "GPKG", ["TILE_FORMAT=PNG"]),
    "tiles": ("a.mbtiles", "MBTiles", ["TILE_FORMAT=PNG"]),
}


def pixels(path):
    """All that a run would read."""
    dataset = open_raster(str(path))
    bands = range(1, dataset.RasterCount + 1)
    return read_window(dataset, str(path), bands, (0, 0, dataset.RasterXSize, dataset.RasterYSize))


@pytest.fixture(params=FORMATS)
def file(tmp_path, request):
    """A sound file of textured pixels."""
    name, driver, options = FORMATS[request.param]
    if gdal.GetDriverByName(driver) is None:
        pytest.skip(f"no {driver} in this GDAL")
    values = np.random.default_rng(1).integers(1, 250, (3, 96, 96), dtype="uint8")
    source = write(tmp_path / "source.tif", values, epsg=3857)
    path = tmp_path / name
    gdal.GetDriverByName(driver).CreateCopy(str(path), gdal.Open(source), 0, options)
    return path


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_pixels_that_a_file_does_not_hold_are_never_made_up(file, share):
    """Grey or empty ones would count as measurements."""
    whole = pixels(file)
    content = file.read_bytes()
    file.write_bytes(content[: int(share * len(content))])
    Path(f"{file}.aux.xml").unlink(missing_ok=True)
    with pytest.raises((DamagedRasterError, UnreadableRasterError), match=rf"{file.name} .*: .*(get|restore)"):
        pixels(file)
    file.write_bytes(content)
    assert np.array_equal(pixels(file), whole)
