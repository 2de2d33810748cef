"""The closing block of a run's log: the verdict in words, its figures, and what was written."""

from __future__ import annotations

import os
from collections.abc import Sequence

import numpy as np

from ..errors import path_text
from ..messages import Message
from ..progress import Progress, conclude
from ..radiometry.metrics import Quality, normalised_errors
from ..radiometry.solution import Solution
from ..radiometry.verdict import (
    Case,
    PairRow,
    advice,
    case_of,
    figures,
    pair_rows,
    pair_table,
    scale_advice,
    verdict,
)
from ..raster.write import Written
from ..statistics.sums import Sums


def conclude_solution(solution: Solution, quality: Quality, progress: Progress) -> None:
    """Verdict, figures and table of balanced images, and what to do about them."""
    case = case_of(solution)
    names = [image.name for image in solution.scene.images]
    conclude_quality(quality, pair_rows(solution.pairs), names, progress, case)
    for text in scale_advice(solution, case):
        progress.warn(text)


def conclude_quality(
    quality: Quality, rows: Sequence[PairRow], names: Sequence[str], progress: Progress, case: Case
) -> None:
    """The same of images whose corrections come from elsewhere; ``names`` of the images."""
    for text in [verdict(quality, case), *figures(quality), pair_table(rows, names)]:
        if text:
            conclude(progress, text)
    for text in advice(quality, case):
        progress.warn(text)


def rows_between(before: Sums, after: Sums) -> list[PairRow]:
    """What a table tells of pairs, from sums of all of them before and after."""
    one, other = before.overlaps(), after.overlaps()
    left = dict(zip(zip(other.first.tolist(), other.second.tolist()), normalised_errors(other).tolist()))
    columns = one.first.tolist(), one.second.tolist(), one.count.max(axis=1, initial=0.0), normalised_errors(one)
    return [
        PairRow(first, second, int(pixels), float(held), left.get((first, second), float("nan")))
        for first, second, pixels, held in zip(*columns)
    ]


def conclude_files(outputs: Sequence[str], files: Message, progress: Progress, more: str = "") -> None:
    """What was written where; ``files``: their number and kind; ``more``: what is said of them."""
    if not outputs:
        return
    said = {"n": len(outputs), "files": files, "place": _place_of(outputs)}
    conclude(progress, Message(
        "{files} were written to {place}: {more}.", "{files} was written to {place}: {more}.", more=more, **said
    ) if more else Message("{files} were written to {place}.", "{files} was written to {place}.", **said))


def _place_of(outputs: Sequence[str]) -> str:
    """The file, or the folder of all of them."""
    if len(outputs) == 1:
        return path_text(outputs[0])
    try:
        return path_text(os.path.commonpath([*map(os.path.abspath, outputs)]))
    except ValueError:
        # they lie on several drives
        return Message("{folder} and other folders", folder=path_text(outputs[0]))


def pixels_of(written: Sequence[Written]) -> int:
    """Pixels with data in a band at least, of all results."""
    return sum(int(np.max(one.valid, initial=0)) for one in written)
