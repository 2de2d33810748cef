"""One raster from many."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..core.errors import EvenlightError
from ..core.mosaicking.settings import MOST_FEATHER, MOST_LEVELS, MosaicSettings, SeamSettings
from ..core.settings import GridSettings, OutputSettings
from ..gui.showing import Look, load_instead
from .base import EvenlightAlgorithm, Files
from .groups import MOSAIC
from .kinds import Boolean, Integer, OneOf
from .places import OutputFolder, OutputRaster
from .progress import FeedbackProgress
from .reader import ParameterReader
from .reports import report_of
from .tables.execution import RESOURCES, SCHEDULER_OF_MOSAIC, WINDOW_SIZE
from .tables.grid import GRID
from .tables.output import CLIPPED, CREATION_OPTIONS, FORMAT_OF_FILES, OUTPUT_DTYPE, REPORT
from .tables.seams import IMAGES, SEAMS
from .tables.statistics import CONSTANT_BORDER, NODATA

translate = QCoreApplication.translate

# fmt: off
OVERLAP = OneOf(
    "OVERLAP", MosaicSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Where images overlap"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "One image, with seams between them: for pictures without visible joins. The first or last: the image that "
        "comes first or last in the list, band by band. Mean, median, smallest or largest value: of all images that "
        "have data there, for measurements; means blur what does not lie exactly alike, the median of three and more "
        "images leaves out what moves."),
)
BLEND = OneOf(
    "BLEND", MosaicSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Blending along seams"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Feather: within a strip along the seam. Multi-band: coarse differences within a wide strip, fine structures "
        "within a narrow one; for images that still differ in tone, takes longer. None: every pixel keeps exactly the "
        "value of its image, for measurements and classes."),
)
FEATHER_WIDTH = Integer(
    "FEATHER_WIDTH", MosaicSettings, limits=(2, MOST_FEATHER),
    label=QT_TRANSLATE_NOOP("Evenlight", "Width of the feather (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Wider hides differences of tone better; where images do not lie exactly alike, detail within the strip gets "
        "softer."),
)
LEVELS = Integer(
    "LEVELS", MosaicSettings, limits=(1, MOST_LEVELS),
    label=QT_TRANSLATE_NOOP("Evenlight", "Levels of the multi-band blend"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Each one doubles the width of the strip. Lower it for narrow overlaps, raise it for wide ones with smooth "
        "differences of tone."),
)
PRESERVE_RANGE = Boolean(
    "PRESERVE_RANGE", MosaicSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Keep the multi-band blend within the images' values"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "No pixel gets brighter or darker than all images that show it. Turn it off only where tiny steps at the ends "
        "of overlaps matter more."),
)
OUTPUT = OutputRaster(
    "OUTPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Mosaic"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "One raster, with data exactly where one of the images has some."),
)
TILE_SIZE = Integer(
    "TILE_SIZE", MosaicSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Write tiles of this size (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty, or 0, writes one raster. For very large mosaics, or programs that want files of one size, give the "
        "side of a tile, such as 10000: the mosaic is written as GeoTIFFs or COGs named by row and column, without "
        "those that would be empty, and a virtual raster (VRT) over them, which is the result. Tiles of an earlier run "
        "under this name are replaced."),
)
OUTPUT_FOLDER = OutputFolder(
    "OUTPUT_FOLDER", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Folder for tiles"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Where tiles and the virtual raster over them go, named as the mosaic's file. Empty takes the folder of that "
        "file. Not used for one raster."),
)
SOURCE_MAP = OutputRaster(
    "SOURCE_MAP", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Source map"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A raster of which image each pixel comes from: its place in the list, from 1 on; the names are in its "
        "metadata. With seamlines only."),
)

DETAILED = Boolean(
    "DETAILED", default=False, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Measure the seams for the report"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The report then says of each two images how visible their seam is: its cost beside that of the overlap, and "
        "by how much the images differ along it. Reads the overlaps once more."),
)

BLENDING = (FEATHER_WIDTH, LEVELS, PRESERVE_RANGE)
FILE_OF_MOSAIC = (*FORMAT_OF_FILES, OUTPUT_DTYPE, CREATION_OPTIONS, TILE_SIZE)


class Mosaic(EvenlightAlgorithm):
    """Declares and runs the core's `mosaic`."""

    ID = "mosaic"
    GROUP = MOSAIC
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Mosaic")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Joins overlapping images into one raster, with seams where they are least visible, blended")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "seamless mosaic,orthomosaic,orthophoto,merge,seam,stitch,blend,feather,multiband,pyramid,join,combine,"
        "gdal_merge,OTB")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Joins images that agree in colour (see <i>Balance</i>) into one raster. Data type, no data value, masks, "
        "alpha, bands and their names are kept; the mosaic has data exactly where one of the images has some. "
        "Images of other grids, resolutions and coordinate systems are resampled once.</p>"
        "<p>Seams go along paths where the images differ least, and can be edited as polygons (see <i>Seamlines</i>). "
        "Things that move, as cars and waves, are shown by one image or not at all.</p>")
    PLAIN = ("INPUT", "OVERLAP", "METHOD", "BLEND", "SEAMLINES", "OUTPUT")
    UNFOLDING = ("METHOD",)
    ROWS = (
        IMAGES, OVERLAP, BLEND, *SEAMS, *BLENDING, *GRID, NODATA, CONSTANT_BORDER, *FILE_OF_MOSAIC,
        WINDOW_SIZE, *RESOURCES, SCHEDULER_OF_MOSAIC, OUTPUT, OUTPUT_FOLDER, SOURCE_MAP, DETAILED, REPORT, CLIPPED,
    )
    LAYER_NAMES = {"SAVE_SEAMLINES": QT_TRANSLATE_NOOP("Evenlight", "Seam polygons")}
    LOOKS = {"SAVE_SEAMLINES": Look.SOURCES, "OUTPUT": Look.IMAGE, "SOURCE_MAP": Look.SOURCES}
    IMAGES_GO_TOGETHER = True
    TAKES_CLASSES = True

    def destinations(self, reader: ParameterReader) -> dict[str, str | None]:
        """Where to write; of tiles the virtual raster over them is the result, which QGIS loads instead."""
        files = super().destinations(reader)
        if self.values["TILE_SIZE"]:
            place, folder = Path(files["OUTPUT"]), files["OUTPUT_FOLDER"] or Path(files["OUTPUT"]).parent
            # a temporary file is called like the parameter
            name = "mosaic" if place.stem == "OUTPUT" else place.stem
            index = str(Path(folder) / f"{name}.vrt")
            load_instead(files["OUTPUT"], index, reader.context)
            files = {**files, "OUTPUT": index, "OUTPUT_FOLDER": str(folder)}
        return files

    def check(self, reader: ParameterReader) -> None:
        """Say that a folder for tiles is of no use without them."""
        if reader.given("OUTPUT_FOLDER") and not self.values.get("TILE_SIZE"):
            text = translate(
                "Evenlight", "OUTPUT_FOLDER counts with TILE_SIZE only, so it is not used: give both, or none."
            )
            reader.warnings.append(text)

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.raster.target_grid import check_pixel_size

        # it raises what is wrong
        check_pixel_size(self.settings(GridSettings))
        # what concerns tiles and formats waits for the run: it depends on the result's place
        return [*self.settings(MosaicSettings).problems(), *self.settings(SeamSettings).problems()]

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the mosaic."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import mosaic

        settings = {"statistics": self.statistics, "execution": self.execution}
        return mosaic(self.images, files["OUTPUT"], **mosaicking(self, files), **settings, progress=progress)


def mosaicking(run: EvenlightAlgorithm, files: Files) -> dict[str, object]:
    """What the core's jobs take of a run about the mosaic itself."""
    output = run.settings(OutputSettings)
    return {
        "settings": run.settings(MosaicSettings),
        "seams": run.settings(SeamSettings),
        "grid": run.settings(GridSettings),
        "avoid": run.avoid,
        "edited": run.edited,
        "ranks": run.ranks,
        "rank_table": run.rank_table,
        "source_map": files["SOURCE_MAP"],
        "report": report_of(run, files),
        **{name: getattr(output, name) for name in ("format", "dtype", "creation_options", "overviews")},
    }
