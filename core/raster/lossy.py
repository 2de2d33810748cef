"""Whether an image was compressed with loss, which smears values beside a sharp edge."""

from __future__ import annotations

from .dataset import open_raster
from .virtual_sources import DEEPEST, virtual_sources

RIM = 16
"""Pixels beside a border that such compressions smear: they work on blocks of at most so many."""

SMEARING = ("JPEG", "WEBP")
"""Compressions that do, as far as nothing tells the contrary; LERC keeps every block of a border as it was."""


def is_smeared(path: str, depth: int = 0) -> bool:
    """Whether GDAL tells a compression that smears, of a file or of one that a virtual raster reads.

    Raises `UnreadableRasterError`.
    """
    facts = open_raster(path).GetMetadata("IMAGE_STRUCTURE") or {}
    told = facts.get("COMPRESSION_REVERSIBILITY", "")
    lossy = told.startswith("LOSSY") if told else facts.get("COMPRESSION", "").endswith(SMEARING)
    sources = virtual_sources(path) if depth < DEEPEST else []
    return lossy or any(is_smeared(source, depth + 1) for source in sources)
