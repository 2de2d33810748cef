"""How results are laid out on disk: tiles, compression, and the user's own options."""

from __future__ import annotations

import math
import re

from osgeo import gdal

from ..errors import EvenlightError, OptionError
from ..settings import OutputFormat, OutputSettings
from .dataset import numpy_type
from .image import Image
from .writing import output_type

LARGEST_TILE = 4096
SMALLEST_TILE = 16
"""Pixels along a side."""

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
    if options.setdefault("TILED", "YES").upper() in ("YES", "TRUE", "ON", "1"):
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


def parse_options(text: str) -> dict[str, str]:
    """``KEY=VALUE|KEY=VALUE``, as GDAL's own algorithms write it.

    Raises `OptionError`.
    """
    options: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in text.replace("\n", "|").split("|"))):
        key, separator, value = entry.partition("=")
        if not separator or not key or not value:
            raise OptionError("CREATION_OPTIONS", entry, "KEY=VALUE pairs with | between them")
        options[key.strip().upper()] = value.strip()
    return options


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
            problems.append(OptionError("CREATION_OPTIONS", key, f"options of {driver}: {_listed(known)}"))
        elif known[key] and value.upper() not in known[key]:
            problems.append(OptionError("CREATION_OPTIONS", f"{key}={value}", _listed(known[key])))
    return problems


def _unread_by_virtual(output: OutputSettings) -> list[EvenlightError]:
    """A recipe is no file of pixels: it has neither creation options nor overviews."""
    problems: list[EvenlightError] = []
    if output.creation_options:
        problems.append(OptionError("CREATION_OPTIONS", output.creation_options, "nothing with virtual results"))
    if output.overviews:
        problems.append(OptionError("BUILD_OVERVIEWS", output.overviews, "false with virtual results"))
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
