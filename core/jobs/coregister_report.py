"""What a run of `coregister` says about its images."""

from __future__ import annotations

from collections.abc import Sequence

from ..align.report import Outcome
from ..align.transform import Transform
from ..errors import path_text
from ..messages import Message, counted
from ..progress import Progress
from ..raster.canvas import meets
from ..raster.grid import Grid

REMEDY = Message(
    "Try another METHOD or CHANNEL, or a larger MAX_SHIFT, and check that it shows the ground of the reference."
)
"""For an image that could not be aligned."""


def alignment_sentence(outcomes: Sequence[Outcome], target: str) -> str:
    """How many images lie on the reference now."""
    moved, there = (sum(getattr(found, what) for found in outcomes) for what in ("accepted", "in_place"))
    kept = Message(", {there} lay in place already", there=there) if there else ""
    left = len(outcomes) - moved - there
    failed = Message(", {left} could not be aligned", left=left) if left else ""
    return Message(
        "{moved} of {images} aligned to {target}{kept}{failed}.",
        moved=moved, images=counted(len(outcomes), "image"), target=path_text(target), kept=kept, failed=failed,
    )


def report_alignment(outcomes: Sequence[Outcome], common: Grid | None, progress: Progress) -> None:
    """Tell what was found about each image; ``common``: the grid that all results get."""
    for found in outcomes:
        if found.accepted:
            columns, rows = found.shift
            moved = Message(
                "{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}",
                image=found.image.name, columns=columns, rows=rows, turned=_turned(found),
            )
            progress.inform(Message("{moved}; {correlations}.", moved=moved, correlations=_correlations(found)))
            _report_rest(found, progress)
            if not found.checked:
                progress.warn(Message(
                    "Nothing checks the warp of {image}: it was made from all windows that tell; look at the "
                    "result there, or choose a smaller WINDOW_SPACING.",
                    image=found.image.name,
                ))
        elif found.in_place:
            progress.inform(Message(
                "{image} is passed on as it is: {reason}.", image=found.image.name, reason=found.reason
            ))
        elif common is not None and not meets(found.image, common):
            progress.warn(Message(
                "{image} lies outside the grid that SAME_GRID gives to all: its result is empty. Turn SAME_GRID "
                "off, or choose another reference.",
                image=found.image.name,
            ))
        else:
            remedy = Message("Try {remedy}.", remedy=found.remedy) if found.remedy else REMEDY
            progress.warn(Message(
                "{image} could not be aligned and is passed on as it is: {reason}. {remedy}",
                image=found.image.name, reason=found.reason, remedy=remedy,
            ))


def report_loaded(outcomes: Sequence[Outcome], progress: Progress) -> None:
    """Tell how a file moves each image."""
    for found in outcomes:
        if found.accepted:
            columns, rows = found.shift
            progress.inform(Message(
                "{image}: moved by {columns:.2f} columns and {rows:.2f} rows{turned}.",
                image=found.image.name, columns=columns, rows=rows, turned=_turned(found),
            ))
        else:
            progress.inform(Message(
                "{image} is passed on as it is: {reason}.", image=found.image.name, reason=found.reason
            ))


def _report_rest(found: Outcome, progress: Progress) -> None:
    """Warn of a warp that was refused, and of what one transform of the whole leaves."""
    if found.unwarped:
        progress.warn(Message(
            "{image} is moved as a whole and not warped: {reason}. Try another WINDOW_SPACING, or leave WINDOWS "
            "off.",
            image=found.image.name, reason=found.unwarped,
        ))
    elif found.remedy and found.seen is not None:
        progress.warn(Message(
            "Parts of {image} still lie {pixels:.2f} pixels off (median of windows): try {remedy}.",
            image=found.image.name, pixels=found.seen.median_left, remedy=found.remedy,
        ))


def _correlations(found: Outcome) -> str:
    if found.before is None:
        return Message("together with the others, which were aligned to it")
    where = Message("held-out windows") if found.checked else Message("the windows it was made from")
    return Message(
        "correlation on {where} {before:.4f} before, {after:.4f} after",
        where=where, before=found.before, after=found.after,
    )


def _turned(found: Outcome) -> str:
    if not isinstance(found.placement, Transform) or found.placement.is_shift:
        return ""
    turn, scale = found.turn_and_scale()
    return Message(", turned by {turn:.3f} degrees counterclockwise and scaled by {scale:.5f}", turn=turn, scale=scale)
