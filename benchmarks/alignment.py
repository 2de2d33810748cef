"""Phase correlation of cubes of dates: error and time beside other tools', in one run.

``alignment.py --satalign python --data folder``: each cube holds 50 dates of 512 x 512 pixels of one
real scene, each shifted by a known part of pixels with the scene's whole spectrum, so that the truth
is exact; with a light, noise and clouds of its own.  The same arrays are given to all tools, each in
a process of its own with one thread; seconds are those of the CPU, which other work on the machine
disturbs least.  The other tool runs in ``python``, an interpreter that has the package satalign, or
else scikit-image; without it only ours is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZE, DATES, MARGIN = 512, 50, 64
CASES = {
    "clear": {"noise": 1.0},
    "noise": {"noise": 8.0},
    "10 % clouds": {"noise": 3.0, "clouds": 0.1},
    "nodata border": {"noise": 3.0, "border": 24},
    "to 30 px": {"noise": 3.0, "reach": 21.0},
}
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
ASKED = {
    "satalign": "import satalign",
    "scikit-image": "from skimage.registration import phase_cross_correlation",
}


def make_cube(scene: np.ndarray, noise: float, clouds: float = 0.0, border: int = 0, reach: float = 4.0):
    """``cube`` (dates, rows, columns) float32 with 0 as nodata, ``reference`` and ``shifts`` (dates, 2)."""
    from scipy.ndimage import gaussian_filter

    random = np.random.default_rng(20)
    rows, columns = scene.shape
    taper = [np.minimum(1.0, (np.arange(size) + 1.0) / 32.0) for size in scene.shape]
    window = (taper[0] * taper[0][::-1])[:, None] * (taper[1] * taper[1][::-1])
    spectrum = np.fft.rfft2((scene - scene.mean()) * window)
    frequencies = np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)
    # what a sensor would have smoothed away can't be moved by parts of pixels
    spectrum *= np.hypot(*frequencies) < 0.45
    shifts = random.uniform(-reach, reach, size=(DATES, 2))

    def seen(dx, dy):
        wave = np.exp(2j * np.pi * (frequencies[0] * dy + frequencies[1] * dx))
        view = np.fft.irfft2(spectrum * wave, s=scene.shape) + scene.mean()
        view = view[MARGIN:MARGIN + SIZE, MARGIN:MARGIN + SIZE]
        return view + random.normal(scale=noise, size=view.shape)

    cube = np.empty((DATES, SIZE, SIZE), dtype=np.float32)
    for layer, shift in zip(cube, shifts):
        view = random.uniform(0.7, 1.4) * seen(*shift) + random.uniform(0.0, 60.0)
        if clouds:
            field = gaussian_filter(random.normal(size=view.shape), 25.0, mode="wrap")
            thick = gaussian_filter((field > np.quantile(field, 1.0 - clouds)).astype(float), 2.0)
            view = view * (1.0 - thick) + 260.0 * thick
        layer[:] = np.maximum(view, 1.0)
    reference = np.maximum(seen(0.0, 0.0), 1.0).astype(np.float32)
    if border:
        for array in (cube, reference):
            array[..., :border, :] = array[..., -border:, :] = 0.0
            array[..., :border] = array[..., -border:] = 0.0
    return cube, reference, shifts


def ours(cube, reference):
    """Shifts (dates, 2) by our phase correlation, 0 as nodata."""
    from evenlight.core.align.phase_correlation import Reference
    from evenlight.core.align.settings import MatchSettings

    prepared = Reference(reference, reference != 0, MatchSettings())
    return np.array([prepared.shift_of(layer, layer != 0).transform.step for layer in cube])


def satalign(cube, reference):
    """The same by satalign's PCC: its estimation only, without the resampling that it does besides."""
    from satalign import PCC

    tool = PCC(cube[:, None], reference[None], channel="mean", max_translations=100)
    layer = tool.create_layer(reference[None])
    return np.array([tool.find_warp(layer, tool.create_layer(image[None]))[:2, 2] for image in cube])


def scikit_image(cube, reference):
    """The same by scikit-image's ``phase_cross_correlation``."""
    from skimage.registration import phase_cross_correlation

    return np.array([phase_cross_correlation(reference, image, upsample_factor=50)[0][::-1] for image in cube])


TOOLS = {"Evenlight": ours, "satalign": satalign, "scikit-image": scikit_image}


def work(tool: str, file: str, runs: int) -> None:
    """In a process of its own: print the shifts and the seconds of CPU of each run as JSON."""
    if tool == "Evenlight":
        import importlib.util

        spec = importlib.util.spec_from_file_location(
            "evenlight", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        package = importlib.util.module_from_spec(spec)
        sys.modules["evenlight"] = package
        spec.loader.exec_module(package)
    with np.load(file) as cubes:
        cube, reference = cubes["cube"], cubes["reference"]
    # imports and tables are made in the first call
    TOOLS[tool](cube[:1], reference)
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        shifts = TOOLS[tool](cube, reference)
        seconds.append(time.process_time() - start)
    print(json.dumps({"shifts": shifts.tolist(), "seconds": seconds}))


def measure(python: str, tool: str, file: Path) -> tuple[np.ndarray, float]:
    """Shifts of a tool, and its seconds of CPU for one run."""
    command = [python, str(Path(__file__).resolve()), "--work", tool, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **ONE_THREAD})
    if done.returncode != 0:
        sys.exit(done.stderr[-2000:])
    answer = json.loads(done.stdout.splitlines()[-1])
    return np.array(answer["shifts"]), answer["seconds"][0]


def other_tool(python: str | None) -> tuple[str | None, str]:
    """What the interpreter has to compare with, and what is to be said about it."""
    if python is None:
        return None, "No other tool: no --satalign given."
    for tool, asked in ASKED.items():
        if subprocess.run([python, "-c", asked], capture_output=True, check=False).returncode == 0:
            return tool, ""
    return None, "No other tool: the interpreter of --satalign has neither satalign nor scikit-image."


def main() -> None:
    """Measure every case with every tool in turn, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--satalign", help="a Python interpreter that has satalign or scikit-image")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        work(given.work[0], given.work[1], 1)
        return
    from osgeo import gdal

    gdal.UseExceptions()
    images = sorted((given.data / "naip_prairie").glob("*.tif"))
    if not images:
        sys.exit(f"No images: {given.data / 'naip_prairie'} is empty.")
    scene = gdal.Open(str(images[0])).ReadAsArray().mean(axis=0)[:SIZE + 2 * MARGIN, :SIZE + 2 * MARGIN]
    peer, reason = other_tool(given.satalign)
    tools = {"Evenlight": sys.executable, **({peer: given.satalign} if peer else {})}
    heads = [f"{name}: {what}" for name in tools for what in ("RMS error, px", "largest, px", "CPU s")]
    print(f"| {DATES} dates of {SIZE} x {SIZE} | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
    with tempfile.TemporaryDirectory() as folder:
        for case, options in CASES.items():
            cube, reference, truth = make_cube(scene, **options)
            file = Path(folder) / "cube.npz"
            np.savez(file, cube=cube, reference=reference)
            # in turn, so that what else the machine does hits all alike
            rounds = [{name: measure(python, name, file) for name, python in tools.items()} for _ in range(given.runs)]
            cells = []
            for name in tools:
                error = rounds[0][name][0] - truth
                seconds = median(one[name][1] for one in rounds)
                cells += [f"{np.sqrt((error**2).mean()):.4f}", f"{np.abs(error).max():.3f}", f"{seconds:.2f}"]
            print(f"| {case} | {' | '.join(cells)} |", flush=True)
    print(f"\nCPU seconds for all dates, one thread each, medians of {given.runs} runs in turn. {reason}")


if __name__ == "__main__":
    main()
