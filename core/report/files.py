"""A record as a file: a page, JSON, or a table, whichever its name ends with."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Sequence

import numpy as np

from ..errors import EvenlightError, OutputNameError, shown
from ..messages import Message, joined
from ..raster.vector_file import table_text
from ..raster.writing import write_text
from .page import check_templates, page_of_record
from .record import ImageEntry, ImageStats, PairEntry, PairStats, Record
from .report_file import ReportFile

PAGE, DATA, TABLE = (".html", ".htm"), (".json",), (".csv",)
FORMAT, FORMAT_VERSION = "evenlight-report", 1

PER_BAND = ("mean_first", "mean_second", "std_first", "std_second", "bias", "rmse", "normalised_rmse", "correlation")
COLUMNS = (
    "image_1", "image_2", "band", "pixels",
    *(f"{name.replace('first', '1').replace('second', '2')}_{when}" for when in ("before", "after")
      for name in PER_BAND),
    "weight_gain", "weight_offset", "sigmas_gain", "sigmas_offset", "state", "reason",
)  # fmt: skip


def check_report(
    report: ReportFile | None, endings: Sequence[str] = (*PAGE, *DATA, *TABLE), instead: str = ""
) -> list[EvenlightError]:
    """Whether a run can write its report; ``instead``: what else to do where no page can be made."""
    if report is None:
        return []
    ending = os.path.splitext(report.path)[1].lower()
    if ending not in endings:
        kinds = {
            PAGE[0]: Message("a page"), DATA[0]: Message("all figures as data"), TABLE[0]: Message("a table of pairs"),
        }  # fmt: skip
        offered = [Message("{end} ({kind})", end=end, kind=kind) for end, kind in kinds.items() if end in endings]
        remedy = Message("end the report's name with {listing}.", listing=joined(", ", offered))
        return [OutputNameError(os.path.basename(report.path), remedy)]
    if not instead and DATA[0] in endings:
        instead = Message("end the report's name with .json or .csv")
    return check_templates(instead) if ending in PAGE else []


def write_report(path: str, target: str, record: Record) -> None:
    """Write a record to ``path``, as what the name of its ``target`` ends with.  Raises `WriteError`."""
    ending = os.path.splitext(target)[1].lower()
    make = {**dict.fromkeys(PAGE, page_of_record), **dict.fromkeys(DATA, data_text)}.get(ending, pairs_table)
    # names of files may be no text
    write_text(path, shown(make(record)))


def data_text(record: Record) -> str:
    """All figures as JSON; what is not known is null."""
    quality = record.quality
    found = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "tool": record.tool,
        "verdict": record.verdict,
        "unit": record.unit,
        "bands": list(record.bands),
        "quality": None if quality is None else quality._asdict(),
        "checks": [light._asdict() for light in record.lights],
        "findings": [
            {"kind": one.kind, "text": one.text, "images": [record.images[n].name for n in one.images]}
            for one in record.findings
        ],
        "warnings": [one.text for one in record.warnings],
        "images": [_image(image) for image in record.images],
        "images_apart": list(record.apart),
        "pairs": [_pair(pair, record) for pair in record.pairs],
        "seams": [dict(zip(record.seams[0], row)) for row in record.seams[1:]],
        "settings": {group: {one.name: one.value for one in rows} for group, rows in record.settings},
        "files": list(record.files),
        "versions": dict(record.versions),
        "call": record.call,
    }
    return json.dumps(_plain(found), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _image(image: ImageEntry) -> dict[str, object]:
    whole = image._asdict()
    return {**whole, **{name: _stats(whole[name]) for name in ("before", "after")}}


def _pair(pair: PairEntry, record: Record) -> dict[str, object]:
    whole = pair._asdict()
    names = {name: record.images[whole[name]].name for name in ("first", "second")}
    return {**whole, **names, **{name: _stats(whole[name]) for name in ("before", "after")}}


def _stats(stats: ImageStats | PairStats | None) -> dict[str, object] | None:
    return None if stats is None else stats._asdict()


def _plain(value: object) -> object:
    """What JSON knows."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def pairs_table(record: Record) -> str:
    """A row for each pair and band, comma separated; what is not known is empty."""
    rows: list[Sequence[object]] = [COLUMNS]
    for pair in record.pairs:
        names = record.images[pair.first].name, record.images[pair.second].name
        for band, label in enumerate(record.bands):
            figures = [_cell(stats, name, band) for stats in (pair.before, pair.after) for name in PER_BAND]
            weights = [_number(table[band][end]) if table is not None else ""
                       for table in (pair.weight, pair.sigmas) for end in (0, 1)]
            rows.append([*names, label, int(pair.count[band]), *figures, *weights, pair.state, pair.reason])
    return table_text(rows)


def _cell(stats: PairStats | None, name: str, band: int) -> str:
    return "" if stats is None else _number(getattr(stats, name)[band])


def _number(value: float) -> str:
    return f"{value:.10g}" if math.isfinite(value) else ""
