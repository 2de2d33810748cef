"""Files that are cut short: an error in every format, also where GDAL would make up the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal
from scipy.io import netcdf_file

from evenlight.core.errors import DamagedRasterError, UnreadableRasterError
from evenlight.core.raster.dataset import open_raster, read_window
from evenlight.core.raster.window import Window

FORMATS = {
    "JPEG": ("a.jpg", "JPEG", []),
    "JPEG in TIFF": ("a.tif", "GTiff", ["COMPRESS=JPEG"]),
    "PNG": ("a.png", "PNG", []),
    "TIFF": ("a.tif", "GTiff", []),
    "ENVI": ("a.dat", "ENVI", []),
    "GeoPackage": ("a.gpkg", "GPKG", ["TILE_FORMAT=PNG"]),
    "tiles": ("a.mbtiles", "MBTiles", ["TILE_FORMAT=PNG"]),
    "PCIDSK": ("a.pix", "PCIDSK", []),
    "netCDF": ("a.nc", "netCDF", []),
    "netCDF, large": ("a.nc", "netCDF", ["FORMAT=NC2"]),
    "netCDF 4": ("a.nc", "netCDF", ["FORMAT=NC4"]),
    "PCRaster": ("a.map", "PCRaster", ["PCRASTER_VALUESCALE=VS_SCALAR"]),
}


def pixels(path):
    """All that a run would read."""
    dataset = open_raster(str(path))
    bands = range(1, dataset.RasterCount + 1)
    return read_window(dataset, str(path), bands, Window(0, 0, dataset.RasterXSize, dataset.RasterYSize))


@pytest.fixture(params=FORMATS)
def file(tmp_path, request):
    """A sound file of textured pixels."""
    name, driver, options = FORMATS[request.param]
    if gdal.GetDriverByName(driver) is None:
        pytest.skip(f"no {driver} in this GDAL")
    bands, dtype = (1, "float32") if driver in ("netCDF", "PCRaster") else (3, "uint8")
    values = np.random.default_rng(1).integers(1, 250, (bands, 96, 96)).astype(dtype)
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


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("names", [["a"], ["a", "b"]], ids=["one", "two"])
def test_records_of_netcdf_files_are_counted(tmp_path, version, names):
    """With one variable they are not padded, with more they are; either way the last byte of the pixels matters."""
    if gdal.GetDriverByName("netCDF") is None:
        pytest.skip("no netCDF in this GDAL")
    path = tmp_path / "a.nc"
    values = np.random.default_rng(1).integers(1, 120, (3, 31, 33)).astype(np.int8)
    with netcdf_file(str(path), "w", version=version) as file:
        for name, size in (("time", None), ("y", 31), ("x", 33)):
            file.createDimension(name, size)
        for name in names:
            file.createVariable(name, np.int8, ("time", "y", "x"))[:] = values
    whole = f'NETCDF:"{path}":{names[-1]}'
    # without coordinates the first row is the lowest one
    assert np.array_equal(pixels(whole), values[:, ::-1])
    content = path.read_bytes()
    # scipy pads the end, which holds no pixel
    path.write_bytes(content[:-5])
    with pytest.raises(UnreadableRasterError, match="shorter"):
        open_raster(whole)
