"""What each choice is called in dialogs, beside the word that is stored: enums of the core hold words only."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.align.settings import (
    AlignMethod,
    FeatureKind,
    JointModel,
    LocalModel,
    Loss,
    Matcher,
    ReferenceMode,
    TransformModel,
)
from ..core.filters.settings import (
    Edge,
    EqualizeMethod,
    GapMethod,
    LocalStatistic,
    Region,
)
from ..core.masks.settings import (
    FieldMatch,
    MaskPreset,
)
from ..core.mosaicking.settings import (
    Blend,
    Overlap,
    SeamMethod,
)
from ..core.settings import (
    CalculationType,
    Choice,
    CommonLight,
    ConstantBorder,
    CorrectionKind,
    GlobalMethod,
    GlobalModel,
    ModelImagesMode,
    OutputFormat,
    OutputType,
    PifMethod,
    Reference,
    Resampling,
    Resolution,
    SelectionMode,
)

# fmt: off
LABELS: Mapping[type[Choice], Mapping[Choice, str]] = {
    AlignMethod: {
        AlignMethod.PHASE_CORRELATION: QT_TRANSLATE_NOOP("Evenlight", "Phase correlation: shifts, fast"),
        AlignMethod.ECC: QT_TRANSLATE_NOOP("Evenlight", "ECC: rotation and scale too (needs OpenCV)"),
        AlignMethod.FEATURES: QT_TRANSLATE_NOOP("Evenlight", "Features: large displacements (needs OpenCV)"),
    },
    FeatureKind: {
        FeatureKind.SIFT: QT_TRANSLATE_NOOP("Evenlight", "SIFT: the most accurate"),
        FeatureKind.ORB: QT_TRANSLATE_NOOP("Evenlight", "ORB: the fastest"),
        FeatureKind.AKAZE: QT_TRANSLATE_NOOP("Evenlight", "AKAZE: keeps edges"),
    },
    FieldMatch: {
        FieldMatch.EXACT: QT_TRANSLATE_NOOP("Evenlight", "Exact: the name, with or without extension, or the path"),
        FieldMatch.CONTAINS: QT_TRANSLATE_NOOP("Evenlight", "Contains: a part of the name"),
    },
    JointModel: {
        JointModel.TRANSLATION: QT_TRANSLATE_NOOP("Evenlight", "Translation: a shift"),
        JointModel.SIMILARITY: QT_TRANSLATE_NOOP("Evenlight", "Similarity: with rotation and scale"),
        JointModel.AFFINE: QT_TRANSLATE_NOOP("Evenlight", "Affine: with shear too"),
    },
    LocalModel: {
        LocalModel.NONE: QT_TRANSLATE_NOOP("Evenlight", "None"),
        LocalModel.BILINEAR: QT_TRANSLATE_NOOP("Evenlight", "Bilinear mesh for each image"),
    },
    Loss: {
        Loss.HUBER: QT_TRANSLATE_NOOP("Evenlight", "Huber: they count less"),
        Loss.CAUCHY: QT_TRANSLATE_NOOP("Evenlight", "Cauchy: they count much less"),
        Loss.NONE: QT_TRANSLATE_NOOP("Evenlight", "None: they count like all others"),
    },
    Matcher: {
        Matcher.BRUTE_FORCE: QT_TRANSLATE_NOOP("Evenlight", "Brute force: compares all points"),
        Matcher.FLANN: QT_TRANSLATE_NOOP("Evenlight", "FLANN: faster with many points"),
    },
    ReferenceMode: {
        ReferenceMode.IMAGE: QT_TRANSLATE_NOOP("Evenlight", "The reference image"),
        ReferenceMode.MEAN: QT_TRANSLATE_NOOP("Evenlight", "The mean of all images"),
        ReferenceMode.MEDIAN: QT_TRANSLATE_NOOP("Evenlight", "The median of all images: without clouds that pass"),
    },
    TransformModel: {
        TransformModel.TRANSLATION: QT_TRANSLATE_NOOP("Evenlight", "Translation: a shift"),
        TransformModel.EUCLIDEAN: QT_TRANSLATE_NOOP("Evenlight", "Euclidean: with rotation"),
        TransformModel.AFFINE: QT_TRANSLATE_NOOP("Evenlight", "Affine: with scale and shear too"),
        TransformModel.HOMOGRAPHY: QT_TRANSLATE_NOOP("Evenlight", "Homography: a perspective"),
    },
    Edge: {
        Edge.REFLECT: QT_TRANSLATE_NOOP("Evenlight", "Reflect the image"),
        Edge.NEAREST: QT_TRANSLATE_NOOP("Evenlight", "Repeat the nearest pixel"),
        Edge.SHRINK: QT_TRANSLATE_NOOP("Evenlight", "Shrink the window"),
    },
    EqualizeMethod: {
        EqualizeMethod.GLOBAL: QT_TRANSLATE_NOOP("Evenlight", "Global: each image as a whole"),
        EqualizeMethod.ADAPTIVE: QT_TRANSLATE_NOOP(
            "Evenlight", "Adaptive: part by part, with limited contrast (CLAHE)"),
        EqualizeMethod.COMMON: QT_TRANSLATE_NOOP("Evenlight", "Common: one lookup table for all images"),
    },
    GapMethod: {
        GapMethod.NEAREST: QT_TRANSLATE_NOOP("Evenlight", "The nearest pixel"),
        GapMethod.INVERSE_DISTANCE: QT_TRANSLATE_NOOP("Evenlight", "A mean of the pixels around (inverse distance)"),
        GapMethod.TELEA: QT_TRANSLATE_NOOP("Evenlight", "Inpainting after Telea (needs OpenCV)"),
        GapMethod.NAVIER_STOKES: QT_TRANSLATE_NOOP(
            "Evenlight", "Inpainting by fluid dynamics, Navier-Stokes (needs OpenCV)"),
        GapMethod.OTHER_IMAGE: QT_TRANSLATE_NOOP("Evenlight", "Another image, balanced to what surrounds the hole"),
        GapMethod.MEDIAN: QT_TRANSLATE_NOOP("Evenlight", "The median of the pixels around"),
        GapMethod.DILATION: QT_TRANSLATE_NOOP("Evenlight", "The largest of the nearest pixels (dilation)"),
        GapMethod.ROW_MEAN: QT_TRANSLATE_NOOP("Evenlight", "The mean of the image's row"),
        GapMethod.COLUMN_MEAN: QT_TRANSLATE_NOOP("Evenlight", "The mean of the image's column"),
    },
    LocalStatistic: {
        LocalStatistic.VARIANCE: QT_TRANSLATE_NOOP("Evenlight", "Variance"),
        LocalStatistic.STANDARD_DEVIATION: QT_TRANSLATE_NOOP("Evenlight", "Standard deviation"),
        LocalStatistic.MEAN: QT_TRANSLATE_NOOP("Evenlight", "Mean"),
    },
    Region: {
        Region.OVERLAP: QT_TRANSLATE_NOOP("Evenlight", "The ground that both images show"),
        Region.WHOLE: QT_TRANSLATE_NOOP("Evenlight", "All pixels of both images"),
    },
    MaskPreset: {
        MaskPreset.NONE: QT_TRANSLATE_NOOP("Evenlight", "None: the condition below"),
        MaskPreset.VEGETATION: QT_TRANSLATE_NOOP("Evenlight", "Vegetation (NDVI; needs red and near infrared)"),
        MaskPreset.WATER: QT_TRANSLATE_NOOP("Evenlight", "Water (NDWI; needs green and near infrared)"),
        MaskPreset.CLOUD: QT_TRANSLATE_NOOP("Evenlight", "Clouds (needs blue, red and short-wave infrared)"),
        MaskPreset.SHADOW: QT_TRANSLATE_NOOP("Evenlight", "Shadows (needs green, near and short-wave infrared)"),
        MaskPreset.LEARNED: QT_TRANSLATE_NOOP("Evenlight", "Clouds and shadows, learned (OmniCloudMask)"),
    },
    Blend: {
        Blend.FEATHER: QT_TRANSLATE_NOOP("Evenlight", "Feather: within a strip along the seam"),
        Blend.MULTIBAND: QT_TRANSLATE_NOOP("Evenlight", "Multi-band: smooth tones, sharp detail"),
        Blend.NONE: QT_TRANSLATE_NOOP("Evenlight", "None: pixels keep their values"),
    },
    Overlap: {
        Overlap.SEAMLINES: QT_TRANSLATE_NOOP("Evenlight", "One image, with seams between them"),
        Overlap.FIRST: QT_TRANSLATE_NOOP("Evenlight", "The first image of the list"),
        Overlap.LAST: QT_TRANSLATE_NOOP("Evenlight", "The last image of the list"),
        Overlap.MEAN: QT_TRANSLATE_NOOP("Evenlight", "The mean of all images"),
        Overlap.MEDIAN: QT_TRANSLATE_NOOP("Evenlight", "The median of all images"),
        Overlap.MINIMUM: QT_TRANSLATE_NOOP("Evenlight", "The smallest value"),
        Overlap.MAXIMUM: QT_TRANSLATE_NOOP("Evenlight", "The largest value"),
    },
    SeamMethod: {
        SeamMethod.LEAST_VISIBLE: QT_TRANSLATE_NOOP("Evenlight", "Least visible: where images differ least"),
        SeamMethod.DISTANCE: QT_TRANSLATE_NOOP("Evenlight", "Distance: in the middle of overlaps"),
        SeamMethod.RANK: QT_TRANSLATE_NOOP("Evenlight", "Rank: the image of the highest rank"),
    },
    CalculationType: {
        CalculationType.FLOAT32: QT_TRANSLATE_NOOP("Evenlight", "Single precision (32 bits)"),
        CalculationType.FLOAT64: QT_TRANSLATE_NOOP("Evenlight", "Double precision (64 bits)"),
    },
    CommonLight: {
        CommonLight.AUTO: QT_TRANSLATE_NOOP("Evenlight", "Automatic: taken out where levels run away"),
        CommonLight.ALWAYS: QT_TRANSLATE_NOOP("Evenlight", "Always taken out"),
        CommonLight.NEVER: QT_TRANSLATE_NOOP("Evenlight", "Never taken out"),
    },
    ConstantBorder: {
        ConstantBorder.AUTO: QT_TRANSLATE_NOOP("Evenlight", "Automatic: no data in images that declare none"),
        ConstantBorder.ALWAYS: QT_TRANSLATE_NOOP("Evenlight", "Always no data"),
        ConstantBorder.NEVER: QT_TRANSLATE_NOOP("Evenlight", "Never: borders are data"),
    },
    CorrectionKind: {
        CorrectionKind.LINEAR: QT_TRANSLATE_NOOP("Evenlight", "Linear: multiplies"),
        CorrectionKind.GAMMA: QT_TRANSLATE_NOOP("Evenlight", "Gamma: changes middle tones most"),
        CorrectionKind.OFFSET: QT_TRANSLATE_NOOP("Evenlight", "Offset: gamma on shifted values"),
        CorrectionKind.ADDITIVE: QT_TRANSLATE_NOOP("Evenlight", "Additive: adds"),
    },
    GlobalMethod: {
        GlobalMethod.ROBUST: QT_TRANSLATE_NOOP("Evenlight", "Robust: rejects clouds and change"),
        GlobalMethod.LEAST_SQUARES: QT_TRANSLATE_NOOP("Evenlight", "Least squares of means and standard deviations"),
    },
    GlobalModel: {
        GlobalModel.GAIN_OFFSET: QT_TRANSLATE_NOOP("Evenlight", "Gain and offset"),
        GlobalModel.GAIN: QT_TRANSLATE_NOOP("Evenlight", "Gain only: zero stays zero"),
        GlobalModel.OFFSET: QT_TRANSLATE_NOOP("Evenlight", "Offset only: differences keep their size"),
    },
    ModelImagesMode: {
        ModelImagesMode.INCLUDE: QT_TRANSLATE_NOOP("Evenlight", "Include: they stay, the others follow them"),
        ModelImagesMode.EXCLUDE: QT_TRANSLATE_NOOP("Evenlight", "Exclude: all other images shape the result"),
        ModelImagesMode.SHAPE: QT_TRANSLATE_NOOP("Evenlight", "Shape: they are balanced together, the others follow"),
    },
    OutputFormat: {
        OutputFormat.GEOTIFF: QT_TRANSLATE_NOOP("Evenlight", "GeoTIFF"),
        OutputFormat.COG: QT_TRANSLATE_NOOP("Evenlight", "Cloud optimized GeoTIFF (COG)"),
        OutputFormat.VIRTUAL: QT_TRANSLATE_NOOP("Evenlight", "Virtual raster (VRT): no pixel is copied"),
    },
    OutputType: {
        OutputType.SAME: QT_TRANSLATE_NOOP("Evenlight", "As each image"),
        OutputType.BYTE: QT_TRANSLATE_NOOP("Evenlight", "Byte: 8 bits, unsigned"),
        OutputType.UINT16: QT_TRANSLATE_NOOP("Evenlight", "UInt16: 16 bits, unsigned"),
        OutputType.INT16: QT_TRANSLATE_NOOP("Evenlight", "Int16: 16 bits, signed"),
        OutputType.UINT32: QT_TRANSLATE_NOOP("Evenlight", "UInt32: 32 bits, unsigned"),
        OutputType.INT32: QT_TRANSLATE_NOOP("Evenlight", "Int32: 32 bits, signed"),
        OutputType.FLOAT32: QT_TRANSLATE_NOOP("Evenlight", "Float32: floating point, 32 bits"),
        OutputType.FLOAT64: QT_TRANSLATE_NOOP("Evenlight", "Float64: floating point, 64 bits"),
    },
    PifMethod: {
        PifMethod.ENTIRE: QT_TRANSLATE_NOOP("Evenlight", "All common pixels"),
        PifMethod.RESIDUAL: QT_TRANSLATE_NOOP("Evenlight", "Pixels near a robust line in every band"),
        PifMethod.IR_MAD: QT_TRANSLATE_NOOP("Evenlight", "Pixels without change by all bands together (IR-MAD)"),
        PifMethod.FLOOD_FROM_MATCH_POINTS: QT_TRANSLATE_NOOP(
            "Evenlight", "Stable regions around match points (needs OpenCV)"),
    },
    Reference: {
        Reference.COMMON_PIXELS: QT_TRANSLATE_NOOP("Evenlight", "Common pixels: a smooth field for each image"),
        Reference.BLOCK_MEANS: QT_TRANSLATE_NOOP("Evenlight", "Block means: the mean of all images in each block"),
    },
    Resampling: {
        Resampling.NEAREST: QT_TRANSLATE_NOOP("Evenlight", "Nearest neighbour: keeps values, for classes"),
        Resampling.BILINEAR: QT_TRANSLATE_NOOP("Evenlight", "Bilinear: smooths a little"),
        Resampling.CUBIC: QT_TRANSLATE_NOOP("Evenlight", "Cubic: keeps detail"),
        Resampling.LANCZOS: QT_TRANSLATE_NOOP("Evenlight", "Lanczos: the sharpest"),
        Resampling.AVERAGE: QT_TRANSLATE_NOOP("Evenlight", "Average: for much coarser pixels"),
    },
    Resolution: {
        Resolution.HIGHEST: QT_TRANSLATE_NOOP("Evenlight", "That of the finest image"),
        Resolution.LOWEST: QT_TRANSLATE_NOOP("Evenlight", "That of the coarsest image"),
        Resolution.AVERAGE: QT_TRANSLATE_NOOP("Evenlight", "The average of all images"),
        Resolution.GIVEN: QT_TRANSLATE_NOOP("Evenlight", "As given below"),
    },
    SelectionMode: {
        SelectionMode.INCLUDE: QT_TRANSLATE_NOOP("Evenlight", "Include: only what lies inside the polygons counts"),
        SelectionMode.EXCLUDE: QT_TRANSLATE_NOOP("Evenlight", "Exclude: only what lies outside the polygons counts"),
    },
}
"""By enum, because equal words of two enums are equal, and by member; marked for translation."""
# fmt: on
