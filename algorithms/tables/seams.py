"""Where the seams of a mosaic run."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.mosaicking.settings import SeamSettings
from ..kinds import Expression, Integer, Number, OneOf
from ..places import FieldName, Polygons, Rasters, Table

# fmt: off
IMAGES = Rasters(
    "INPUT", minimum=1,
    label=QT_TRANSLATE_NOOP("Evenlight", "Images"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Raster layers or files with the same bands in the same order; those of another grid are resampled. Balance "
        "them first."),
)
METHOD = OneOf(
    "METHOD", SeamSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Seams"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Least visible: along paths where the images differ least, around what stands out. Distance: in the middle of "
        "overlaps, as far from the edges of the images as possible; faster, and the same for every set of bands. Rank: "
        "the image for which the expression below gives the highest number, as far as its own edge is not near."),
)
RANK_EXPRESSION = Expression(
    "RANK_EXPRESSION", parent="RANK_TABLE", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Rank of an image (for seams by rank)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Evaluated once for each image; the highest number comes first, of dates the latest. Fields are those of the "
        "table below, and what is known of each image: name, path, index (its place in the list, from 1 on), bands, "
        "width, height, data_type, pixel_size (map units), resolution (metres), crs (such as EPSG:32633), nodata, date "
        "(of the file's tag TIFFTAG_DATETIME, else from its name). A field of the table comes before one of the image "
        "that is called alike. Examples: date takes the latest image, -resolution the sharpest, -cloud_share the "
        "clearest by a table, coalesce(quality, 0) where some images have no row."),
)
RANK_TABLE = Table(
    "RANK_TABLE", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table about the images"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A table or layer with a row for each image, for what the files do not say, such as the share of clouds. A "
        "row belongs to the image whose name it holds, with or without extension, or whose whole path."),
)
RANK_FIELD = FieldName(
    "RANK_FIELD", parent="RANK_TABLE", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table field with the image's name"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty takes the field that holds the names of most images. Set it where several fields hold names."),
)
AVOID = Polygons(
    "AVOID", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Polygons that seams shall not cross"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For least visible seams: buildings, bridges, lakes, whatever must come from one image. In any coordinate "
        "system. Where a polygon reaches across a whole overlap, a seam has to cross it."),
)
AVOID_BUFFER = Number(
    "AVOID_BUFFER", SeamSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Distance to keep from these polygons (map units)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Widens the polygons. Set it when leaning roofs or trees reach beyond what was drawn."),
)
SEAMLINES = Polygons(
    "SEAMLINES", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Seam polygons, edited"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Polygons that Seamlines wrote and you edited: they are followed exactly. Each names its image in the field "
        "image. What no polygon claims for an image that has data there goes by distance, and the log says how much "
        "that is."),
)
LOCKED_FIELD = FieldName(
    "LOCKED_FIELD", parent="SEAMLINES", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Field that locks polygons"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A field of the seam polygons with numbers: only polygons with more than 0 stay, higher ones come first where "
        "several claim a pixel; all other seams are found anew. Empty: all polygons stay."),
)
EDGE_MARGIN = Integer(
    "EDGE_MARGIN", SeamSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Distance to keep from edges of images (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Nearer to an image's own edge a seam gets expensive. Raise it when edges of the images are blurred or dark."),
)
MIN_REGION = Integer(
    "MIN_REGION", SeamSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest piece of an image (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Smaller pieces between seams go to a neighbour that has data there. Raise it for fewer polygons."),
)
REDUCTION = Integer(
    "REDUCTION", SeamSettings, limits=(0, 64),
    label=QT_TRANSLATE_NOOP("Evenlight", "Cells of the first search (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Seams are looked for on means of cells first, then to the pixel near what was found. A power of two; 0 takes "
        "8, more for very large mosaics and less for small images. Lower it when seams miss narrow paths; that takes "
        "longer."),
)

SEAMS = (
    METHOD, RANK_EXPRESSION, RANK_TABLE, RANK_FIELD, AVOID, AVOID_BUFFER, SEAMLINES, LOCKED_FIELD, EDGE_MARGIN,
    MIN_REGION, REDUCTION,
)
# fmt: on
