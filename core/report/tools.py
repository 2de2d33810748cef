"""What pages call the tools that write them."""

from __future__ import annotations

from ..messages import Message

TOOLS = {
    "apply_adjustments": Message("Use saved adjustments"),
    "balance": Message("Balance"),
    "balance_and_mosaic": Message("Balance and mosaic"),
    "coregister": Message("Align images to a reference"),
    "coregister_jointly": Message("Align overlapping images together"),
    "global_regression": Message("Global regression"),
    "histogram_peaks": Message("Histogram peaks"),
    "load_block_maps": Message("Load block maps"),
    "local_block_adjustment": Message("Local block adjustment"),
    "mosaic": Message("Mosaic"),
    "overlap_report": Message("Overlap report"),
    "preview_balance": Message("Preview balance"),
    "save_block_maps": Message("Save block maps"),
    "seamlines": Message("Seamlines"),
}


def tool_name(tool: str) -> str:
    """The name of a tool by its id; the id of one that has no page of ours."""
    return TOOLS.get(tool, tool)
