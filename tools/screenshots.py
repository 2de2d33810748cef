"""Makes the pictures of the pages: QGIS itself, with the plugin as users get it, on a display of its own.

    .venv/bin/python tools/screenshots.py                          all, into docs/images
    .venv/bin/python tools/screenshots.py --only tutorial tools    some of them: see PARTS

Nothing of your QGIS is read or changed: the profile is made anew.  What is done in the window stands in
``screenshot_session.py``.  Needs QGIS, Xvfb and a window manager (openbox).  Pictures with imagery show the
made-up scene of the demo.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT / "demo")]

import checkout  # noqa: E402, F401
import numpy as np  # noqa: E402
import package  # noqa: E402
from osgeo import gdal  # noqa: E402
from scene import NODATA, SceneSettings, make_scene  # noqa: E402

PARTS = ("tutorial", "balance", "toolbox", "tools", "panel", "demo")
PAIR = (3, 4)
"""Images of the demo scene that differ most."""
SCREEN = "1280x820x24"
SETTINGS = r"""[app]
plugin_installer\checkOnStart=false
[core]
NewsFeed\httpsfeedqgisorg\disabled=true
[qgis]
checkVersion=false
showTips=false
[PythonPlugins]
processing=true
evenlight=true
"""


def main(arguments: list[str] | None = None) -> int:
    """Make the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", default=str(ROOT / "docs" / "images"), help="folder for the pictures")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="these alone")
    parser.add_argument("--zip", help="the built plugin; without it that of this checkout")
    options = parser.parse_args(arguments)
    missing = [program for program in ("qgis", "Xvfb", "openbox") if shutil.which(program) is None]
    if missing:
        sys.stderr.write(f"Missing: {', '.join(missing)}. Install with: apt-get install qgis xvfb openbox\n")
        return 1
    gdal.UseExceptions()
    output = Path(options.output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-") as scratch:
        folder = Path(scratch)
        plugin = Path(options.zip).resolve() if options.zip else folder / "evenlight.zip"
        if not options.zip:
            package.write_zip(plugin, package.package_files())
        answer = pictures_of([part for part in options.only if part != "demo"], plugin, output, folder)
        if "error" in answer:
            sys.stderr.write(answer["error"])
            return 1
        for name in answer.get("pictures", []):
            if name.endswith(".png"):
                with_palette(output / name)
        if "demo" in options.only:
            of_demo(plugin, output, folder)
    for name in sorted(output.iterdir()):
        sys.stdout.write(f"{name.stat().st_size / 1000:7.0f} kB  {name.name}\n")
    sys.stdout.write(f"Clicks from loaded layers to the mosaic, dialog closed: {answer.get('clicks', '-')}\n")
    return 0


def pictures_of(parts: list[str], plugin: Path, output: Path, folder: Path) -> dict:
    """Make the pictures of some parts; what their session says."""
    if not parts:
        return {}
    images = [str(path) for path in images_for_the_eye(folder / "flights")]
    task = {"parts": parts, "images": images, "pictures": str(output)}
    return in_window("screenshot_session.py", task, plugin, folder)


def in_window(session: str, task: dict, plugin: Path, folder: Path) -> dict:
    """What a session of QGIS's desktop says of itself, such as the pictures it made, or an error.

    ``session``: a script beside this one, which gets the task as `EVENLIGHT_PICTURES`.
    """
    answer = folder / "answer.json"
    task = {**task, "answer": str(answer)}
    profile = folder / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
    with zipfile.ZipFile(plugin) as archive:
        archive.extractall(profile / "python" / "plugins")
    with display() as number:
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "EVENLIGHT_PICTURES": json.dumps(task),
        }
        for name in ("QGIS_PLUGINPATH", "QGIS_CUSTOM_CONFIG_PATH", "PYTHONPATH"):
            environment.pop(name, None)
        command = ["qgis", "--nologo", "--noversioncheck", "--lang", "en", "--profiles-path", str(folder)]
        command += ["--code", str(HERE / session)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900, check=False)
    if not answer.exists():
        return {"error": f"QGIS ended without an answer.\n{done.stdout[-2000:]}{done.stderr[-4000:]}\n"}
    return json.loads(answer.read_text(encoding="utf-8"))


@contextlib.contextmanager
def display() -> Iterator[int]:
    """A display with a window manager, and its number."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    manager = None
    try:
        with os.fdopen(reading, encoding="ascii") as stream:
            number = int(stream.readline())
        environment = {**os.environ, "DISPLAY": f":{number}"}
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        yield number
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


def images_for_the_eye(folder: Path) -> list[Path]:
    """Two images of the demo scene as pictures of bytes, which QGIS draws as they are."""
    scene = make_scene(folder / "scene", SceneSettings())
    targets = [folder / "west.tif", folder / "east.tif"]
    sources = [gdal.Open(scene.paths[number]) for number in PAIR]
    values = [source.ReadAsArray()[2::-1] for source in sources]
    seen = np.concatenate([one[:, one[0] != NODATA][:, ::50] for one in values], axis=1)
    high = np.percentile(seen, 99.5, axis=1)[:, None, None]
    for target, source, one in zip(targets, sources, values):
        pixels = np.where(one == NODATA, 0, np.clip(np.rint(one * (250 / high)), 1, 255)).astype(np.uint8)
        size = source.RasterXSize, source.RasterYSize
        dataset = gdal.GetDriverByName("GTiff").Create(str(target), *size, 3, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
        dataset.SetGeoTransform(source.GetGeoTransform())
        dataset.SetProjection(source.GetProjection())
        for number, colour in enumerate((gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand), 1):
            dataset.GetRasterBand(number).SetColorInterpretation(colour)
            dataset.GetRasterBand(number).SetNoDataValue(0)
        dataset.WriteArray(pixels)
        dataset.FlushCache()
    return targets


def with_palette(path: Path) -> None:
    """Write a picture of a dialog with at most 256 colours, which takes less than half the space."""
    pixels = gdal.Open(str(path)).ReadAsArray()[:3].astype(np.uint8)
    for bits in range(8, 2, -1):
        step = 256 >> bits
        coarse = np.minimum(pixels // step * step + step // 2, 255) if step > 1 else pixels
        colours, places = np.unique(coarse.reshape(3, -1), axis=1, return_inverse=True)
        if colours.shape[1] <= 256:
            break
    # each of the few colours as the mean of those that became it
    number = np.bincount(places.ravel())
    means = [np.bincount(places.ravel(), band.ravel()) / number for band in pixels]
    table = gdal.ColorTable()
    for index, colour in enumerate(zip(*means)):
        table.SetColorEntry(index, tuple(round(value) for value in colour))
    memory = gdal.GetDriverByName("MEM").Create("", pixels.shape[2], pixels.shape[1], 1, gdal.GDT_Byte)
    memory.GetRasterBand(1).WriteArray(places.reshape(pixels.shape[1:]).astype(np.uint8))
    memory.GetRasterBand(1).SetColorTable(table)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), memory, options=["ZLEVEL=9"])
    path.with_name(f"{path.name}.aux.xml").unlink(missing_ok=True)


def of_demo(plugin: Path, output: Path, folder: Path) -> None:
    """The mosaic of the whole scene, beside the images as they came."""
    command = [sys.executable, str(ROOT / "demo" / "run.py"), "--zip", str(plugin), "--output", str(folder / "demo")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    picture = folder / "demo" / "mosaic-before-after.png"
    options = {"format": "JPEG", "creationOptions": ["QUALITY=80"], "width": 1400, "resampleAlg": "average"}
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    gdal.Translate(str(output / "balance-and-mosaic.jpg"), str(picture), **options)


if __name__ == "__main__":
    sys.exit(main())
