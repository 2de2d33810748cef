"""No result ever takes the place of a file that a run reads: every algorithm, every input, every result.

Each algorithm runs once; then each of its results, and each file behind its inputs, is made one with one of the
others by a link, and the same run must be refused.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback

from evenlight.algorithms import ALGORITHMS
from evenlight.core.statistics.entries import sums_folder

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")

READ = {"raster", "multilayer", "source", "file"}
"""Types of parameters that name what is read."""
NOT_READ = {"CACHE_FOLDER"}
"""Of such a type, and tested by itself."""

CASES = {}


def case(function):
    """Parameters of one algorithm with all that it reads and writes; several sets where they exclude each other."""
    CASES[function.__name__] = function
    return function


class Place:
    """Three images, each behind a recipe of a recipe, what else may be read, and a folder for all results."""

    def __init__(self, folder, paths):
        self.folder = folder
        self.out = folder / "out"
        self.images = [self._recipe(path) for path in paths]
        self.polygons = str(folder / "mask.gpkg")
        text = '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32614"}},"features":[' \
            '{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":' \
            "[[[500000,5199040],[502400,5199040],[502400,5200000],[500000,5200000],[500000,5199040]]]}}]}"  # fmt: skip
        gdal.VectorTranslate(self.polygons, gdal.OpenEx(text, gdal.OF_VECTOR), format="GPKG", layerName="mask")

    def _recipe(self, path):
        inner, outer = str(Path(path).with_suffix(".inner.vrt")), str(Path(path).with_suffix(".vrt"))
        gdal.BuildVRT(inner, [path])
        gdal.BuildVRT(outer, [inner])
        return outer

    def file(self, name):
        return str(self.out / name)

    def made(self, algorithm, **parameters):
        """What another algorithm wrote earlier."""
        import processing

        return processing.run(f"evenlight:{algorithm}", {"INPUT": self.images, **parameters})

    @property
    def model(self):
        """A file that only one kind of points would look into."""
        file = self.folder / "model.onnx"
        file.write_bytes(b"none")
        return str(file)

    @property
    def adjustments(self):
        file = str(self.folder / "adjustments.json")
        self.made("global_regression", OUTPUT_FOLDER=str(self.folder / "made"), SAVE_ADJUSTMENTS=file)
        return file

    def saved_maps(self):
        return {"SAVE_REFERENCE_MAP": self.file("saved.tif"), "SAVE_LOCAL_MAPS": str(self.out / "maps")}

    def many(self, **parameters):
        return {"INPUT": self.images, "OUTPUT_FOLDER": str(self.out), **parameters}

    def both_steps(self, **parameters):
        """What the algorithms with a global step share."""
        pytest.importorskip("cv2", reason="OpenCV is not installed")
        return self.many(
            MASK=self.polygons, LOAD_ADJUSTMENTS=self.adjustments, SAVE_ADJUSTMENTS=self.file("new.json"),
            MODEL_IMAGES=self.images[:1], PIF_METHOD="flood_from_match_points", SAVE_INZ=str(self.out / "inz"),
            MIN_SAMPLES=1, REPORT=self.file("report.html"), **parameters,
        )  # fmt: skip


@case
def global_regression(place):
    return [place.both_steps()]


@case
def balance(place):
    return [place.both_steps()]


@case
def preview_balance(place):
    return [place.both_steps()]


@case
def local_block_adjustment(place):
    extent = "500000,502400,5199040,5200000 [EPSG:32614]"
    return [place.many(MASK=place.polygons, CANVAS_EXTENT=extent, REPORT=place.file("r.json"), **place.saved_maps())]


@case
def save_block_maps(place):
    maps = {"REFERENCE_MAP": place.file("reference.tif"), "LOCAL_MAPS": str(place.out)}
    made = place.made(
        "save_block_maps", REFERENCE_MAP=str(place.folder / "r.tif"), LOCAL_MAPS=str(place.folder), BLOCKS=6
    )
    given = {"LOAD_REFERENCE_MAP": made["REFERENCE_MAP"], "LOAD_LOCAL_MAPS": made["OUTPUT"]}
    return [{"INPUT": place.images, "MASK": place.polygons, "REPORT": place.file("r.json"), **maps, **given}]


@case
def load_block_maps(place):
    maps = place.made(
        "save_block_maps", REFERENCE_MAP=str(place.folder / "r.tif"), LOCAL_MAPS=str(place.folder), BLOCKS=6
    )
    given = {"REFERENCE_MAP": maps["REFERENCE_MAP"], "LOCAL_MAPS": maps["OUTPUT"]}
    return [place.many(MASK=place.polygons, REPORT=place.file("r.json"), **given, **place.saved_maps())]


@case
def apply_adjustments(place):
    return [place.many(LOAD_ADJUSTMENTS=place.adjustments, REPORT=place.file("r.csv"))]


@case
def threshold_mask(place):
    return [place.many(EXPRESSION="B1 > 900", OUTPUT_POLYGONS=place.file("polygons.gpkg"))]


@case
def align_grids(place):
    return [place.many()]


@case
def mask_rasters(place):
    return [place.many(MASK=place.polygons)]


@case
def pif_mask(place):
    first, second, _ = place.images
    return [
        {"INPUT": first, "REFERENCE": second, "OUTPUT": place.file("m.tif"), "OUTPUT_POLYGONS": place.file("m.gpkg")}
    ]


@case
def coregister(place):
    matrices = str(place.folder / "matrices.json")
    made = {"OUTPUT_FOLDER": str(place.folder / "made"), "MATRICES": matrices}
    place.made("coregister", INPUT=place.images, REFERENCE=place.images[0], **made)
    reports = {
        "TABLE": place.file("table.csv"), "VECTORS": place.file("vectors.gpkg"), "MATRICES": place.file("m.json"),
        "TIE_POINTS": place.file("points.gpkg"), "OUTPUT_STACK": place.file("stack.tif"),
        "SHIFTS": str(place.out / "s"), "REPORT": place.file("r.html"),
    }  # fmt: skip
    masked = {"MASK": place.polygons, "MASK_MODE": "exclude", "MODEL_FILE": place.model}
    chosen = {"REFERENCE_MODE": "mean", "REFERENCE_IMAGES": place.images[:1]}
    loaded = place.many(LOAD_MATRICES=matrices)
    return [place.many(REFERENCE=place.images[0], **masked, **reports), place.many(**chosen), loaded]


@case
def coregister_jointly(place):
    points = str(place.folder / "points.json")
    place.made("coregister_jointly", OUTPUT_FOLDER=str(place.folder / "made"), SAVE_TIE_POINTS=points)
    reports = {"TABLE": place.file("t.csv"), "VECTORS": place.file("v.gpkg"), "SAVE_TIE_POINTS": place.file("p.json"),
               "REPORT": place.file("r.html")}  # fmt: skip
    read = {"FIXED_IMAGES": place.images[:1], "LOAD_TIE_POINTS": points, "MODEL_FILE": place.model}
    return [place.many(**read, **reports)]


def seams(place):
    """What both tools for mosaics read."""
    polygons = str(place.folder / "seams.gpkg")
    place.made("seamlines", OUTPUT=polygons)
    table = place.folder / "ranks.csv"
    table.write_text("image,rank\nwest,1\nmiddle,2\neast,3\n")
    ranks = {"METHOD": "rank", "RANK_EXPRESSION": "rank", "RANK_TABLE": str(table)}
    return {"INPUT": place.images, "AVOID": place.polygons, "SEAMLINES": polygons, **ranks}


@case
def seamlines(place):
    return [{**seams(place),
        "OUTPUT": place.file("seams.gpkg"), "COST_TABLE": place.file("costs.csv"), "REPORT": place.file("r.json")
    }]


@case
def mosaic(place):
    files = {"OUTPUT": place.file("mosaic.tif"), "SOURCE_MAP": place.file("map.tif"), "REPORT": place.file("r.json")}
    both = {**seams(place), **files}
    return [both, {**both, "TILE_SIZE": 100, "OUTPUT_FOLDER": str(place.out)}]


@case
def balance_and_mosaic(place):
    both = place.both_steps()
    del both["OUTPUT_FOLDER"]
    files = {"SOURCE_MAP": place.file("map.tif"), "SAVE_SEAMLINES": place.file("seams.gpkg")}
    read = seams(place)
    read["SEAM_METHOD"] = read.pop("METHOD")
    whole = {**both, **read, "OUTPUT": place.file("mosaic.tif"), **files}
    return [whole, {**whole, "TILE_SIZE": 100, "OUTPUT_FOLDER": str(place.out)}]


@case
def overlap_report(place):
    reports = {"OUTPUT": place.file("r.html"), "OUTPUT_JSON": place.file("r.json"), "OUTPUT_CSV": place.file("r.csv")}
    changed = place.made("global_regression", OUTPUT_FOLDER=str(place.folder / "made"))["OUTPUT"]
    return [{"INPUT": place.images, "AFTER": changed, "MASK": place.polygons, **reports}]


@case
def local_variance(place):
    return [{"INPUT": place.images[0], "OUTPUT": place.file("variance.tif")}]


@case
def histogram_match(place):
    return [place.many(INPUT=place.images[:2], REFERENCE=place.images[1], MASK=place.polygons)]


@case
def histogram_equalize(place):
    return [place.many()]


@case
def histogram_peaks(place):
    reports = {"OUTPUT_TABLE": place.file("t.csv"), "OUTPUT_HTML": place.file("p.html")}
    return [{"INPUT": place.images[0], **reports}]


@case
def cross_correlation(place):
    template = str(place.folder / "template.tif")
    gdal.Translate(template, place.images[0], srcWin=[10, 10, 9, 9])
    files = {"OUTPUT": place.file("score.tif"), "OUTPUT_SHIFT": place.file("shift.tif"),
             "OUTPUT_LAGS": place.file("lags.csv")}  # fmt: skip
    other = {"OTHER": place.images[1], "WINDOW": 16, "SEARCH": 2, **files}
    alone = {"TEMPLATE": place._recipe(template), "OUTPUT": place.file("other.tif")}
    return [{"INPUT": place.images[0], **further} for further in (other, alone)]


@case
def fill_gaps(place):
    files = {"OUTPUT": place.file("filled.tif"), "FILLED_MASK": place.file("mask.tif")}
    both = {"INPUT": place.images[0], "OTHER": place.images[1], **files}
    return [{**both, "METHOD": "other_image"}, {**both, "METHOD": "nearest"}]


def test_every_algorithm_is_here():
    """A new one cannot be forgotten."""
    assert {found().name() for found in ALGORITHMS} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_no_result_takes_the_place_of_anything_that_is_read(name, tmp_path, images):
    """Under whatever name; nothing changes, not even for the results that would be fine."""
    import processing

    place = Place(tmp_path, images)
    sets = [{"LOAD_OUTPUTS": False, **parameters} for parameters in CASES[name](place)]
    declared = QgsApplication.processingRegistry().algorithmById(f"evenlight:{name}")
    reading = {one.name() for one in declared.parameterDefinitions() if one.type() in READ} - NOT_READ
    writing = {one.name() for one in declared.destinationParameterDefinitions()}
    assert reading | writing <= {key for parameters in sets for key in parameters}
    algorithm = f"evenlight:{name}"
    for parameters in sets:
        shutil.rmtree(place.out, ignore_errors=True)
        processing.run(algorithm, parameters)
        results = sorted(path for path in place.out.rglob("*") if path.is_file())
        given = [parameters[key] for key in sorted(reading & set(parameters))]
        names = {one for value in given for one in (value if isinstance(value, list) else [value])}
        inputs = {one.replace(".vrt", ending) for one in names for ending in (".vrt", ".inner.vrt", ".tif")}
        assert len(results) >= len(writing & set(parameters)) and all(map(os.path.isfile, inputs))
        before = {file: Path(file).read_bytes() for file in inputs}
        for number in range(max(len(results), len(inputs))):
            result, file = results[number % len(results)], sorted(inputs)[number % len(inputs)]
            whole = result.read_bytes()
            result.unlink()
            os.link(file, result)
            feedback = QgsProcessingFeedback(False)
            with pytest.raises(QgsProcessingException, match="and would be overwritten") as caught:
                processing.run(algorithm, parameters, feedback=feedback)
            assert str(result) in str(caught.value) and feedback.progress() == 0
            result.unlink()
            result.write_bytes(whole)
        assert {file: Path(file).read_bytes() for file in inputs} == before
        processing.run(algorithm, parameters)


def test_an_input_among_kept_statistics_is_not_cleared_away(tmp_path, images):
    """Old files of that folder are removed."""
    import processing

    folder = Path(sums_folder(str(tmp_path))) / "unfinished"
    folder.mkdir(parents=True)
    moved = [shutil.move(path, folder) for path in images]
    for path in moved:
        os.utime(path, (0, 0))
    parameters = {"INPUT": moved, "CACHE_FOLDER": str(tmp_path), "OUTPUT_FOLDER": str(tmp_path / "out")}
    with pytest.raises(QgsProcessingException, match=r"CACHE_FOLDER.*another folder"):
        processing.run("evenlight:balance", parameters)
    assert all(map(os.path.isfile, moved))
