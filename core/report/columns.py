"""Headings of tables: files have names of columns, pages show words."""

from __future__ import annotations

from ..messages import Message

WORDS = (
    Message("image"), Message("moved"), Message("reason"), Message("group"), Message("tie points"),
    Message("rejected"), Message("rms before pixels"), Message("rms after pixels"), Message("shift x map"),
    Message("shift y map"), Message("rotation degrees"), Message("scale"), Message("mesh nodes"),
    Message("largest local pixels"), Message("shift x pixels"), Message("shift y pixels"),
    Message("correlation before"), Message("correlation after"), Message("matches"), Message("accepted"),
    Message("windows"), Message("windows kept"), Message("off before median"), Message("off after median"),
    Message("off before rms"), Message("off after rms"), Message("image 1"), Message("image 2"),
    Message("overlap pixels"), Message("seam pixels"), Message("seam length"), Message("seam cost"),
    Message("overlap cost"),
    Message("path cost"), Message("step"),
)  # fmt: skip
HEADINGS = {word.replace(" ", "_"): word for word in WORDS}


def heading(name: str) -> str:
    """What a page calls a column of a file."""
    return HEADINGS.get(name, name.replace("_", " "))
