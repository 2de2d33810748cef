"""What a run of `coregister` says about its images."""

from __future__ import annotations

from collections.abc import Sequence

from ..align.report import Outcome
from ..align.transform import Transform
from ..errors import path_text
from ..progress import Progress, counted
from ..raster.canvas import meets
from ..raster.grid import Grid

REMEDY = "Try another METHOD or CHANNEL, or a larger MAX_SHIFT, and check that it shows the ground of the reference."
"""For an image that could not be aligned."""


def alignment_sentence(outcomes: Sequence[Outcome], target: str) -> str:
    """How many images lie on the reference now."""
    moved, there = (sum(getattr(found, what) for found in outcomes) for what in ("accepted", "in_place"))
    kept = f", {there} lay in place already" if there else ""
    left = len(outcomes) - moved - there
    failed = f", {left} could not be aligned" if left else ""
    return f"{moved} of {counted(len(outcomes), 'image')} aligned to {path_text(target)}{kept}{failed}."


def report_alignment(outcomes: Sequence[Outcome], common: Grid | None, progress: Progress) -> None:
    """Tell what was found about each image; ``common``: the grid that all results get."""
    for found in outcomes:
        if found.accepted:
            columns, rows = found.shift
            moved = f"{found.image.name}: moved by {columns:.2f} columns and {rows:.2f} rows{_turned(found)}"
            progress.inform(f"{moved}; {_correlations(found)}.")
            _report_rest(found, progress)
            if not found.checked:
                progress.warn(
                    f"Nothing checks the warp of {found.image.name}: it was made from all windows that tell; look at "
                    "the result there, or choose a smaller WINDOW_SPACING."
                )
        elif found.in_place:
            progress.inform(f"{found.image.name} is passed on as it is: {found.reason}.")
        elif common is not None and not meets(found.image, common):
            progress.warn(
                f"{found.image.name} lies outside the grid that SAME_GRID gives to all: its result is empty. Turn "
                "SAME_GRID off, or choose another reference."
            )
        else:
            remedy = f"Try {found.remedy}." if found.remedy else REMEDY
            progress.warn(
                f"{found.image.name} could not be aligned and is passed on as it is: {found.reason}. {remedy}"
            )


def report_loaded(outcomes: Sequence[Outcome], progress: Progress) -> None:
    """Tell how a file moves each image."""
    for found in outcomes:
        if found.accepted:
            columns, rows = found.shift
            progress.inform(f"{found.image.name}: moved by {columns:.2f} columns and {rows:.2f} rows{_turned(found)}.")
        else:
            progress.inform(f"{found.image.name} is passed on as it is: {found.reason}.")


def _report_rest(found: Outcome, progress: Progress) -> None:
    """Warn of a warp that was refused, and of what one transform of the whole leaves."""
    if found.unwarped:
        progress.warn(
            f"{found.image.name} is moved as a whole and not warped: {found.unwarped}. Try another WINDOW_SPACING, or "
            "leave WINDOWS off."
        )
    elif found.remedy and found.seen is not None:
        progress.warn(
            f"Parts of {found.image.name} still lie {found.seen.median_left:.2f} pixels off (median of windows): try "
            f"{found.remedy}."
        )


def _correlations(found: Outcome) -> str:
    if found.before is None:
        return "together with the others, which were aligned to it"
    where = "held-out windows" if found.checked else "the windows it was made from"
    return f"correlation on {where} {found.before:.4f} before, {found.after:.4f} after"


def _turned(found: Outcome) -> str:
    if not isinstance(found.placement, Transform) or found.placement.is_shift:
        return ""
    turn, scale = found.turn_and_scale()
    return f", turned by {turn:.3f} degrees counterclockwise and scaled by {scale:.5f}"
