"""Where the docs say more about a warning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..messages import Message
from .record import Advice, PairEntry

ONLINE = "https://github.com/evenlight/evenlight/blob/main/docs/"
"""Where the docs can be read; nothing of a page is loaded from there."""

PAGES = (
    (r"\brejected\b|agrees with none", "still-different.md", Message("Why results still look different")),
    (r"factor of .* apart|is multiplied by", "still-different.md", Message("Why results still look different")),
    (r"[Cc]ommon light|COMMON_LIGHT|[Ll]evels .*run away", "method.md#common-light", Message("Common light")),
    (r"ground differs|ground changed|PIF_METHOD|pseudo-invariant", "method.md#changed-ground", Message(
        "Changed ground"
    )),
    (r"did not fit into|OUTPUT_DTYPE|next to nothing", "balance.md#reading-the-log", Message("Reading the log")),
    (r"times the contrast|mean difference of|RMSE of|local step fits", "balance.md#reading-the-log", Message(
        "Reading the log"
    )),
    (r"[Aa]lign|lies elsewhere", "alignment.md", Message("Alignment")),
    (r"seam|AVOID|RANKS|mosaic", "mosaic.md", Message("Mosaics")),
    (r"LOAD_ADJUSTMENTS|adjustment", "files.md#adjustments", Message("Adjustments")),
    (r"block map|local map|REFERENCE_MAP|LOCAL_MAPS|blocks", "files.md#block-maps", Message("Block maps")),
    (r"\b[Mm]ask|cloud", "masks.md", Message("Masks")),
    (r"nodata|CONSTANT_BORDER|border", "still-different.md", Message("Why results still look different")),
)
"""What a warning holds, and its page, the most particular first."""

OTHER = ("troubleshooting.md", Message("When a run stops"))


def page_of(text: str) -> tuple[str, str]:
    """The page about a warning, and its title."""
    return next(((page, title) for pattern, page, title in PAGES if re.search(pattern, text)), OTHER)


def advice_of(warnings: Iterable[str], names: Sequence[str], pairs: Sequence[PairEntry]) -> tuple[Advice, ...]:
    """Each warning once, with its page and the pairs whose two images it names."""
    return tuple(
        Advice(text, *page_of(text), _pairs_named(text, names, pairs)) for text in dict.fromkeys(warnings)
    )


def _pairs_named(text: str, names: Sequence[str], pairs: Sequence[PairEntry]) -> tuple[int, ...]:
    """Where it is about an overlap and names two images and no more."""
    if not re.search(r"[Oo]verlap|between|contradict", text):
        return ()
    named = {n for n, name in enumerate(names) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
    if len(named) != 2:
        return ()
    return tuple(n for n, pair in enumerate(pairs) if {pair.first, pair.second} == named)
