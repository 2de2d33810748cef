"""What `mosaic` and `seamlines` share: checks before a pixel is read, and the way to a partition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from osgeo import ogr

from ..checks import find_images, raise_all
from ..errors import EvenlightError, OptionError, some
from ..log import table
from ..masks.errors import NoLocksError
from ..masks.polygon_file import read_mask
from ..masks.polygons import MaskPolygon, PolygonMask, Rasterizer, assign_polygons, number_of, prepared
from ..messages import Message, counted, grouped, joined
from ..mosaicking.claims import Claim
from ..mosaicking.finding import find_partition
from ..mosaicking.members import Layout, layout_of
from ..mosaicking.partition import Partition
from ..mosaicking.seam_table import seam_figures, table_rows
from ..mosaicking.settings import SeamMethod, SeamSettings
from ..mosaicking.source_map import Named
from ..mosaicking.survey import Survey, bytes_waiting
from ..naming import check_space
from ..raster.dataset import numpy_type
from ..raster.image import Image, identity
from ..raster.image_names import images_by_name
from ..raster.rescaled import Rescaled, common_values, finest_scales, scales_differ
from ..raster.source import FileSource, Handles
from ..raster.target_grid import TargetGrid
from ..run import Run
from ..settings import GridSettings, OutputSettings, Resampling, StatisticsSettings
from ..statistics.borders import with_borders

ELSEWHERE = Message("Check where its layer lies, and its coordinate system.")
"""What to do about polygons beside all images."""

NO_PIXEL = Message(
    "The mosaic has no valid pixel: all of the images is nodata, or smaller than a pixel of the mosaic. Check "
    "NODATA, PIXEL_SIZE and TARGET_CRS."
)

IMAGES_SHOWN = 10
"""Rows of a table of images."""


class Inputs(NamedTuple):
    """The images of a mosaic in one fixed order, which does not hang on that of the inputs."""

    images: tuple[Image, ...]
    numbers: tuple[int, ...]
    """Of each, from 1 on: its place in the inputs."""
    layout: Layout
    ranks: tuple[float, ...] | None
    given: int
    """Inputs, with those that lie beside the grid."""

    def in_their_order(self, areas: Sequence[int]) -> list[int]:
        """Pixels of each image in the order of the inputs, from those in the order of these images."""
        found = dict(zip(self.numbers, areas))
        return [found.get(number, 0) for number in range(1, self.given + 1)]

    def areas_by_path(self, areas: Sequence[int]) -> dict[str, int]:
        """Pixels of each image by its path, from those in the order of the inputs; empty where there are none."""
        return {image.path: areas[n - 1] for image, n in zip(self.images, self.numbers)} if areas else {}


def files_read(
    paths: Sequence[str], edited: PolygonMask | None, avoid: PolygonMask | None, rank_table: str | None
) -> list[str]:
    """All that a mosaic is made from: no result may take its place."""
    return [*paths, *filter(None, (edited and edited.source, avoid and avoid.source, rank_table))]


def find_inputs(
    paths: Sequence[str],
    seams: SeamSettings,
    ranks: Sequence[float] | None,
    grid: GridSettings,
    statistics: StatisticsSettings,
    run: Run,
    problems: Sequence[EvenlightError],
) -> Inputs:
    """The images, if nothing is wrong.  Raises `Problems` with all that is, with ``problems`` among it."""
    images, found = find_images(paths, 1, statistics.nodata, run.progress, classes=True)
    if any(image.palette for image in images):
        # what lies between two classes is a third one
        grid = replace(grid, resampling=Resampling.NEAREST)
        found += check_palettes(images)
    found = [*found, *problems, *check_seams(seams, ranks, len(paths)), *check_grid(images, grid)]
    raise_all(found)
    warn_of_ranks(seams, ranks, run)
    bordered = with_borders(images, statistics.constant_border, run.stage(0.0, 0.0))
    inputs = inputs_of(bordered, ranks, grid, run)
    return inputs._replace(layout=with_one_scale(inputs.layout, run))


class PalettesError(EvenlightError):
    """Values that mean classes of several palettes."""

    def __init__(self, one: str, other: str):
        super().__init__(Message(
            "{first} and {other} hold classes of different palettes, or only one of them does: join those of one "
            "palette.",
            first=one, other=other,
        ))


def check_palettes(images: Sequence[Image]) -> list[EvenlightError]:
    """Whether equal values of all images are one class."""
    other = next((image for image in images if image.palette != images[0].palette), None)
    return [] if other is None else [PalettesError(images[0].path, other.path)]


def warn_of_ranks(seams: SeamSettings, ranks: Sequence[float] | None, run: Run) -> None:
    """Tell where ranks are given in vain."""
    if ranks is not None and seams.method is not SeamMethod.RANK:
        run.progress.warn(Message(
            "RANKS decide nothing here: METHOD is not rank, or no seam is looked for. Choose METHOD rank to use "
            "them."
        ))


def check_seams(seams: SeamSettings, ranks: Sequence[float] | None, images: int) -> list[EvenlightError]:
    """What is wrong without a look at the images."""
    found = seams.problems()
    if seams.method is SeamMethod.RANK and (ranks is None or len(ranks) != images):
        given = Message("empty") if ranks is None else Message("{number} numbers", number=len(ranks))
        found.append(OptionError("RANKS", given, Message("one number for each of the {images} images", images=images)))
    elif not np.isfinite([] if ranks is None else ranks).all():
        found.append(OptionError("RANKS", ranks, Message("finite numbers")))
    return found


def check_grid(images: Sequence[Image], grid: GridSettings) -> list[EvenlightError]:
    """Whether there is a grid for the images, and any has a part of it."""
    try:
        return TargetGrid.of(images, grid).check(images, together=True) if images else []
    except EvenlightError as problem:
        return [problem]


def inputs_of(images: Sequence[Image], ranks: Sequence[float] | None, grid: GridSettings, run: Run) -> Inputs:
    """Images in the order of the inputs, on their grid, with values as they are, without those beside it."""
    target = TargetGrid.of(images, grid)
    inside = [n for n in range(len(images)) if not target.windows[n].is_empty]
    order = sorted(inside, key=lambda n: identity(images[n].path))
    ordered = tuple(images[n] for n in order)
    handles = Handles()
    sources = [FileSource(image, handles) for image in ordered]
    layout = layout_of(sources, target._replace(windows=[target.windows[n] for n in order]), grid.resampling)
    if len(inside) < len(images):
        beside = [image.name for image, window in zip(images, target.windows) if window.is_empty]
        run.progress.inform(Message(
            "{beside} lie beside TARGET_EXTENT and have no part in the mosaic.", beside=some(beside)
        ))
    resampled = sum(not member.source.exact for member in layout.members)
    if resampled:
        run.progress.inform(Message(
            "{images} resampled onto the mosaic's grid ({resampling}).",
            images=counted(resampled, "image"), resampling=grid.resampling,
        ))
    chosen = None if ranks is None else tuple(float(ranks[n]) for n in order)
    return Inputs(ordered, tuple(n + 1 for n in order), layout, chosen, len(images))


def with_one_scale(layout: Layout, run: Run) -> Layout:
    """The same members with values that mean the same: of the finest scale, exactly those that have it already."""
    images = layout.images
    if not scales_differ(images):
        return layout
    scales = finest_scales(images)
    kind, exact = common_values(images, scales)
    members = [
        member if image.scales == scales else member._replace(source=Rescaled(member.source, scales, kind))
        for member, image in zip(layout.members, images)
    ]
    each = dict.fromkeys(scales)
    shown = joined(", ", (Message("{scale:.10g} and {offset:.10g}", scale=one[0], offset=one[1]) for one in each))
    text = Message(
        "The images' scale and offset tags differ: all values are brought to {shown}, the finest of them.", shown=shown
    )
    if not exact:
        text += Message(
            " Whole numbers cannot hold that: they are {numpy_type}, unless OUTPUT_DTYPE rounds them.",
            numpy_type=numpy_type(kind).name,
        )
    run.progress.inform(text)
    return layout._replace(members=tuple(members))


def check_waiting(place: TargetGrid | Layout, bands: int, seams: SeamSettings, folder: str) -> list[EvenlightError]:
    """Whether the disk can hold what waits there until seams are found, which is gone before a mosaic is written."""
    windows = [window for window in place.windows if not window.is_empty]
    return check_space((), OutputSettings(folder), bytes_waiting(place.grid, windows, bands, seams))


def partition_of(
    inputs: Inputs,
    seams: SeamSettings,
    edited: PolygonMask | None,
    avoid: PolygonMask | None,
    feather: float,
    folder: str,
    run: Run,
    seen: Survey | None = None,
) -> Partition:
    """Which image each pixel comes from; ``seen``: the survey of the inputs, where there is one.

    Raises as `find_partition`, or what is wrong with polygons.
    """
    grid = inputs.layout.grid
    claims = [] if edited is None else claims_of(edited, inputs, run)
    areas = None
    if avoid is not None:
        geometries = prepared(avoid.polygons, avoid.crs, grid.bounds, grid.crs, run.stop_if_cancelled)
        areas = Rasterizer(widened(geometries, seams.avoid_buffer), grid.crs, all_touched=True)
        if not len(areas.near(grid, grid.window)):
            run.progress.warn(Message("AVOID: no polygon meets the mosaic. {elsewhere}", elsewhere=ELSEWHERE))
    options = {"ranks": inputs.ranks, "feather": feather, "avoid": areas, "claims": claims, "seen": seen}
    partition = find_partition(inputs.layout, seams, folder, run, **options)
    if claims:
        missing, found = partition.claims.unclaimed()
        if missing == found:
            run.progress.warn(Message(
                "SEAMLINES: no polygon claims a pixel, so all seams are found. {elsewhere}", elsewhere=ELSEWHERE
            ))
        elif missing:
            area = missing * abs(grid.pixel_size[0] * grid.pixel_size[1])
            how = Message("found anew") if seams.method is SeamMethod.LEAST_VISIBLE else Message(
                "given by {method}", method=seams.method
            )
            run.progress.inform(Message(
                "{missing} pixels (area {area:.6g}) are claimed by no polygon: seams there are {how}.",
                missing=missing, area=area, how=how,
            ))
    return partition


def claims_of(edited: PolygonMask, inputs: Inputs, run: Run) -> list[Claim]:
    """What seam polygons say.  Raises what is wrong between them and the images."""
    grid, claims, known = inputs.layout.grid, [], images_by_name(inputs.images)
    strangers = {polygon.name for polygon in edited.polygons if polygon.name not in known}
    if strangers and strangers != {polygon.name for polygon in edited.polygons}:
        run.progress.warn(Message(
            "SEAMLINES: polygons of {strangers} do not count, because no image of this run is called so. Correct "
            "the names in their field image.",
            strangers=some(sorted(strangers)),
        ))
    if edited.polygons and not any(lock_of(polygon) > 0 for polygon in edited.polygons):
        run.progress.warn(Message(
            "LOCKED_FIELD: no polygon has more than 0 there, so none stays and all seams are found. Give 1 to "
            "those that shall stay."
        ))
    for lock in sorted({lock_of(polygon) for polygon in edited.polygons if lock_of(polygon) > 0}):
        polygons = tuple(polygon for polygon in edited.polygons if lock_of(polygon) == lock)
        _, by_image = assign_polygons(edited._replace(polygons=polygons), inputs.images)
        for index, own in sorted(by_image.items()):
            geometries = prepared(own, edited.crs, grid.bounds, grid.crs, run.stop_if_cancelled)
            claims.append(Claim(index, lock, Rasterizer(geometries, grid.crs)))
    return claims


def lock_of(polygon: MaskPolygon) -> float:
    """Above 0 where a polygon stays; where nothing says which ones do, all of them."""
    return 1.0 if polygon.lock is None else polygon.lock


def some_are_free(edited: PolygonMask) -> bool:
    """Whether locks say which polygons stay: then the other seams are found."""
    return any(polygon.lock is not None for polygon in edited.polygons)


def with_locks(
    edited: PolygonMask | None, field: str | None, problems: list[EvenlightError]
) -> PolygonMask | None:
    """Polygons of a file with what a field of it says of them; what is wrong with it goes to ``problems``."""
    if not field:
        return edited
    if edited is None or not edited.source:
        problems.append(NoLocksError(edited is not None))
        return edited
    try:
        named = read_mask(edited.source, layer=edited.layer or None, field=field)
    except EvenlightError as problem:
        problems.append(problem)
        return edited
    values = {polygon.feature: polygon.name for polygon in named.polygons}
    try:
        polygons = [polygon._replace(lock=number_of(values.get(polygon.feature))) for polygon in edited.polygons]
    except EvenlightError as problem:
        problems.append(problem)
        return edited
    return edited._replace(polygons=tuple(polygons))


def widened(geometries: Sequence[bytes], distance: float) -> list[bytes]:
    """Polygons and what is near them."""
    if not distance:
        return list(geometries)
    return [bytes(ogr.CreateGeometryFromWkb(geometry).Buffer(distance).ExportToWkb()) for geometry in geometries]


def names_of(inputs: Inputs) -> list[Named]:
    """What stands in the fields of polygons: a name that others share would not tell an image from them."""
    known = images_by_name(inputs.images)
    ranks = inputs.ranks or (0.0,) * len(inputs.images)
    labels = [image.name if len(known[image.name]) == 1 else image.path for image in inputs.images]
    return [Named(*about) for about in zip(labels, inputs.numbers, ranks)]


def tell_areas(inputs: Inputs, areas: Sequence[int], run: Run) -> None:
    """How much of the mosaic each image gives, and which ones give nothing."""
    giving = sorted((-area, image.name) for image, area in zip(inputs.images, areas) if area)
    if giving:
        total, most = sum(areas), giving[:IMAGES_SHOWN]
        first = Message(", the first {shown} of {total}", shown=len(most), total=len(giving))
        shown = first if len(most) < len(giving) else ""
        rows = [(grouped(-area), f"{-area / total:.1%}", name) for area, name in most]
        run.conclude(Message(
            "Images in the mosaic{shown}:\n{table}",
            shown=shown, table=table([Message("pixels"), Message("share"), Message("image")], rows),
        ))
    hidden = [image.name for image, area in zip(inputs.images, areas) if not area]
    if hidden and giving:
        run.conclude(Message(
            "No pixel of the mosaic comes from {hidden}: others show all that is valid there, and come first.",
            hidden=some(hidden),
        ))


def seam_rows(inputs: Inputs, partition: Partition, settings: SeamSettings, run: Run) -> list[list[object]]:
    """How good the seam of each two images is, as rows of a table, its headings first."""
    found = seam_figures(partition, max(settings.edge_margin, 1), run.here())
    return table_rows(found, [named.image for named in names_of(inputs)], inputs.numbers)
