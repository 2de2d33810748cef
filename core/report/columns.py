"""Headings of tables: files have names of columns, pages show words."""

from __future__ import annotations

from ..messages import Message

WORDS = (
    Message("Image"), Message("Moved"), Message("Reason"), Message("Group"), Message("Tie points"),
    Message("Rejected"), Message("RMS before pixels"), Message("RMS after pixels"), Message("Shift x map"),
    Message("Shift y map"), Message("Rotation degrees"), Message("Scale"), Message("Mesh nodes"),
    Message("Largest local pixels"), Message("Shift x pixels"), Message("Shift y pixels"),
    Message("Correlation before"), Message("Correlation after"), Message("Matches"), Message("Accepted"),
    Message("Windows"), Message("Windows kept"), Message("Off before median"), Message("Off after median"),
    Message("Off before RMS"), Message("Off after RMS"), Message("Image 1"), Message("Image 2"),
    Message("Overlap pixels"), Message("Seam pixels"), Message("Seam length"), Message("Seam cost"),
    Message("Overlap cost"),
    Message("Path cost"), Message("Step"),
)  # fmt: skip
HEADINGS = {word.lower().replace(" ", "_"): word for word in WORDS}


def heading(name: str) -> str:
    """What a page calls a column of a file."""
    return HEADINGS.get(name, name.replace("_", " "))
