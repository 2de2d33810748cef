"""What scripts may give a job: folders, patterns and `pathlib.Path` wherever it takes names of files."""

from __future__ import annotations

import functools
import glob
import inspect
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, Union

from osgeo import gdal

from ..errors import EvenlightError, path_text
from ..masks.polygon_file import read_mask
from ..masks.polygons import PolygonMask
from ..raster.dataset import quiet_gdal
from ..raster.transaction import target_path
from ..settings import OutputSettings

Result = TypeVar("Result")

Name = Union[str, "os.PathLike[str]"]
"""A file."""
Images = Union[Name, Sequence[Name]]
"""Rasters: their names, or a folder of them, or a pattern such as ``in/*.tif``."""
Output = Union[Name, OutputSettings]
"""A folder for the results, or all that can be chosen about them."""
Mask = Union[Name, PolygonMask]
"""A vector file, read whole by `read_mask`, or the polygons of one."""

BESIDE = (".ovr", ".msk", ".aux")
"""How names of files end that belong to rasters and open as such."""


class NoRasterError(EvenlightError):
    """A folder or pattern names no raster."""

    def __init__(self, name: str):
        super().__init__(
            f"{path_text(name)} names no raster: give a folder of rasters, a pattern such as in/*.tif, or a list of "
            "files."
        )


def public(job: Callable[..., Result]) -> Callable[..., Result]:
    """A job whose ``paths`` may be `Images`, ``output`` an `Output`, ``mask``, ``avoid`` a `Mask`, and files paths."""
    signature = inspect.signature(job)
    declared = signature.parameters.values()
    shown = [entry.replace(annotation=_TAKEN.get(entry.name, entry.annotation)) for entry in declared]

    @functools.wraps(job)
    def call(*arguments: Any, **options: Any) -> Result:
        given = signature.bind(*arguments, **options)
        for name, value in given.arguments.items():
            given.arguments[name] = _READERS.get(name, _plain)(value)
        return job(*given.args, **given.kwargs)

    call.__signature__ = signature.replace(parameters=shown)
    return call


def image_names(images: Images) -> list[str]:
    """The rasters that a script names.

    Those of a folder or pattern come sorted, a folder's without what lies in folders of it, files beside
    rasters, and unfinished results.  Raises `NoRasterError`.
    """
    if not isinstance(images, (str, os.PathLike)):
        return [os.fspath(image) for image in images]
    name = os.fspath(images)
    with quiet_gdal():
        if gdal.IdentifyDriverEx(name, gdal.OF_RASTER) is not None:
            return [name]
        if os.path.isdir(name):
            listed = sorted(os.path.join(name, entry) for entry in os.listdir(name))
            found = [file for file in listed if os.path.isfile(file) and _is_own_raster(file)]
        elif not os.path.lexists(name) and glob.has_magic(name):
            found = sorted(glob.glob(name, recursive=True))
        else:
            # checks say what is wrong with it
            return [name]
    if not found:
        raise NoRasterError(name)
    return found


def _is_own_raster(file: str) -> bool:
    if file.lower().endswith(BESIDE) or target_path(file) != file:
        return False
    driver = gdal.IdentifyDriverEx(file, gdal.OF_RASTER)
    if driver is None or not driver.GetMetadataItem(gdal.DCAP_VECTOR):
        return driver is not None
    # such as a GeoPackage, which may hold both
    try:
        return gdal.OpenEx(file, gdal.OF_RASTER) is not None
    except RuntimeError:
        return False


def output_of(output: Output) -> OutputSettings:
    """The settings of an output that may be a folder alone."""
    return output if isinstance(output, OutputSettings) else OutputSettings(folder=os.fspath(output))


def _mask(mask: Mask | None) -> PolygonMask | None:
    return read_mask(mask) if isinstance(mask, (str, os.PathLike)) else mask


def _plain(value: Any) -> Any:
    """A name as a string; lists of names as lists of strings."""
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return [_plain(entry) for entry in value]
    return os.fspath(value) if isinstance(value, os.PathLike) else value


_TAKEN = {"paths": "Images", "output": "Output", "mask": "Mask | None", "avoid": "Mask | None"}
_READERS: dict[str, Callable[[Any], Any]] = {
    "paths": image_names, "output": output_of, "mask": _mask, "avoid": _mask,
}  # fmt: skip
