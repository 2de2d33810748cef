"""Settings that were changed and that nothing uses: a warning says that they change nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from ..messages import Message, joined
from ..progress import Progress
from ..settings import (
    CorrectionKind,
    GlobalMethod,
    GlobalSettings,
    LocalSettings,
    PifMethod,
    PifSettings,
    Reference,
    Settings,
)


class Rule(NamedTuple):
    """When settings are of no use."""

    names: Sequence[str]
    """Fields of the settings."""
    unused: Callable[[Any], bool]
    why: Callable[[Any], str]
    """What the sentence goes on with after "used"."""
    because: str = ""
    """A sentence of its own that says why."""


OF_GLOBAL = (
    Rule(
        ("mean_factor", "std_factor"),
        lambda chosen: chosen.method is not GlobalMethod.LEAST_SQUARES,
        lambda chosen: Message("by METHOD least_squares only, not by {method}", method=chosen.method),
    ),
    Rule(
        ("model_images_mode",),
        lambda chosen: not chosen.model_images,
        lambda chosen: Message("together with MODEL_IMAGES only"),
    ),
)
OF_PIF = (
    Rule(
        ("red_band", "nir_band", "vegetation_threshold", "inz_threshold", "region_radius", "max_samples"),
        lambda chosen: chosen.method is not PifMethod.FLOOD_FROM_MATCH_POINTS,
        lambda chosen: Message(
            "by PIF_METHOD {needed} only, not by {method}",
            needed=PifMethod.FLOOD_FROM_MATCH_POINTS, method=chosen.method,
        ),
    ),
    Rule(
        ("min_samples",),
        lambda chosen: chosen.method is PifMethod.ENTIRE,
        lambda chosen: Message("where PIF_METHOD chooses pixels, not by {method}", method=chosen.method),
    ),
    Rule(
        ("vegetation_threshold",),
        lambda chosen: chosen.method is PifMethod.FLOOD_FROM_MATCH_POINTS and chosen.red_band is None,
        lambda chosen: Message("together with RED_BAND and NIR_BAND only"),
    ),
)
OF_LOCAL = (
    Rule(
        ("smoothness",),
        lambda chosen: chosen.reference is not Reference.COMMON_PIXELS,
        lambda chosen: Message(
            "by REFERENCE {needed} only, not by {reference}",
            needed=Reference.COMMON_PIXELS, reference=chosen.reference,
        ),
    ),
    Rule(
        ("normalise",),
        lambda chosen: chosen.correction not in (CorrectionKind.GAMMA, CorrectionKind.OFFSET),
        lambda chosen: Message(
            "by CORRECTION gamma and offset only, not by {correction}", correction=chosen.correction
        ),
    ),
    Rule(
        ("blocks", "block_rows", "block_columns"),
        lambda chosen: chosen.blocks_by_variation,
        lambda chosen: Message("without BLOCKS_BY_VARIATION only, which chooses the number of blocks itself"),
    ),
    Rule(
        ("blocks",),
        lambda chosen: bool(chosen.block_rows or chosen.block_columns) and not chosen.blocks_by_variation,
        lambda chosen: Message("without BLOCK_ROWS and BLOCK_COLUMNS only, which fix the grid"),
    ),
)
OF_MAPS = (
    Rule(
        ("reference", "blocks", "block_rows", "block_columns", "blocks_by_variation", "smoothness"),
        lambda chosen: True,
        lambda chosen: Message("for new maps only"),
        Message("Blocks and reference are those of the maps that are given."),
    ),
)
"""Of `LocalSettings` where block maps are given."""


def unused(settings: Settings, rules: Sequence[Rule]) -> list[str]:
    """A text for each rule that says that settings, which are not the defaults, are of no use."""
    changed = {entry.name for entry in fields(settings) if getattr(settings, entry.name) != entry.default}
    sentences = []
    for rule in rules:
        names = [name.upper() for name in rule.names if name in changed]
        if names and rule.unused(settings):
            why = Message(
                "{names} are used {why}, and changed nothing here: leave them out.",
                "{names} is used {why}, and changed nothing here: leave it out.",
                n=len(names), names=joined(Message(" and "), names), why=rule.why(settings),
            )
            sentences.append(joined(" ", filter(None, [why, rule.because])))
    return sentences


def warn_of_unused(of_global: GlobalSettings | None, of_local: LocalSettings | None, progress: Progress) -> None:
    """Warn of what changes nothing; of a step that is not done nothing is known."""
    pif: PifSettings | None = of_global.pif if of_global else None
    for settings, rules in ((of_global, OF_GLOBAL), (pif, OF_PIF), (of_local, OF_LOCAL)):
        for text in unused(settings, rules) if settings else ():
            progress.warn(text)
