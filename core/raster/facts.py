"""What can be said of an image without reading its pixels, for expressions that rank images."""

from __future__ import annotations

import contextlib
import datetime
import math
import re

from .dataset import readable
from .image import Image, open_image
from .reference_system import spatial_reference

FACTS = (
    "name", "path", "index", "bands", "width", "height", "data_type", "pixel_size", "resolution", "crs", "nodata",
    "date",
)  # fmt: skip
"""Names of what `image_facts` tells."""

DATE_TAG = "TIFFTAG_DATETIME"
"""Year:month:day hour:minute:second."""

DATE_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?:[-_T]?(\d\d)[-_:.]?(\d\d)[-_:.]?(\d\d)(?!\d)|(?!\d))"
)
"""Such as 20230512, 2023-05-12 or 20230512T101112."""


def image_facts(image: Image, index: int) -> dict[str, object]:
    """`FACTS` of an image, None for what is not known; ``index``: its place in the inputs, from 1 on.

    ``pixel_size``: side of a pixel in map units, ``resolution``: in metres; of pixels that are no squares that of
    squares of equal area.  ``date``: a `datetime.datetime`, of the file's tag, else from its name.
    """
    size = math.sqrt(math.prod(image.grid.pixel_size))
    values = (
        image.name, image.path, index, len(image.bands), image.width, image.height, image.dtype.name, size,
        size * metres_of_unit(image) if image.crs else None, _system(image.crs), image.nodata[0], _date(image),
    )  # fmt: skip
    return dict(zip(FACTS, values))


def metres_of_unit(image: Image) -> float:
    """Metres of a unit of the image's system, in its middle."""
    system = spatial_reference(image.crs)
    if not system.IsGeographic():
        return float(system.GetLinearUnits())
    _, south, _, north = image.bounds
    narrower = max(math.cos((south + north) / 2 * system.GetAngularUnits()), 0.0)
    return float(system.GetAngularUnits() * system.GetSemiMajor() * math.sqrt(narrower))


def _system(crs: str) -> str | None:
    """The authority's code of a system, or its WKT."""
    if not crs:
        return None
    system = spatial_reference(crs)
    name, code = system.GetAuthorityName(None), system.GetAuthorityCode(None)
    return f"{name}:{code}" if name and code else crs


def _date(image: Image) -> datetime.datetime | None:
    tag = readable(open_image(image).GetMetadataItem(DATE_TAG) or "").strip()
    try:
        return datetime.datetime.strptime(tag, "%Y:%m:%d %H:%M:%S")
    except ValueError:
        # no tag, or one that says something else
        return date_in(image.name)


def date_in(name: str) -> datetime.datetime | None:
    """The first date in a name; None without one."""
    for match in DATE_IN_NAME.finditer(name):
        year, _, month, day, *time = match.groups()
        # digits after a date may be no time, and others no date
        for numbers in ((year, month, day, *(part or "0" for part in time)), (year, month, day)):
            with contextlib.suppress(ValueError):
                return datetime.datetime(*map(int, numbers))
    return None
