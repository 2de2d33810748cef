"""Measure the peak memory of tools through qgis_process beside their budget, and print it as a table.

    .venv/bin/python benchmarks/memory.py --zip dist/evenlight.zip                 all tools, budgets of 64 and 256
    .venv/bin/python benchmarks/memory.py --page docs/performance.md               and write the table into the page
    .venv/bin/python benchmarks/memory.py --zip dist/evenlight.zip --only balance --budgets 64

Of every peak the one of the same tool with two tiny images is taken off: QGIS, and what the tool imports.
What is left may be the budget and `SPARE` MB.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

from images import ImageKind, image_paths
from page import markdown_table
from performance_page import write_memory
from qgis_runs import Qgis

LARGE, TINY = ImageKind(4000, 9, 3), ImageKind(200, 2, 3)
SPARE = 60
TRIVIAL = "native:createconstantrasterlayer"
NOTE = """Written by `.venv/bin/python benchmarks/memory.py --page docs/performance.md`, with {about};
`local_variance` takes one of them. Each figure is the largest resident memory of a `qgis_process` that ran one tool.
A trivial algorithm takes {base:.0f} MB; that and the imports of a tool are measured by a run of the same tool on two
images of 200 x 200. What is above may be MEMORY_BUDGET and {spare} MB, for what GDAL and the allocator hold.

"""
HEAD = ("tool", "budget, MB", "base and imports, MB", "peak, MB", "over it, MB", "to reach, MB")


class Tool(NamedTuple):
    """A tool as it is measured."""

    title: str
    algorithm: str
    parameters: dict[str, object]
    """Beside the images."""
    single: bool = False
    """Whether it takes one image and writes one file."""
    joins: bool = False
    """Whether it writes one file from many images."""


TOOLS = (
    Tool("`balance`", "balance", {}),
    Tool("`balance`, CREATION_OPTIONS given", "balance", {"CREATION_OPTIONS": "COMPRESS=DEFLATE|PREDICTOR=2"}),
    Tool("`local_variance`", "local_variance", {}, single=True),
    Tool("`coregister`", "coregister", {"REFERENCE": None}),
    Tool("`histogram_match`", "histogram_match", {"REFERENCE": None, "REGION": "whole"}),
    Tool("`mosaic`", "mosaic", {}, joins=True),
    Tool("`mosaic`, multiband", "mosaic", {"BLEND": "multiband"}, joins=True),
    Tool("`balance_and_mosaic`", "balance_and_mosaic", {}, joins=True),
    Tool("`threshold_mask`", "threshold_mask", {"EXPRESSION": "b1 > 1000"}),
)
"""A parameter that is None is the first image."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; returns 1 where a peak is too high."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zip", default="dist/evenlight.zip", help="the plugin; make zip builds it")
    parser.add_argument("--folder", default="benchmark-data", help="where the images are made and kept")
    parser.add_argument("--only", default="", help="measure only tools with this in their name")
    parser.add_argument("--budgets", type=int, nargs="+", default=[64, 256])
    parser.add_argument("--page", help="a page whose section about memory is written")
    options = parser.parse_args(arguments)
    folder = Path(options.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch, Qgis(options.zip, scratch) as qgis:
        base = qgis.run(TRIVIAL, EXTENT="0,10,0,10 [EPSG:32633]", TARGET_CRS="EPSG:32633", PIXEL_SIZE=1, NUMBER=1,
                        OUTPUT=f"{scratch}/base.tif").peak_megabytes
        print(f"a trivial algorithm: {base:.0f} MB", flush=True)
        rows, kept = [], True
        for tool in (tool for tool in TOOLS if options.only in tool.title):
            start = peak_of(qgis, tool, folder, TINY, scratch)
            for budget in options.budgets:
                peak = peak_of(qgis, tool, folder, LARGE, scratch, MEMORY_BUDGET=budget)
                figures = (budget, start, peak, peak - start, budget + SPARE)
                kept = kept and figures[-2] <= figures[-1]
                rows.append((tool.title, *(f"{figure:.0f}" for figure in figures)))
                print(*rows[-1], flush=True)
    table = markdown_table(HEAD, rows)
    print(table)
    if options.page:
        write_memory(Path(options.page), NOTE.format(about=LARGE.about, base=base, spare=SPARE) + table)
    return 0 if kept else 1


def peak_of(qgis: Qgis, tool: Tool, folder: Path, kind: ImageKind, scratch: str, **parameters: object) -> float:
    """Largest resident memory in MB."""
    paths = image_paths(folder / "images", kind)
    given = {name: paths[0] if value is None else value for name, value in tool.parameters.items()}
    with tempfile.TemporaryDirectory(dir=scratch) as results:
        output = {"OUTPUT": f"{results}/result.tif"} if tool.single or tool.joins else {"OUTPUT_FOLDER": results}
        images = paths[0] if tool.single else paths
        return qgis.run(tool.algorithm, INPUT=images, **output, **given, **parameters).peak_megabytes


if __name__ == "__main__":
    sys.exit(main())
