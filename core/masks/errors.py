"""What masks refuse; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import EvenlightError, because, printable, some
from .settings import FieldMatch


class MaskGeometryError(EvenlightError):
    """A polygon of the mask cannot be worked with."""

    def __init__(self, detail: str = "", feature: int | None = None):
        which = "A polygon" if feature is None else f"The polygon with the id {feature}"
        super().__init__(
            f"{which} of the mask cannot be used{because(detail)}: repair the layer (Fix geometries), or transform it "
            "to the images' coordinate system."
        )


class MaskMatchError(EvenlightError):
    """No polygon of the mask belongs to any image."""

    def __init__(self, field_values: Iterable[str], names: Iterable[str], match: FieldMatch = FieldMatch.EXACT):
        remedy = "write the images' names into the field"
        if match is FieldMatch.EXACT:
            remedy += ", exactly, or set MASK_FIELD_MATCH to contains where it holds parts of them"
        super().__init__(
            f"The mask matches no image: its field holds {some(field_values)}, the images are {some(names)}; {remedy}."
        )


class EmptyMaskError(EvenlightError):
    """The mask has no polygon that counts."""

    def __init__(self) -> None:
        super().__init__(
            "The mask holds no polygon that touches the images: check its selection, its coordinate "
            "system and its geometry."
        )


class ExpressionError(EvenlightError):
    """An expression that cannot be read; the place is that of its first fault."""

    def __init__(self, text: str, place: int, what: str):
        rest = " ".join(text[place:place + 20].split())
        where = f'at character {place + 1}, before "{rest}"' if rest else "at its end"
        super().__init__(f"The EXPRESSION cannot be read {where}: {what}.")
        self.place = place


class MaskRuleError(EvenlightError):
    """There is no rule for a mask, or two."""

    def __init__(self, both: bool):
        if both:
            super().__init__("EXPRESSION and PRESET are both given: empty the expression or set the preset to none.")
        else:
            super().__init__("Nothing says what to mask: write an EXPRESSION or choose a PRESET.")


class MissingBandsError(EvenlightError):
    """An expression names colours whose bands are not known."""

    def __init__(self, roles: Iterable[str]):
        listing = list(roles)
        parameters = ", ".join(f"{role.upper()}_BAND" for role in listing)
        super().__init__(
            f"The numbers of the bands {', '.join(listing)} are needed and not given: set {parameters} to where they "
            "stand in the images."
        )


class ReflectanceError(EvenlightError):
    """Values that no reflectance can have."""

    def __init__(self, path: str, band: str, value: float):
        super().__init__(
            f"{path} has values about {value:.4g} in the {band} band, and reflectances lie between 0 and 1: set SCALE "
            "to the factor of this product (0.0001 for Sentinel-2, 0.0000275 for Landsat Collection 2)."
        )


class NetworkError(EvenlightError):
    """The network for clouds does not answer."""

    def __init__(self, path: str, detail: str):
        super().__init__(
            f"OmniCloudMask cannot judge {path}{because(detail)}: see that this machine reaches the network's weights, "
            "which it loads once, and has memory for it, or choose another PRESET."
        )


class NoLocksError(EvenlightError):
    """A field that locks polygons, and nothing to read it from."""

    def __init__(self, given: bool):
        why = "these are in no file: give each of them its lock, or read them" if given else "there are none: give some"
        super().__init__(f"LOCKED_FIELD is a field of seam polygons, and {why}, or leave it empty.")


class LockError(EvenlightError):
    """A field that shall say which polygons stay says something else."""

    def __init__(self, text: str):
        super().__init__(
            f'LOCKED_FIELD holds "{printable(text)}", which is neither a number nor true or false: choose a field with '
            "numbers, above 0 for polygons that stay."
        )
