"""The package under test, what the report's header tells, and small rasters.

``EVENLIGHT_PACKAGE`` names another folder to test, such as the unpacked zip;
``EVENLIGHT_DATA`` names the folder with real images.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import zlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE_FOLDER = Path(os.environ.get("EVENLIGHT_PACKAGE", ROOT)).resolve()
DATA_FOLDER = Path(os.environ.get("EVENLIGHT_DATA", ROOT.parent / "shared" / "data"))

if "evenlight" not in sys.modules:
    # The root is the package, but its folder may have any name.
    spec = importlib.util.spec_from_file_location(
        "evenlight", PACKAGE_FOLDER / "__init__.py", submodule_search_locations=[str(PACKAGE_FOLDER)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["evenlight"] = package
    spec.loader.exec_module(package)


def pytest_report_header() -> list[str]:
    """Versions that matter, of what is installed."""
    versions = []
    for name, module, attribute in (
        ("GDAL", "osgeo.gdal", "__version__"),
        ("numpy", "numpy", "__version__"),
        ("scipy", "scipy", "__version__"),
    ):
        try:
            versions.append(f"{name} {getattr(importlib.import_module(module), attribute)}")
        except ImportError:
            versions.append(f"{name} missing")
    # Core tests run without QGIS and must not bring it in.
    if "qgis.core" in sys.modules:
        versions.insert(0, f"QGIS {sys.modules['qgis.core'].Qgis.QGIS_VERSION}")
        versions.append(f"Qt {sys.modules['qgis.PyQt.QtCore'].QT_VERSION_STR}")
    return [f"evenlight: {PACKAGE_FOLDER}", ", ".join(versions)]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test marked ``every(n)`` the first and about one of n variants run each time; the others are slow ones.

    Which ones follows from their names: a fixed step would meet the same row of a table again and again.
    """
    seen: set[str] = set()
    for item in items:
        mark = item.get_closest_marker("every")
        if mark is None:
            continue
        name = item.nodeid.partition("[")[0]
        if name in seen and zlib.crc32(item.nodeid.encode()) % mark.args[0]:
            item.add_marker(pytest.mark.slow)
        seen.add(name)


@pytest.fixture(scope="session")
def translations():
    """``tools/translations.py`` as a module."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    module = sys.modules["translations"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """Folder with real images; tests that need it are left out where it is missing."""
    if not DATA_FOLDER.is_dir():
        pytest.skip(f"no real images in {DATA_FOLDER}")
    return DATA_FOLDER


@pytest.fixture(scope="session")
def write_raster():
    """Write an array (bands, rows, columns) as a GeoTIFF: ``write_raster(path, array, west=0, nodata=0, ...)``."""
    return _write_raster


def _write_raster(
    path, array, west=500000.0, north=5200000.0, pixel=10.0, nodata=None, epsg=32614, names=(), options=()
):
    import numpy
    from osgeo import gdal, gdal_array, osr

    array = numpy.atleast_3d(array) if array.ndim == 3 else array[numpy.newaxis]
    count, rows, columns = array.shape
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(array.dtype)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, count, kind, list(options))
    dataset.SetGeoTransform((west, pixel, 0.0, north, 0.0, -pixel))
    if epsg is not None:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
    for number, values in enumerate(array, start=1):
        band = dataset.GetRasterBand(number)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if names:
            band.SetDescription(names[number - 1])
        band.WriteArray(values)
    dataset.FlushCache()
    return str(path)


@pytest.fixture(scope="session")
def read_raster():
    """All bands of a raster as an array (bands, rows, columns)."""

    def read(path):
        from osgeo import gdal

        array = gdal.Open(str(path)).ReadAsArray()
        return array if array.ndim == 3 else array[None]

    return read


@pytest.fixture(scope="session")
def ground():
    """A smooth, textured piece of ground: (2 bands, 96 rows, 240 columns), about 200 to 1800."""
    import numpy

    random = numpy.random.default_rng(7)
    rows, columns = numpy.mgrid[0:96, 0:240]
    waves = numpy.sin(rows / 9.0) + numpy.cos(columns / 13.0) + numpy.sin((rows + 2 * columns) / 31.0)
    fields = random.normal(size=(12, 30)).repeat(8, axis=0).repeat(8, axis=1)
    first = 1000 + 150 * waves + 90 * fields + random.normal(size=waves.shape)
    second = 900 - 90 * waves + 120 * fields + random.normal(size=waves.shape)
    return numpy.stack([first, second])


@pytest.fixture
def images(tmp_path, ground, write_raster):
    """Three overlapping images of the ground in a row, each with its own gain and offset."""
    import numpy

    folder = tmp_path / "images"
    folder.mkdir()
    paths = []
    for number, (gain, offset) in enumerate([(1.0, 0.0), (1.25, -60.0), (0.8, 140.0)]):
        left = 70 * number
        part = ground[:, :, left : left + 100] * gain + offset
        values = numpy.clip(numpy.rint(part), 1, 65535).astype("uint16")
        values[:, :3, :] = 0
        name = ("west", "middle", "east")[number]
        paths.append(
            write_raster(folder / f"{name}.tif", values, west=500000 + 10 * left, nodata=0, names=("red", "nir"))
        )
    return paths


@pytest.fixture(scope="module")
def provider(qgis_processing):
    """Our provider, registered with Processing for one test file."""
    from qgis.core import QgsApplication

    from evenlight.provider.provider import EvenlightProvider

    registry = QgsApplication.processingRegistry()
    ours = EvenlightProvider()
    registry.addProvider(ours)
    yield ours
    registry.removeProvider(ours)


@pytest.fixture
def cyrillic(qgis_processing):
    """A language whose words are all made of one letter, so that one which is left untranslated stands out."""
    import re

    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    class Cyrillic(QTranslator):
        def translate(self, context, text, disambiguation=None, number=-1):
            if context != "Evenlight":
                return ""
            return "".join(
                part if part.startswith(("{", "<")) else re.sub("[A-Za-z]", "\u0436", part)
                for part in re.split(r"(\{[^{}]*\}|<[^<>]*>|&[a-z]+;)", text)
            )

        def isEmpty(self):
            return False

    translator = Cyrillic()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture(scope="session")
def frozen_values():
    """The values that a saved model holds: ``frozen_values(model)`` gives pairs of parameter definition and value."""
    from qgis.core import QgsProcessingModelChildParameterSource

    # Newer versions of QGIS hold the enum elsewhere.
    static = QgsProcessingModelChildParameterSource.fromStaticValue(0).source()

    def values(model):
        for child in model.childAlgorithms().values():
            for definition in child.algorithm().parameterDefinitions():
                for source in child.parameterSources().get(definition.name(), []):
                    if source.source() == static:
                        yield definition, source.staticValue()

    return values
