"""From what a run found to its record."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import scipy
from osgeo import gdal

from ..messages import Message
from ..numeric.graph import components
from ..radiometry.metrics import Quality
from ..radiometry.solution import Solution
from ..radiometry.verdict import Case, figures, pair_rows
from ..raster.grid import Grid
from ..raster.image import Image
from ..statistics.scene import Scene
from ..statistics.sums import STORED, Sums
from ..version import VERSION
from .advice import advice_of
from .lights import clipping, lights_of
from .measures import corners_of, image_stats, local_strength, pair_counts, pair_stats, pictures
from .reasons import Finding, findings_of
from .record import ImageEntry, PairEntry, Pictures, Record, Setting

COLOURED = 3, 4
"""Bands of images whose first three are drawn as red, green and blue where nothing says which they are."""

RED, GREEN, BLUE = gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand


class Ran(NamedTuple):
    """What a report tells of a run beside what it found about images."""

    tool: str
    """Its id."""
    settings: Sequence[object] = ()
    """Settings of the core."""
    call: str = ""
    warnings: Sequence[str] = ()
    files: Sequence[str] = ()
    clipped: float | None = None
    """Share of all values; None where it is not known."""
    shares: np.ndarray | None = None
    """(N, K) the same of each image and band, or (1, K) of a mosaic's bands."""
    areas: Mapping[str, int] = MappingProxyType({})
    """Pixels that images give to a mosaic, by their paths."""
    seams: Sequence[Sequence[str]] = ()
    defaults: Sequence[object] = ()
    """Settings that the tool has where none are chosen, of those whose own defaults are others."""


class Compared(NamedTuple):
    """Images before and after, whatever changed them."""

    scene: Scene
    before: Sums
    after: Sums | None
    """In common units; None where there is no after."""
    quality: Quality


def record_of_solution(solution: Solution, quality: Quality, case: Case, verdict: str, ran: Ran) -> Record:
    """The record of balanced images."""
    known = solution.known.tells_errors
    compared = Compared(solution.scene, solution.before, solution.written, quality)
    record = record_of(compared, case, verdict, ran, known)
    images = [
        entry._replace(**fit, local=local)
        for entry, fit, local in zip(record.images, _fits(solution), _locals(solution))
    ]
    pairs = with_solution(record.pairs, solution)
    shown = None
    if solution.known.by_cell:
        shown = pictures(solution.before, solution.written, solution.reading.cells, colours_of(solution.scene.images))
    return with_findings(record._replace(images=tuple(images), pairs=pairs), findings_of(solution), shown)


def record_of(compared: Compared, case: Case, verdict: str, ran: Ran, known: bool = True) -> Record:
    """The record of images before, and after where there is an after; ``known``: whether their errors are."""
    scene, quality = compared.scene, compared.quality
    sums = [compared.before, *([] if compared.after is None else [compared.after])]
    pairs = _pairs(sums) if known else ()
    record = record_of_images(scene.images, scene.canvas, _images(compared, sums), pairs, verdict, ran)
    return record._replace(
        figures=tuple(figures(quality)) if compared.after is not None else (),
        lights=lights_of(quality, clipped_of(ran), case.contrast, compared.after is not None),
        unit=scene.unit,
        quality=quality,
        apart=tuple(image.name for image in scene.apart),
    )


def record_of_images(
    images: Sequence[Image],
    canvas: Grid,
    facts: Sequence[Mapping[str, object]],
    pairs: tuple[PairEntry, ...],
    verdict: str,
    ran: Ran,
) -> Record:
    """The record of images about which ``facts`` are known, fields of an `ImageEntry` each."""
    shares = [None] * len(images)
    if ran.shares is not None and len(ran.shares) >= len(images):
        shares = list(ran.shares)
    entries = tuple(
        ImageEntry(
            **{"name": image.name, "path": image.path, "group": 1, "corners": corners_of(image, canvas), **known},
            clipped=share, area=ran.areas.get(image.path),
        )
        for image, known, share in zip(images, facts, shares)
    )  # fmt: skip
    clipped = clipped_of(ran)
    return Record(
        ran.tool,
        verdict,
        (),
        () if clipped is None else (clipping(*clipped),),
        (),
        STORED,
        tuple(Message("Band {number}", number=number) for number in images[0].bands) if images else (),
        entries,
        pairs,
        None,
        warnings=advice_of(ran.warnings, [image.name for image in images], pairs),
        seams=tuple(ran.seams),
        settings=settings_of(ran.settings, ran.defaults),
        files=tuple(ran.files),
        versions=versions(),
        call=ran.call,
    )


def clipped_of(ran: Ran) -> tuple[float, float] | None:
    """Share of all clipped values, and of those of the worst band; None where they are not known."""
    if ran.clipped is None or ran.shares is None:
        return None
    return ran.clipped, float(np.max(ran.shares, initial=0.0))


def with_findings(record: Record, findings: Sequence[Finding], shown: Pictures | None) -> Record:
    """The record with what stands out, and pictures."""
    known = {finding.text for finding in findings}
    left = tuple(one for one in record.warnings if one.text not in known)
    return record._replace(findings=tuple(findings), pictures=shown, warnings=left)


def with_solution(pairs: Sequence[PairEntry], solution: Solution) -> tuple[PairEntry, ...]:
    """Pairs with their weights, residuals, and why they do not count."""
    known = {pair[:2]: (pair, row.state) for pair, row in zip(solution.pairs, pair_rows(solution.pairs))}
    found = []
    for entry in pairs:
        fit, state = known.get((entry.first, entry.second), (None, ""))
        if fit is not None:
            entry = entry._replace(weight=fit.weight, sigmas=fit.sigmas, state=state, reason=fit.reason)
        found.append(entry)
    return tuple(found)


def _images(compared: Compared, sums: Sequence[Sums]) -> list[dict[str, object]]:
    whens = [dict(zip(("before", "after"), found)) for found in zip(*map(image_stats, sums))]
    first, second = np.array([*pair_counts(compared.before)], int).reshape(-1, 2).T
    groups = components(len(whens), first, second)
    return [{"group": int(group) + 1, **known} for group, known in zip(groups, whens)]


def _pairs(sums: Sequence[Sums]) -> tuple[PairEntry, ...]:
    stats, counts = [pair_stats(one) for one in sums], pair_counts(sums[0])
    return tuple(
        PairEntry(*pair, int(count.max(initial=0.0)), count, *(found.get(pair) for found in stats))
        for pair, count in counts.items()
    )


def _fits(solution: Solution) -> list[dict[str, np.ndarray]]:
    names = ("gain", "offset", "gain_error", "offset_error")
    if solution.step is None:
        return [{} for _ in solution.images]
    return [{name: getattr(fit, name) for name in names} for fit in solution.images]


def _locals(solution: Solution) -> Sequence[np.ndarray | None]:
    number = len(solution.scene.images)
    if solution.local is None:
        return [None] * number
    before, step = solution.before, solution.step
    shape = number, before.bands
    gain, offset = np.ones(shape), np.zeros(shape)
    if step is not None:
        gain, offset = step.common.gain[:number], step.common.offset[:number]
    return list(local_strength(number, before.cells, solution.after.cells, gain, offset))


def colours_of(images: Sequence[Image]) -> tuple[int, ...]:
    """The places of three bands to be drawn as red, green and blue; none where these are not known."""
    colours, bands = images[0].colours, len(images[0].bands)
    if {RED, GREEN, BLUE} <= set(colours):
        return tuple(colours.index(colour) for colour in (RED, GREEN, BLUE))
    return (0, 1, 2) if bands in COLOURED else ()


def settings_of(
    groups: Sequence[object], defaults: Sequence[object] = ()
) -> tuple[tuple[str, tuple[Setting, ...]], ...]:
    """All values of settings by group, those within them too; ``defaults``: of groups whose own ones do not hold."""
    usual = {type(group): group for group in defaults}
    found = []
    for group in groups:
        if group is not None:
            title = type(group).__name__.replace("Settings", "")
            found.append((title, tuple(_settings(group, "", usual.get(type(group))))))
    return tuple(found)


def _settings(group: object, prefix: str, usual: object) -> list[Setting]:
    """``usual``: the group by default; None where its fields say what that is."""
    rows = []
    for entry in fields(group):
        value = getattr(group, entry.name)
        default = default_of(entry) if usual is None else getattr(usual, entry.name)
        if is_dataclass(value):
            rows += _settings(value, f"{prefix}{entry.name}.", None if usual is None else default)
        else:
            rows.append(Setting(prefix + entry.name, _text(value), value != default))
    return rows


def default_of(entry: Field) -> object:
    """Of a setting; what has none is always chosen."""
    return entry.default_factory() if entry.default_factory is not MISSING else entry.default


def _text(value: object) -> str:
    if value is None or value in ("", ()):
        return "\u2013"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def versions() -> tuple[tuple[str, str], ...]:
    """Of what computed the figures."""
    return (
        ("Evenlight", VERSION),
        ("GDAL", gdal.__version__),
        ("numpy", np.__version__),
        ("scipy", scipy.__version__),
        ("Python", platform.python_version()),
    )
