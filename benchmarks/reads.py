"""How often the images are read, by way of choosing and keeping statistics.

    .venv/bin/python benchmarks/reads.py

Each run is a process of its own; what counts are the bytes that pass through its read calls, less those
of a run that does nothing, over the size of the image files.  Results are virtual, so that nothing is read
to be written: what is left are the reads for statistics.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import checkout  # noqa: F401
from images import ImageKind, image_paths
from measuring import input_megabytes

import evenlight.core as ev

HERE = Path(__file__).resolve().parent
KIND = ImageKind(size=2000, count=4, bands=3)
CASES = {
    "`balance`": {},
    "`balance`, number of blocks by variation": {"variation": True},
    "`PIF_METHOD` residual": {"pif": "residual"},
    "`PIF_METHOD` ir_mad": {"pif": "ir_mad"},
    "`PIF_METHOD` flood_from_match_points": {"pif": "flood_from_match_points"},
    "`CACHE_FOLDER`, first run": {"cache": True},
    "`CACHE_FOLDER`, second run": {"cache": True},
}


def main(arguments: list[str] | None = None) -> int:
    """Print the table; or, as a process of its own, do one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.case:
        _run(**json.loads(options.case))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        paths = image_paths(folder, KIND)
        base = _read(folder, [], {})
        size = input_megabytes(paths)
        sys.stdout.write(f"{KIND.about}, {size:.0f} MB\n\n| run | read, in sizes of the images |\n|---|---:|\n")
        for label, case in CASES.items():
            read = _read(folder, paths, {**case, "cache": str(folder / "kept") if case.get("cache") else ""})
            sys.stdout.write(f"| {label} | {(read - base) / size:.2f} |\n")
            sys.stdout.flush()
    return 0


def _read(folder: Path, paths: list[str], case: dict) -> float:
    """Megabytes that one run reads."""
    costs, text = folder / "costs.json", json.dumps({"paths": paths, "folder": str(folder / "results"), **case})
    command = [sys.executable, str(HERE / "launch.py"), str(costs), sys.executable, __file__, "--case", text]
    subprocess.run(command, check=True)
    return json.loads(costs.read_text(encoding="utf-8"))["read"]


def _run(paths: list[str], folder: str, pif: str = "entire", cache: str = "", variation: bool = False) -> None:
    if not paths:
        return
    ev.balance(
        paths,
        ev.OutputSettings(folder=folder, format="virtual"),
        global_settings=ev.GlobalSettings(pif=ev.PifSettings(method=pif)),
        local_settings=ev.LocalSettings(blocks_by_variation=variation),
        statistics=ev.StatisticsSettings(cache_folder=cache or None),
        execution=ev.ExecutionSettings(threads=1),
    )


if __name__ == "__main__":
    sys.exit(main())
