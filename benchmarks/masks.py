"""Measure what clouds in some images do to the others, without masks and with those of the presets.

    .venv/bin/python benchmarks/masks.py --data ../shared/data

Prints the normalised RMSE between the clear dates of the Landsat set after balancing all five dates,
and how much more that is than after balancing the clear dates alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

from checkout import ROOT
from datasets import LANDSAT_DATES
from osgeo import gdal

from evenlight.core.jobs import BalanceResult, balance, global_regression, threshold_mask
from evenlight.core.jobs.measure import measure_images
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.masks.settings import MASK_NAME, MaskPreset, ThresholdSettings
from evenlight.core.settings import BALANCED_NAME, OutputSettings, SelectionMode, StatisticsSettings

BANDS = {"blue_band": 2, "green_band": 3, "red_band": 4, "nir_band": 5, "swir_band": 6, "scale": 0.0000275}
"""Landsat 8 and 9; the factor is that of Collection 2."""
MASKS = {
    "no mask": ((), {}),
    "cloud": ((MaskPreset.CLOUD,), {}),
    "cloud, from 9 pixels, grown by 150 m": ((MaskPreset.CLOUD,), {"minimum_size": 9, "buffer": 150.0}),
    "cloud and shadow": ((MaskPreset.CLOUD, MaskPreset.SHADOW), {}),
    "cloud and shadow, from 9 pixels, grown by 150 m": (
        (MaskPreset.CLOUD, MaskPreset.SHADOW),
        {"minimum_size": 9, "buffer": 150.0},
    ),
}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("EVENLIGHT_DATA", str(ROOT.parent / "shared" / "data"))
    parser.add_argument("--data", default=default, help="folder of the real sets")
    gdal.UseExceptions()
    folder = Path(parser.parse_args(arguments).data) / "landsat_hawaii"
    paths = sorted(map(str, folder.glob("*.tif")))
    if not paths:
        print(f"no images in {folder}")
        return 1
    for job in (global_regression, balance):
        alone = after(job, clear(paths))
        print(f"{job.__name__}\n  {'clear dates alone':50} {alone:.4f}")
        for name, (presets, cleaning) in MASKS.items():
            polygons = [polygon for preset in presets for polygon in found(paths, preset, cleaning)]
            figure = after(job, paths, polygons)
            print(f"  {name:50} {figure:.4f} {figure / alone - 1:+.1%}", flush=True)
    return 0


def clear(paths: Sequence[str]) -> list[str]:
    """Those of the dates without clouds."""
    return [path for path in paths if any(date in Path(path).name for date in LANDSAT_DATES)]


def after(job: Callable[..., BalanceResult], paths: Sequence[str], polygons: Sequence[MaskPolygon] = ()) -> float:
    """Normalised RMSE between the clear dates after balancing."""
    crs = gdal.Open(paths[0]).GetProjection()
    mask = PolygonMask(tuple(polygons), crs) if polygons else None
    outside = StatisticsSettings(mask_mode=SelectionMode.EXCLUDE)
    with tempfile.TemporaryDirectory() as scratch:
        output = OutputSettings(folder=scratch, name=BALANCED_NAME)
        outputs = job(list(paths), output, mask=mask, statistics=outside).outputs
        return measure_images(clear(outputs)).normalised_after


def found(paths: Sequence[str], preset: MaskPreset, cleaning: dict[str, float]) -> list[MaskPolygon]:
    """The preset's polygons."""
    with tempfile.TemporaryDirectory() as scratch:
        target = str(Path(scratch) / "polygons.gpkg")
        settings = ThresholdSettings(preset=preset, **BANDS, **cleaning)
        threshold_mask(list(paths), OutputSettings(folder=scratch, name=MASK_NAME), settings=settings, polygons=target)
        vectors = gdal.OpenEx(target, gdal.OF_VECTOR)
        return [
            MaskPolygon(bytes(feature.GetGeometryRef().ExportToWkb()), feature.GetField("image"))
            for feature in vectors.GetLayer(0)
        ]


if __name__ == "__main__":
    sys.exit(main())
