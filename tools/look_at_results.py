"""Shows what people see after a run: real images in QGIS's own window, inputs | results for each tool.

    .venv/bin/python tools/look_at_results.py out/ ../shared/data/drone_river
    .venv/bin/python tools/look_at_results.py out/ ../shared/data/landsat_hawaii --bands 5 4 3 --tools balance mosaic

Images are loaded under other names, as a user may call them; tools run with their defaults.  Pictures hold the canvas
and the layer tree.  Needs what ``screenshots.py`` needs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import package
from screenshots import in_window

TOOLS = (
    "balance", "global_regression", "preview_balance", "mosaic", "balance_and_mosaic", "histogram_match",
    "threshold_mask", "pif_mask", "save_block_maps",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Make the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", help="folder for the pictures")
    parser.add_argument("images", nargs="+", help="folders, each with the images of one scene")
    parser.add_argument("--bands", nargs=3, type=int, help="shown as red, green and blue")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=TOOLS, help="these alone")
    options = parser.parse_args(arguments)
    output = Path(options.output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    scenes = {Path(folder).name: sorted(map(str, Path(folder).resolve().glob("*.tif"))) for folder in options.images}
    task = {"scenes": scenes, "bands": options.bands, "tools": options.tools, "pictures": str(output)}
    with tempfile.TemporaryDirectory(prefix="look-") as scratch:
        plugin = Path(scratch) / "evenlight.zip"
        package.write_zip(plugin, package.package_files())
        answer = in_window("look_session.py", task, plugin, Path(scratch))
    sys.stderr.write(answer.get("error", ""))
    sys.stdout.write("\n".join([*answer.get("pictures", []), ""]))
    return 1 if "error" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
