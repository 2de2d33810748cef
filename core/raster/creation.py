"""How results are laid out on disk: tiles, compression, and the user's own options."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from osgeo import gdal

from ..errors import EvenlightError, OptionError
from ..messages import Message, joined
from ..settings import OutputFormat, OutputSettings
from .dataset import numpy_type
from .image import Image
from .writing import Marks, marks_of, output_type

LARGEST_TILE = 4096
SMALLEST_TILE = 16
"""Pixels along a side."""

YES = ("YES", "TRUE", "ON", "1")

REGRIDDING = ("TARGET_SRS", "EXTENT", "RES", "ZOOM_LEVEL", "ZOOM_LEVEL_STRATEGY", "ALIGNED_LEVELS")
"""Options of the COG driver by which results would lie on another grid than their images."""

LOSSLESS = Message("a lossless compression such as COMPRESS=DEFLATE")

DRIVERS = {OutputFormat.GEOTIFF: "GTiff", OutputFormat.COG: "COG"}


def tile_size(image: Image, window_size: int | None, most_pixels: float = math.inf) -> tuple[int, int]:
    """Width and height of the output's tiles: as asked, else the image's own, else 256.

    A tile is never larger than the image, and never has more pixels than memory allows.
    """
    width, height = image.tiling
    if window_size is not None:
        width = height = min(window_size, LARGEST_TILE)
    elif width % SMALLEST_TILE or height % SMALLEST_TILE or (width >= image.width and width != height):
        width = height = 256
    width, height = _whole(min(width, image.width)), _whole(min(height, image.height))
    while width * height > max(most_pixels, SMALLEST_TILE**2):
        width, height = (_whole(width // 2), height) if width >= height else (width, _whole(height // 2))
    return width, height


def _whole(side: int) -> int:
    """TIFF tiles are multiples of 16 pixels."""
    return max(SMALLEST_TILE, -(-side // SMALLEST_TILE) * SMALLEST_TILE)


def geotiff_options(image: Image, output: OutputSettings, tile: tuple[int, int], threads: int) -> list[str]:
    """The user's options, or tiled and compressed; what the user leaves open is filled in."""
    options = parse_options(output.creation_options) if output.format is OutputFormat.GEOTIFF else {}
    if not options:
        kind = numpy_type(output_type(image, output.dtype)).kind
        options = {"COMPRESS": "DEFLATE", "PREDICTOR": "3" if kind == "f" else "2"}
    if options.setdefault("TILED", "YES").upper() in YES:
        options.setdefault("BLOCKXSIZE", str(tile[0]))
        options.setdefault("BLOCKYSIZE", str(tile[1]))
    options.setdefault("BIGTIFF", "IF_SAFER")
    options.setdefault("ALPHA", "NO" if image.alpha is None else "UNSPECIFIED")
    if options.get("COMPRESS", "NONE").upper() != "NONE" and threads > 1:
        options.setdefault("NUM_THREADS", str(threads))
    return [f"{key}={value}" for key, value in options.items()]


def cog_options(output: OutputSettings, window_size: int | None, threads: int) -> list[str]:
    """The user's options for a cloud optimised GeoTIFF, or compressed without loss."""
    options = parse_options(output.creation_options) or {"COMPRESS": "DEFLATE", "PREDICTOR": "YES"}
    if window_size is not None:
        # the COG driver takes blocks from 128 pixels on
        options.setdefault("BLOCKSIZE", str(max(128, _whole(min(window_size, LARGEST_TILE)))))
    options.setdefault("BIGTIFF", "IF_SAFER")
    options.setdefault("NUM_THREADS", str(threads))
    return [f"{key}={value}" for key, value in options.items()]


def lossy_option(output: OutputSettings, gdal_type: int) -> str:
    """The option by which values of a result, and what they say about validity, change when they are compressed.

    Empty where they stay bit by bit.
    """
    if output.format is OutputFormat.VIRTUAL:
        return ""
    options = parse_options(output.creation_options)
    if options.get("DISCARD_LSB", "0").strip("0,"):
        return f"DISCARD_LSB={options['DISCARD_LSB']}"
    for prefix in ("", "OVERVIEW_"):
        compression = options.get(f"{prefix}COMPRESS", "").upper()
        if compression == "WEBP" and output.format is OutputFormat.COG:
            lossy = options.get(f"{prefix}QUALITY", "75") != "100"
        elif compression == "WEBP":
            lossy = options.get("WEBP_LOSSLESS", "NO").upper() not in YES
        elif compression == "JXL":
            lossy = options.get("JXL_LOSSLESS", "YES").upper() not in YES
        elif compression.startswith("LERC"):
            # of several bands in floating point it hides what is NaN in one of them
            lossy = numpy_type(gdal_type).kind == "f" or bool(options.get("MAX_Z_ERROR", "0").strip("0."))
        else:
            lossy = compression == "JPEG"
        if lossy:
            return f"{prefix}COMPRESS={compression}"
    return ""


def changes_values(output: OutputSettings) -> str:
    """The option by which pixels that are data change when they are compressed, or nothing."""
    # of whole numbers LERC keeps everything unless it is asked not to
    return lossy_option(output, gdal.GDT_Byte)


def result_marks(image: Image, gdal_type: int, output: OutputSettings) -> Marks:
    """How the image's result tells which of its pixels are data."""
    return marks_of(image, gdal_type, bool(lossy_option(output, gdal_type)))


def check_values_kept(images: Sequence[Image], output: OutputSettings, exact: bool = False) -> list[EvenlightError]:
    """Options under which results would lose values, or which of them are data.

    ``images``: as their results will be; ``exact``: whether every value has a meaning of its own.
    """
    if output.format is OutputFormat.VIRTUAL:
        return []
    options = parse_options(output.creation_options)
    problems: list[EvenlightError] = []
    if options.get("PIXELTYPE", "").upper() == "SIGNEDBYTE":
        problems.append(OptionError("CREATION_OPTIONS", "PIXELTYPE=SIGNEDBYTE", Message(
            "OUTPUT_DTYPE for another data type"
        )))
    problems += [
        OptionError("CREATION_OPTIONS", f"{key}={value}", Message(
            "no option that warps: results keep the grid of their images"
        ))
        for key, value in options.items()
        if key in REGRIDDING or (key == "TILING_SCHEME" and value.upper() != "CUSTOM")
    ]
    types = {output_type(image, output.dtype) for image in images}
    bits = max((8 * numpy_type(kind).itemsize for kind in types), default=0)
    if "NBITS" in options and (not options["NBITS"].isdecimal() or int(options["NBITS"]) < bits):
        wanted = Message(
            "no NBITS below {bits}, which the data type of the results has, or values would be cut", bits=bits
        )
        problems.append(OptionError("CREATION_OPTIONS", f"NBITS={options['NBITS']}", wanted))
    lossy = next(filter(None, (lossy_option(output, kind) for kind in types)), "")
    opaque = [image.path for image in images if image.alpha is not None]
    if lossy and exact:
        problems.append(OptionError("CREATION_OPTIONS", lossy, Message(
            "{lossless}: every value of the result has a meaning", lossless=LOSSLESS
        )))
    elif lossy and opaque:
        why = Message(
            "the alpha band of {opaque} tells which pixels are data and must stay as it is", opaque=joined(", ", opaque)
        )
        problems.append(OptionError("CREATION_OPTIONS", lossy, Message(
            "{lossless}: {why}", lossless=LOSSLESS, why=why
        )))
    return problems


def parse_options(text: str) -> dict[str, str]:
    """``KEY=VALUE|KEY=VALUE``, as GDAL's own algorithms write it.

    Raises `OptionError`.
    """
    options: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in text.replace("\n", "|").split("|"))):
        key, separator, value = entry.partition("=")
        if not separator or not key or not value:
            raise OptionError("CREATION_OPTIONS", entry, Message("KEY=VALUE pairs with | between them"))
        options[key.strip().upper()] = value.strip()
    return options


UNFIT = {"STREAMABLE_OUTPUT": ("YES", "TRUE", "ON", "1"), "PHOTOMETRIC": ("CIELAB", "ICCLAB", "ITULAB")}
LOST = {
    "STREAMABLE_OUTPUT": Message("masks are lost"),
    "PHOTOMETRIC": Message("values would be taken for other colours"),
}
"""Options with which results would not be what was computed, and why."""


def check_options(output: OutputSettings) -> list[EvenlightError]:
    """Options that GDAL's driver does not know: it would leave them out without a word."""
    try:
        options = parse_options(output.creation_options)
    except OptionError as problem:
        return [problem]
    if output.format not in DRIVERS:
        return _unread_by_virtual(output)
    driver = DRIVERS[output.format]
    known = _known_options(driver)
    problems: list[EvenlightError] = []
    for key, value in options.items():
        if key not in known:
            problems.append(OptionError("CREATION_OPTIONS", key, Message(
                "options of {driver}: {listed}", driver=driver, listed=_listed(known)
            )))
        elif known[key] and value.upper() not in known[key]:
            problems.append(OptionError("CREATION_OPTIONS", f"{key}={value}", _listed(known[key])))
        elif value.upper() in UNFIT.get(key, ()):
            problems.append(OptionError("CREATION_OPTIONS", f"{key}={value}", Message(
                "others: with it {lost}", lost=LOST[key]
            )))
    return problems


def _unread_by_virtual(output: OutputSettings) -> list[EvenlightError]:
    """A recipe is no file of pixels: it has neither creation options nor overviews."""
    problems: list[EvenlightError] = []
    if output.creation_options:
        problems.append(OptionError("CREATION_OPTIONS", output.creation_options, Message(
            "nothing with virtual results"
        )))
    if output.overviews:
        problems.append(OptionError("BUILD_OVERVIEWS", output.overviews, Message("false with virtual results")))
    return problems


def _known_options(driver: str) -> dict[str, list[str]]:
    """The options of a driver with the words they may have; no words where anything goes."""
    described = gdal.GetDriverByName(driver).GetMetadataItem("DMD_CREATIONOPTIONLIST") or ""
    known: dict[str, list[str]] = {}
    for entry in re.findall(r"<Option\b.*?(?:/>|</Option>)", described, flags=re.DOTALL):
        name = re.search(r"name=['\"](\w+)['\"]", entry)
        if name:
            known[name.group(1).upper()] = [word.upper() for word in re.findall(r"<Value[^>]*>([^<]*)<", entry)]
    return known


def _listed(words) -> str:
    return ", ".join(sorted(words))
