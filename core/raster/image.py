"""What one input image is: facts read from its header, no pixels."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from osgeo import gdal

from ..errors import (
    DamagedRasterError,
    EvenlightError,
    FlatPixelsError,
    NoGeoreferenceError,
    UnsupportedRasterError,
    some,
)
from ..messages import Message
from .border import Border
from .dataset import common_type, numpy_type, open_raster, read_window, readable
from .grid import Grid
from .identity import InputChangedError, Mark, marks_of, shape_of
from .nodata import hides
from .reference_system import Bounds
from .virtual_sources import MissingSourceError, check_mark, missing_source, named_after
from .window import Window

SENSOR_TAGS = (
    *("EXIF_Make", "EXIF_Model", "EXIF_BodySerialNumber", "CAMERA", "CAMERA_MODEL", "CAMERA_SERIAL_NUMBER"),
    *("PLATFORM", "SATELLITE", "SATELLITEID", "SPACECRAFT_ID", "SENSOR", "SENSOR_ID", "INSTRUMENT"),
    *("FLIGHT", "FLIGHT_ID"),
)
"""Tags that are the same in all images of one sensor and flight."""

NO_GEOTRANSFORM = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class PlacedName(str):
    """A raster's name with the coordinate system that the user says it has, whatever its file says."""

    crs: str

    def __new__(cls, name: str, crs: str = "") -> PlacedName:
        """``crs``: WKT."""
        placed = super().__new__(cls, name)
        placed.crs = crs
        return placed


@dataclass(frozen=True)
class Image:
    """Facts about one input raster; its identity is its path."""

    path: str
    """File name or any other name that GDAL opens."""
    name: str
    """File name without folder and last extension; may be shared by several images."""
    grid: Grid
    """Where its pixels lie."""
    bands: tuple[int, ...]
    """Numbers (from 1) of the bands that hold measurements; alpha is not one of them."""
    alpha: int | None
    """Number of the alpha band."""
    gdal_type: int
    """GDAL data type of the measuring bands."""
    nodata: tuple[float | None, ...]
    """Nodata value that each measuring band declares."""
    file_mask: bool
    """Whether the file has one mask (internal or .msk) for all bands."""
    tiling: tuple[int, int]
    """Width and height of the file's own blocks."""
    scales: tuple[tuple[float, float], ...]
    """Scale and offset tag of each measuring band: physical = scale * stored + offset."""
    sensor: str = ""
    """What took it, as far as its tags tell: images with one text share one light."""
    palette: tuple[tuple[int, ...], ...] = ()
    """Colours of the values, where these are classes; empty where they are measurements."""
    colours: tuple[int, ...] = ()
    """What each measuring band is drawn as, as GDAL numbers it."""
    nodata_overridden: bool = False
    """Whether `nodata` is the user's and the file's own masks and alpha do not count."""
    band_masks: tuple[bool, ...] = ()
    """Whether each measuring band has a mask of its own; empty where none has."""
    border: Border | None = None
    """The constant border, where it was looked for and found; none of its pixels is valid."""
    marks: tuple[Mark, ...] = field(default=(), compare=False, repr=False)
    """Its files as they were when it was described."""
    file_shape: tuple[int, int, int] = field(default=(0, 0, 0), compare=False, repr=False)
    """Columns, rows and bands of its file, whatever becomes of the image."""

    def __getstate__(self) -> dict:
        """On another machine files have other numbers, and perhaps other times."""
        return {**self.__dict__, "marks": ()}

    @property
    def dtype(self) -> np.dtype:
        """Numpy type of the measuring bands."""
        return numpy_type(self.gdal_type)

    @property
    def shared_mask(self) -> bool:
        """Whether a mask or alpha hides pixels in all bands at once."""
        return self.file_mask or (self.alpha is not None and not self.nodata_overridden)

    @property
    def nodata_hides(self) -> bool:
        """Whether any band declares a nodata value that its pixels can have."""
        return any(hides(value, self.dtype) for value in self.nodata)

    @property
    def declares(self) -> bool:
        """Whether the file, or the user for it, says in any way that pixels hold nothing."""
        return self.nodata_overridden or self.shared_mask or self.nodata_hides or bool(self.band_masks)

    @property
    def hidden_together(self) -> bool:
        """Whether all bands are valid at the same pixels, but for values that are not finite."""
        return self.shared_mask and not self.nodata_hides and not self.band_masks

    @property
    def placed(self) -> bool:
        """Whether the file says where it lies."""
        return _is_placed(self.grid)

    @property
    def width(self) -> int:
        """Columns."""
        return self.grid.width

    @property
    def height(self) -> int:
        """Rows."""
        return self.grid.height

    @property
    def geotransform(self) -> tuple[float, ...]:
        """GDAL's six numbers."""
        return self.grid.geotransform

    @property
    def crs(self) -> str:
        """WKT; empty where the file has none."""
        return self.grid.crs

    def on_grid(self, grid: Grid) -> Image:
        """The same image with its pixels elsewhere."""
        return replace(self, grid=grid)

    @property
    def bounds(self) -> Bounds:
        """West, south, east, north of the raster in its own system."""
        return self.grid.bounds

    def with_values(
        self, gdal_type: int, nodata: float | None, bands: int = 1, scales: Sequence[tuple[float, float]] | None = None
    ) -> Image:
        """The same grid with values of another meaning, which are data wherever they are not ``nodata``."""
        return replace(
            self, bands=tuple(range(1, bands + 1)), alpha=None, gdal_type=gdal_type, nodata=(nodata,) * bands,
            file_mask=False, band_masks=(), border=None, nodata_overridden=False,
            scales=tuple(scales or [(1.0, 0.0)] * bands),
        )  # fmt: skip

    def with_validity(self) -> Image:
        """The same image, with a mask if it marks nothing as invalid: any value of its bands may be data."""
        return self if self.declares else replace(self, file_mask=True)

    def with_nodata(self, nodata: float | None) -> Image:
        """The same image with the user's nodata value, or itself where the user gave none."""
        if nodata is None:
            return self
        changes = {"file_mask": False, "nodata_overridden": True, "band_masks": ()}
        return replace(self, nodata=(nodata,) * len(self.bands), **changes)


def identity(path: str) -> str:
    """One spelling for all ways to name the same file."""
    return os.path.realpath(path) if os.path.exists(path) else path


def same_file_key(path: str) -> str:
    """What all names of one file have in common, also where the system takes capitals for no difference."""
    return os.path.normcase(identity(path))


def called(name: str, images: Sequence[Image]) -> list[int]:
    """The images that a path names, that lie in a folder or fit a pattern, or else that have this name.

    That is their file's, with or without extension.
    """
    pattern = os.path.join(glob.escape(name), "*") if os.path.isdir(name) else name
    keys = {same_file_key(name), *map(same_file_key, glob.glob(pattern, recursive=True))}
    found = [index for index, image in enumerate(images) if same_file_key(image.path) in keys]
    return found or [n for n, image in enumerate(images) if name in (image.name, os.path.basename(image.path))]


def describe(path: str, placed: bool = True, classes: bool = False) -> Image:
    """Read the facts about ``path``, which must be ``placed`` on the ground if nothing else is said.

    ``classes``: whether its values may be indices of a palette.

    Raises `UnreadableRasterError`, `UnsupportedRasterError` (complex, palette, no measuring
    band), `NoGeoreferenceError`, `FlatPixelsError`, or `ReplacedSourceError` and `DamagedRasterError` of our
    virtual rasters.
    """
    dataset = open_raster(path)
    check_mark(path, dataset)
    numbers = range(1, dataset.RasterCount + 1)
    bands = [dataset.GetRasterBand(number) for number in numbers]
    alpha = next((n for n, b in zip(numbers, bands) if b.GetColorInterpretation() == gdal.GCI_AlphaBand), None)
    data = [(number, band) for number, band in zip(numbers, bands) if number != alpha]
    if not data:
        raise UnsupportedRasterError(path, *_without_bands(dataset))
    _refuse_unsupported(path, [band for _, band in data], classes)
    crs = path.crs if isinstance(path, PlacedName) else readable(dataset.GetProjection())
    grid = Grid(crs, tuple(dataset.GetGeoTransform()), dataset.RasterXSize, dataset.RasterYSize)
    if placed and not _is_placed(grid):
        raise NoGeoreferenceError(path)
    if placed and grid.is_flat:
        raise FlatPixelsError(path)
    flags = data[0][1].GetMaskFlags()
    masked = tuple(band.GetMaskFlags() == 0 for _, band in data)
    return Image(
        path=path,
        name=_name(path, dataset),
        grid=grid,
        bands=tuple(number for number, _ in data),
        alpha=alpha,
        gdal_type=common_type([band.DataType for _, band in data]),
        nodata=tuple(band.GetNoDataValue() for _, band in data),
        # all nodata values together are one mask too; that of alpha GDAL sees beside one or three bands only
        file_mask=bool(flags & gdal.GMF_PER_DATASET) and not flags & gdal.GMF_ALPHA,
        tiling=tuple(data[0][1].GetBlockSize()),
        scales=tuple(_scale(band) for _, band in data),
        sensor=_sensor(dataset),
        palette=_palette(data[0][1]),
        colours=tuple(band.GetColorInterpretation() for _, band in data),
        band_masks=masked if any(masked) else (),
        marks=marks_of(path, dataset),
        file_shape=shape_of(dataset),
    )


def _sensor(dataset: gdal.Dataset) -> str:
    tags = {**(dataset.GetMetadata("IMAGERY") or {}), **(dataset.GetMetadata() or {})}
    by_name = {key.upper(): value for key, value in readable(tags).items()}
    return " ".join(by_name[tag.upper()].strip() for tag in SENSOR_TAGS if by_name.get(tag.upper()))


def _name(path: str, dataset: gdal.Dataset) -> str:
    """The file's name without its last extension; of a table in a container with the table's, as two_north."""
    path = named_after(path)
    # one letter is a drive of Windows; only where it is needed, for a GeoTIFF lists its whole folder
    files = dataset.GetFileList() if re.match(r"\w{2,}:(?!//)", path) else None
    file = files[0] if files and files[0] in path else path
    before, _, table = path.partition(file)
    name = os.path.splitext(os.path.basename(file.rstrip("/\\")))[0] or path
    # some formats say the table before the file: GTIFF_DIR:2:two.tif
    parts = re.split(r"[^\w.-]+", table or before.partition(":")[2])
    return "_".join([name, *filter(None, parts)])


def check_unchanged(images: Iterable[Image]) -> None:
    """Raise `InputChangedError` where an image is not what it was when it was described.

    An image that has travelled to another machine has no marks: they mean nothing there.
    """
    for image in images:
        for mark in image.marks:
            if not mark.holds():
                raise InputChangedError(image.path, mark.file)


def open_image(image: Image) -> gdal.Dataset:
    """Open an image for reading, if it still is what was described.

    Raises `InputChangedError` or `UnreadableRasterError`.
    """
    check_unchanged([image])
    dataset = open_raster(image.path)
    if shape_of(dataset) != image.file_shape:
        raise InputChangedError(image.path, image.path)
    return dataset


def probe_pixels(image: Image) -> None:
    """Read the last pixel of an image; what was cut off is missing there.

    Raises `DamagedRasterError`.
    """
    dataset = open_image(image)
    read_window(dataset, image.path, image.bands, Window(image.width - 1, image.height - 1, 1, 1))


def inspect(
    path: str, nodata: float | None = None, placed: bool = True, classes: bool = False
) -> Image | EvenlightError:
    """The image, or the reason why it cannot be used: checks collect all reasons."""
    missing = missing_source(path)
    if missing is not None:
        return MissingSourceError(path, missing)
    try:
        image = describe(path, placed, classes)
        probe_pixels(image)
    except EvenlightError as problem:
        return problem
    except RuntimeError as error:
        return DamagedRasterError(path, str(error))
    return image.with_nodata(nodata)


def _is_placed(grid: Grid) -> bool:
    return bool(grid.crs) or grid.geotransform not in (NO_GEOTRANSFORM, (*NO_GEOTRANSFORM[:5], -1.0))


def _without_bands(dataset: gdal.Dataset) -> tuple[str, str]:
    """What is wrong with a file without measurements, and the remedy."""
    names = [name for name, _ in dataset.GetSubDatasets()]
    if names:
        # GDAL opens such a file as one raster without any band
        remedy = Message("choose one of them: {names}.", names=some(names))
        return Message("holds {number} rasters", number=len(names)), remedy
    return Message("has no band beside alpha"), Message("choose an image with measurements.")


def _refuse_unsupported(path: str, bands: list[gdal.Band], classes: bool) -> None:
    if any(gdal.DataTypeIsComplex(band.DataType) for band in bands):
        raise UnsupportedRasterError(
            path, Message("holds complex numbers"), Message("convert it to amplitude or intensity first.")
        )
    # from GDAL 3.7 on they have a type of their own, and asking is a warning
    if not hasattr(gdal, "GDT_Int8") and any(
        band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE" for band in bands
    ):
        raise UnsupportedRasterError(
            path, Message("holds signed bytes, which this GDAL reads without their sign"),
            Message(
                'convert it to Int16 first (gdal_calc with --type=Int16 --calc="(A+128.0)%256-128"), or take GDAL 3.7 '
                "or newer."
            ),
        )  # fmt: skip
    if not classes and any(band.GetColorInterpretation() == gdal.GCI_PaletteIndex for band in bands):
        raise UnsupportedRasterError(
            path, Message("holds palette indices, not colours"),
            Message(
                "if they are colours, convert it with PCT to RGB first; classes can be joined by Mosaic, but not "
                "measured."
            ),
        )  # fmt: skip


def _palette(band: gdal.Band) -> tuple[tuple[int, ...], ...]:
    table = band.GetColorTable() if band.GetColorInterpretation() == gdal.GCI_PaletteIndex else None
    return () if table is None else tuple(table.GetColorEntry(index) for index in range(table.GetCount()))


def _scale(band: gdal.Band) -> tuple[float, float]:
    """Scale and offset tag; of classes, which are no numbers, they say nothing."""
    if band.GetColorInterpretation() == gdal.GCI_PaletteIndex:
        return 1.0, 0.0
    return _or(band.GetScale(), 1.0), _or(band.GetOffset(), 0.0)


def _or(value: float | None, default: float) -> float:
    return default if value is None else float(value)


def file_size(path: str) -> int | None:
    """Bytes of the image's file; None where it is not a plain file."""
    return os.path.getsize(path) if os.path.isfile(path) else None
