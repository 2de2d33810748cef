"""What kept statistics save: a first run, the same again, and one more image in the middle.

    .venv/bin/python benchmarks/kept_statistics.py

Each run is a process of its own, of `global_regression` with its writing; bytes are those of its read calls, less
those of a run that does nothing and the one read that writing takes, over the size of the image files.
"""

from __future__ import annotations

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
KIND = ImageKind(size=1000, count=25, bands=3, overlap=0.25)
ADDED = 12
"""An image in the middle."""


def main(arguments: list[str]) -> int:
    """Print the table; or, as a process of its own, do one run."""
    if arguments:
        _run(**json.loads(arguments[0]))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        paths = image_paths(folder, KIND)
        others = paths[:ADDED] + paths[ADDED + 1 :]
        kept = folder / "kept"
        base = _costs(folder, [], "")["read"]
        sys.stdout.write(f"{KIND.about}\n\n| run | processor time, s | read for statistics |\n|---|---:|---:|\n")
        for label, images, cache in (
            ("24 images, no folder", others, ""),
            ("24 images, first run", others, str(kept)),
            ("the same again", others, str(kept)),
            ("the twenty-fifth added", paths, str(kept)),
        ):
            costs, size = _costs(folder, images, cache), input_megabytes(images)
            sys.stdout.write(f"| {label} | {costs['cpu']:.1f} | {(costs['read'] - base) / size - 1:.2f} x |\n")
            sys.stdout.flush()
        files = [path.stat().st_size for path in kept.rglob("*") if path.is_file()]
        share = sum(files) / 1e6 / input_megabytes(paths)
        sys.stdout.write(f"\n{len(files)} files, {share:.1%} of the images' size\n")
    return 0


def _costs(folder: Path, paths: list[str], cache: str) -> dict:
    """What one run costs."""
    costs, text = folder / "costs.json", json.dumps({"paths": paths, "folder": str(folder / "results"), "cache": cache})
    subprocess.run([sys.executable, str(HERE / "launch.py"), str(costs), sys.executable, __file__, text], check=True)
    return json.loads(costs.read_text(encoding="utf-8"))


def _run(paths: list[str], folder: str, cache: str) -> None:
    if paths:
        statistics = ev.StatisticsSettings(cache_folder=cache or None)
        ev.global_regression(paths, folder, statistics=statistics, execution=ev.ExecutionSettings(threads=2))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
