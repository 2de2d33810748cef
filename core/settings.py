"""What a user can choose, with every default written once.

The values of the enums are the words in widgets, saved models and files.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any

from .arguments import fitting
from .errors import OptionError
from .messages import Message


class Choice(str, Enum):
    """An enum whose members are the words users see."""

    def __str__(self) -> str:
        return self.value

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        """By the word, where the member of another choice has the same."""
        return cls._value2member_map_.get(str(value))

    @classmethod
    def words(cls) -> list[str]:
        """All members' words, in order of declaration."""
        return [member.value for member in cls]


class Settings:
    """Root of settings: a choice may be given by its word, files by one path or several."""

    def __post_init__(self) -> None:
        """Raise `OptionError` for a value of another kind than the field's, or that the field does not allow."""
        known = vars(sys.modules[type(self).__module__])
        for entry in fields(self):
            value = fitting(entry.name, getattr(self, entry.name), entry.type, known)
            least = entry.metadata.get("least")
            if least is not None and value is not None and value < least:
                raise OptionError(entry.name, value, Message("{least} or more", least=least))
            if isinstance(value, float) and math.isinf(value) and not entry.metadata.get("endless"):
                raise OptionError(entry.name, value, Message("a finite number"))
            object.__setattr__(self, entry.name, value)


def at_least(least: int, default: int | None) -> Any:
    """A field that must not be less."""
    return field(default=default, metadata={"least": least})


class OutputFormat(Choice):
    """What kind of file the results are."""

    GEOTIFF = "geotiff"
    """Tiled GeoTIFF."""
    COG = "cog"
    """Cloud optimised GeoTIFF, with overviews."""
    VIRTUAL = "virtual"
    """A recipe (VRT) that reads the input and corrects it on the way; no pixel is copied."""


class OutputType(Choice):
    """Data type of the results."""

    SAME = "same"
    """As each input."""
    BYTE = "Byte"
    """Unsigned, 8 bits."""
    UINT16 = "UInt16"
    """Unsigned, 16 bits."""
    INT16 = "Int16"
    """Signed, 16 bits."""
    UINT32 = "UInt32"
    """Unsigned, 32 bits."""
    INT32 = "Int32"
    """Signed, 32 bits."""
    FLOAT32 = "Float32"
    """Floating point, 32 bits."""
    FLOAT64 = "Float64"
    """Floating point, 64 bits."""


class CalculationType(Choice):
    """Precision in which pixels are corrected."""

    FLOAT32 = "float32"
    """Exact for 8- and 16-bit images; 32-bit integers and doubles take float64 by themselves."""
    FLOAT64 = "float64"
    """Twice the memory."""


class SelectionMode(Choice):
    """Whether what is selected counts, or everything else."""

    INCLUDE = "include"
    """Only what is selected counts."""
    EXCLUDE = "exclude"
    """Only what is not selected counts."""


class ModelImagesMode(Choice):
    """What model images are for."""

    INCLUDE = "include"
    """They are held, and all others follow them; `least_squares` anchors them."""
    EXCLUDE = "exclude"
    """All others shape the solution, and these follow."""
    SHAPE = "shape"
    """They are balanced with each other, and all others follow them."""


class ConstantBorder(Choice):
    """Whether pixels of one value that reach in from an image's edge hold nothing."""

    AUTO = "auto"
    """In images that declare nothing, where the value begins at a corner and what is left looks like a picture."""
    ALWAYS = "always"
    """In all images, wherever the value begins at a corner."""
    NEVER = "never"
    """They are data."""

    @classmethod
    def _missing_(cls, value: object) -> ConstantBorder | None:
        """What was a switch once, off where it was not touched."""
        return {"true": cls.ALWAYS, "1": cls.ALWAYS, "false": cls.AUTO, "0": cls.AUTO}.get(str(value).strip().lower())


class GlobalMethod(Choice):
    """How one gain and offset per image and band are found."""

    ROBUST = "robust"
    """Two steps on the graph of overlaps; bad overlaps are rejected and reported."""
    LEAST_SQUARES = "least_squares"
    """The documented system of means and standard deviations, anchored to the untouched images."""


class GlobalModel(Choice):
    """What the global step may change."""

    GAIN_OFFSET = "gain_offset"
    """y = gain * x + offset."""
    GAIN = "gain"
    """y = gain * x."""
    OFFSET = "offset"
    """y = x + offset."""


class PifMethod(Choice):
    """Which common pixels of two images count for the global step: pseudo-invariant features."""

    ENTIRE = "entire"
    """All of them."""
    RESIDUAL = "residual"
    """Those near a robust line in every band."""
    IR_MAD = "ir_mad"
    """Those without change by iteratively reweighted canonical correlation of all bands together."""
    FLOOD_FROM_MATCH_POINTS = "flood_from_match_points"
    """Stable regions around points that both images show; needs OpenCV."""


class CommonLight(Choice):
    """Whether a slope of brightness that all images share is taken out of them."""

    AUTO = "auto"
    """Where gains alone make levels run away, and the images' own slopes say why."""
    ALWAYS = "always"
    """In every group of images of different ground, where levels and exposures are likelier with it than without."""
    NEVER = "never"
    """Nowhere."""


class Reference(Choice):
    """Where the local step takes the values that blocks should reach."""

    COMMON_PIXELS = "common_pixels"
    """A smooth field per image, from the pixels that two images share."""
    BLOCK_MEANS = "block_means"
    """One map for all images: the mean of their block means."""


class CorrectionKind(Choice):
    """How a pixel follows its block from the local to the reference mean."""

    LINEAR = "linear"
    """Multiply: keeps zero at zero."""
    GAMMA = "gamma"
    """Power law: keeps zero and the upper level."""
    OFFSET = "offset"
    """Power law on shifted values: for data that touch zero or lie below it."""
    ADDITIVE = "additive"
    """Add: for logarithmic units, temperatures and differences."""


GLOBAL_NAME = "$_Global.tif"
LOCAL_NAME = "$_Local.tif"
BALANCED_NAME = "$_Balanced.tif"
"""Output names of the global step, of the local step and of both; ``$`` is the image's name.

No two jobs share one: a script that runs both into one folder would lose the results of the first.
"""
ADJUSTED_NAME = "$_Adjusted.tif"
BLOCK_ADJUSTED_NAME = "$_BlockAdjusted.tif"
"""Output names of `apply_adjustments` and `load_block_maps`."""
ON_GRID_NAME = "$_OnGrid.tif"
"""Output name of `align_grids`."""


@dataclass(frozen=True)
class StatisticsSettings(Settings):
    """Which pixels are looked at."""

    nodata: float | None = field(default=None, metadata={"endless": True})
    """Overrides the nodata value that the images declare."""
    constant_border: ConstantBorder = ConstantBorder.AUTO
    """See `ConstantBorder`; a bool, as it was once, is taken as well."""
    mask_mode: SelectionMode = SelectionMode.INCLUDE
    """Whether statistics come from inside the mask's polygons or from outside them."""
    estimate: bool = False
    """Read a fixed sample of the canvas instead of every pixel."""
    cache_folder: str | None = None
    """Keep sums in this folder and take known ones from it; None: neither."""
    common_light: CommonLight = CommonLight.AUTO
    """Whether light that all images share is no property of the ground; see `CommonLight`."""


@dataclass(frozen=True)
class ExecutionSettings(Settings):
    """How the work is done; no influence on pixel values."""

    threads: int = at_least(0, 0)
    """0: all cores."""
    memory_budget: int = at_least(1, 256)
    """Megabytes for pixel arrays and GDAL's cache of our datasets."""
    window_size: int | None = at_least(1, None)
    """Tile size of the outputs in pixels; None: the image's own tiling."""
    calculation: CalculationType = CalculationType.FLOAT32
    """Precision of the correction."""
    scheduler: str = ""
    """Address or scheduler file of a running Dask cluster; empty: this machine."""
    verbose: bool = False
    """Tell where each image's statistics come from, and all rows of the network with weights and residuals."""


@dataclass(frozen=True)
class OutputSettings(Settings):
    """Where the results go and what kind of files they are."""

    folder: str = ""
    """Made when it does not exist."""
    name: str | None = None
    """File name, also in sub-folders; ``$`` stands for the image's name; None: the job's own."""
    format: OutputFormat = OutputFormat.GEOTIFF
    """GeoTIFF or COG."""
    dtype: OutputType = OutputType.SAME
    """Data type."""
    creation_options: str = ""
    """``KEY=VALUE|KEY=VALUE``; empty: tiled and compressed with DEFLATE and a predictor."""
    overviews: bool = False
    """Build overviews in GeoTIFFs; a COG always has them."""
    files: tuple[str, ...] = ()
    """A file for each image, instead of folder and name."""
    images: tuple[str, ...] = ()
    """Whose files these are; known to jobs by their ``paths``."""

    def named(self, name: str) -> OutputSettings:
        """With a job's own name, where none is chosen."""
        return replace(self, name=name) if self.name is None else self


@dataclass(frozen=True)
class PifSettings(Settings):
    """How pseudo-invariant features are found."""

    method: PifMethod = PifMethod.ENTIRE
    red_band: int | None = None
    """Number of the red band; with `nir_band` vegetation is left out of the regions."""
    nir_band: int | None = None
    """Number of the near infrared band."""
    vegetation_threshold: float = 0.2
    """NDVI above which a pixel is vegetation and no part of a region."""
    inz_threshold: float = 0.25
    """Integrated normalised z-score up to which a pixel may be part of a region."""
    region_radius: int = 5
    """Pixels around a matched point in which a region may begin."""
    max_samples: int = 10000
    """Pixels of regions that count for a pair, spread evenly."""
    min_samples: int = 10
    """A pair with fewer pixels that count is left out."""


@dataclass(frozen=True)
class PifMaskSettings(Settings):
    """Settings of the mask of unchanged ground."""

    pif: PifSettings = PifSettings(method=PifMethod.RESIDUAL)
    """Any method but `entire`, which knows no change."""
    probability: float = 0.95
    """How sure a change must be, for `residual` and `ir_mad`."""


@dataclass(frozen=True)
class GlobalSettings(Settings):
    """Settings of the global regression."""

    method: GlobalMethod = GlobalMethod.ROBUST
    model: GlobalModel = GlobalModel.GAIN_OFFSET
    model_images: tuple[str, ...] = ()
    """Paths or names of the images that shape the solution, or that must not; empty: all shape it."""
    model_images_mode: ModelImagesMode = ModelImagesMode.INCLUDE
    mean_factor: float = 1.0
    """Weight of the rows about means in `least_squares`."""
    std_factor: float = 1.0
    """Weight of the rows about standard deviations in `least_squares`."""
    pif: PifSettings = PifSettings()
    """Which common pixels of a pair count."""


@dataclass(frozen=True)
class LocalSettings(Settings):
    """Settings of the local block adjustment."""

    reference: Reference = Reference.COMMON_PIXELS
    correction: CorrectionKind = CorrectionKind.LINEAR
    blocks: int = 100
    """Blocks per image."""
    block_rows: int | None = None
    """Rows of the block grid itself, instead of `blocks`."""
    block_columns: int | None = None
    """Columns of the block grid itself, instead of `blocks`."""
    blocks_by_variation: bool = False
    """Choose the number of blocks by the coefficient of variation."""
    alpha: float = 1.0
    """Strength: 1 full correction, 0 none."""
    normalise: bool = True
    """`gamma` on values divided by one common upper level; False: exponent on raw values."""
    smoothness: float = 0.05
    """How strongly the field of `common_pixels` holds together from block to block."""
    block_valid_pixel_threshold: float = 0.001
    """Share of a block's pixels that must be valid for its mean to count."""
    canvas_extent: CanvasExtent | None = None
    """A fixed canvas instead of the union of the images."""


class Resampling(Choice):
    """How pixels are taken from between pixels."""

    NEAREST = "nearest"
    """The nearest: for classes."""
    BILINEAR = "bilinear"
    """Of the four around."""
    CUBIC = "cubic"
    """Of the sixteen around."""
    LANCZOS = "lanczos"
    """Of the thirty-six around: the sharpest."""
    AVERAGE = "average"
    """The mean of all that a coarser pixel covers."""


class Resolution(Choice):
    """Whose pixel size a grid over several images has."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    AVERAGE = "average"
    GIVEN = "given"


@dataclass(frozen=True)
class CanvasExtent(Settings):
    """A rectangle in a coordinate system of its own."""

    west: float
    south: float
    east: float
    north: float
    crs: str = field(default="")
    """WKT or authority code; empty: the canvas's own."""


@dataclass(frozen=True)
class GridSettings(Settings):
    """The grid that images are brought to."""

    resolution: Resolution = Resolution.HIGHEST
    pixel_size: float | None = None
    """Map units; for `given` alone."""
    target_crs: str | None = None
    """WKT or authority code; None: that of the first image."""
    target_extent: CanvasExtent | None = None
    """A fixed extent instead of the images'."""
    target_aligned: bool = True
    """Edges at multiples of the pixel size, but where most images share a grid of that size already."""
    resampling: Resampling = Resampling.CUBIC
