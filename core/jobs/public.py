"""What scripts may give a job: folders, patterns and `pathlib.Path` wherever it takes names of files."""

from __future__ import annotations

import functools
import glob
import inspect
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar, Union

from osgeo import gdal

from ..arguments import fitting
from ..errors import EvenlightError, OptionError, UnreadableRasterError, path_text, raise_all
from ..log import sorted_log
from ..masks.polygon_file import read_mask
from ..masks.polygons import PolygonMask
from ..messages import Message
from ..mosaicking.settings import IMAGE_FIELD
from ..progress import Silent
from ..raster.dataset import open_raster, quiet_gdal
from ..raster.transaction import target_path
from ..report.report_file import ReportFile, report_file
from ..settings import OutputSettings
from .call_text import call_text

Result = TypeVar("Result")

Name = Union[str, "os.PathLike[str]"]
"""A file."""
Images = Union[Name, Sequence[Name]]
"""Rasters: their names, or a folder of them, or a pattern such as ``in/*.tif``."""
Output = Union[Name, Sequence[Name], OutputSettings]
"""A folder for the results, a file for each image, or all that can be chosen about them."""
Mask = Union[Name, PolygonMask]
"""A vector file, read whole by `read_mask`, or the polygons of one."""

Report = Union[Name, ReportFile]
"""A file for a report."""

BESIDE = (".ovr", ".msk", ".aux", ".aux.xml")
"""How names of files end that belong to rasters; most of them open as such."""


class NoRasterError(EvenlightError):
    """A folder or pattern names no raster."""

    def __init__(self, name: str):
        super().__init__(Message(
            "{name} names no raster: give a folder of rasters, a pattern such as in/*.tif, or a list of files.",
            name=path_text(name),
        ))


class CallError(EvenlightError):
    """Arguments that a job does not have, or lacks."""

    def __init__(self, job: str, detail: str, arguments: Iterable[str]):
        super().__init__(Message(
            "{job} cannot be called so ({detail}): its arguments are {arguments}.",
            job=job, detail=detail, arguments=", ".join(arguments),
        ))


def public(job: Callable[..., Result]) -> Callable[..., Result]:
    """A job whose ``paths`` and ``local_maps`` may be `Images`, ``output`` an `Output`, ``mask`` a `Mask`.

    Other polygons may be those of a file too, and files may be paths.
    """
    signature = inspect.signature(job)
    declared = signature.parameters.values()
    shown = [entry.replace(annotation=_TAKEN.get(entry.name, entry.annotation)) for entry in declared]

    @functools.wraps(job)
    def call(*arguments: Any, **options: Any) -> Result:
        try:
            given = signature.bind(*arguments, **options)
        except TypeError as error:
            raise CallError(job.__name__, str(error), signature.parameters) from error
        problems: list[EvenlightError] = []
        for name, value in given.arguments.items():
            also, read = _READERS.get(name, ("", None))
            declared = signature.parameters[name].annotation
            try:
                listed = name == "output" and isinstance(value, (list, tuple))
                value = read(value) if read and (listed or isinstance(value, (str, os.PathLike))) else value
                given.arguments[name] = fitting(name, value, declared, job.__globals__, also)
            except EvenlightError as problem:
                problems.append(problem)
        raise_all(problems)
        output = given.arguments.get("output")
        if isinstance(output, OutputSettings) and output.files:
            given.arguments["output"] = _with_images(output, given.arguments["paths"])
        _tell_call(job.__name__, given)
        return _logged(job, given)

    call.__signature__ = signature.replace(parameters=shown)
    return call


def _tell_call(job: str, given: inspect.BoundArguments) -> None:
    """A report says how its run is repeated, unless the caller said it."""
    report, parameters = given.arguments.get("report"), given.signature.parameters
    if report and not report.call:
        given.arguments["report"] = report._replace(call=call_text(job, parameters, given.arguments))
    elif "call" in parameters and not given.arguments.get("call"):
        given.arguments["call"] = call_text(job, parameters, given.arguments)


def _with_images(output: OutputSettings, images: Sequence[str]) -> OutputSettings:
    """The output with the images that its files are of, one for each.  Raises `OptionError`."""
    if len(output.files) != len(images):
        given = Message("{number} files", number=len(output.files))
        raise OptionError("output", given, Message("as many as images, {number}", number=len(images)))
    return replace(output, images=tuple(images), folder=os.path.dirname(os.path.abspath(output.files[0])))


def _output(value: Any) -> OutputSettings:
    if isinstance(value, (list, tuple)):
        return OutputSettings(files=fitting("output", value, "tuple[str, ...]", {}))
    return OutputSettings(folder=value)


def _logged(job: Callable[..., Result], given: inspect.BoundArguments) -> Result:
    """Run a job with its messages in order: verdict, figures, warnings at the end."""
    # also where no one watches: a report tells of all warnings
    known = "progress" in given.signature.parameters
    log = sorted_log(given.arguments.get("progress", Silent())) if known else None
    if log is None:
        return job(*given.args, **given.kwargs)
    given.arguments["progress"], whole = log, False
    try:
        result = job(*given.args, **given.kwargs)
        whole = True
    finally:
        log.close(whole)
    return result


def image_names(images: Images) -> list[str]:
    """The rasters that a script names.

    Those of a folder or pattern come sorted, a folder's without what lies in folders of it, files beside
    rasters, and unfinished results.  Raises `NoRasterError`, or `UnreadableRasterError` for a file that is none.
    """
    if not isinstance(images, (str, os.PathLike)):
        listed = fitting("paths", images, "Sequence[str]", {})
        return [name for item in listed for name in (_names_of(item) if _may_be_several(item) else [item])]
    return _names_of(os.fspath(images))


def _may_be_several(name: str) -> bool:
    """Whether an item of a list is a folder or pattern; what else is no raster is found out with all other problems."""
    return os.path.isdir(name) or (glob.has_magic(name) and not os.path.lexists(name) and not name.startswith("<"))


def _names_of(name: str) -> list[str]:
    """The raster of this name, or those of a folder or pattern."""
    with quiet_gdal():
        if gdal.IdentifyDriverEx(name, gdal.OF_RASTER) is not None:
            return [name]
        if os.path.isdir(name):
            listed = sorted(os.path.join(name, entry) for entry in os.listdir(name))
            found = [file for file in listed if os.path.isfile(file) and _is_own_raster(file)]
        elif not os.path.lexists(name) and glob.has_magic(name):
            found = sorted(file for file in glob.glob(name, recursive=True) if not _is_beside(file))
        else:
            try:
                open_raster(name)
                return [name]
            except UnreadableRasterError:
                if os.path.lexists(name):
                    raise
            found = []
    if not found:
        raise NoRasterError(name)
    return found


def _is_beside(file: str) -> bool:
    """Whether it belongs to a raster, or is an unfinished one."""
    return file.lower().endswith(BESIDE) or target_path(file) != file


def _is_own_raster(file: str) -> bool:
    if _is_beside(file):
        return False
    driver = gdal.IdentifyDriverEx(file, gdal.OF_RASTER)
    if driver is None or not driver.GetMetadataItem(gdal.DCAP_VECTOR):
        return driver is not None
    # such as a GeoPackage, which may hold both
    try:
        return gdal.OpenEx(file, gdal.OF_RASTER) is not None
    except RuntimeError:
        return False


_TAKEN = {
    **dict.fromkeys(("paths", "after", "local_maps", "load_local_maps"), "Images"),
    "output": "Output",
    **dict.fromkeys(("mask", "avoid", "edited"), "Mask | None"),
    "report": "Report | None",
}
_READERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "paths": (Message("a folder, a pattern"), image_names),
    **dict.fromkeys(("after", "local_maps", "load_local_maps"), (Message("a folder, a pattern"), image_names)),
    "output": (Message("a folder, a file for each image"), _output),
    "mask": (Message("a vector file"), read_mask),
    "avoid": (Message("a vector file"), read_mask),
    "edited": (Message("a vector file"), functools.partial(read_mask, field=IMAGE_FIELD)),
    "report": (Message("a file that ends with .html, .json or .csv,"), report_file),
}
"""What else than is declared an argument may be, and what a name that is given for it stands for."""
