"""What masks refuse; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import EvenlightError, because, printable, some
from ..messages import Message, joined
from .settings import FieldMatch


class MaskGeometryError(EvenlightError):
    """A polygon of the mask cannot be worked with."""

    def __init__(self, detail: str = "", feature: int | None = None):
        which = Message("A polygon")
        if feature is not None:
            which = Message("The polygon with the id {feature}", feature=feature)
        super().__init__(Message(
            "{which} of the mask cannot be used{detail}: repair the layer (Fix geometries), or transform it to "
            "the images' coordinate system.",
            which=which, detail=because(detail),
        ))


class MaskMatchError(EvenlightError):
    """No polygon of the mask belongs to any image."""

    def __init__(self, field_values: Iterable[str], names: Iterable[str], match: FieldMatch = FieldMatch.EXACT):
        remedy = Message("write the images' names into the field")
        if match is FieldMatch.EXACT:
            remedy += Message(", exactly, or set MASK_FIELD_MATCH to contains where it holds parts of them")
        super().__init__(Message(
            "The mask matches no image: its field holds {field_values}, the images are {names}; {remedy}.",
            field_values=some(field_values), names=some(names), remedy=remedy,
        ))


class EmptyMaskError(EvenlightError):
    """The mask has no polygon that counts."""

    def __init__(self) -> None:
        super().__init__(Message(
            "The mask holds no polygon that touches the images: check its selection, its coordinate system and "
            "its geometry."
        ))


class ExpressionError(EvenlightError):
    """An expression that cannot be read; the place is that of its first fault."""

    def __init__(self, text: str, place: int, what: str):
        rest = " ".join(text[place:place + 20].split())
        where = Message("at its end")
        if rest:
            where = Message('at character {place}, before "{rest}"', place=place + 1, rest=rest)
        super().__init__(Message("The EXPRESSION cannot be read {where}: {what}.", where=where, what=what))
        self.place = place


class MaskRuleError(EvenlightError):
    """There is no rule for a mask, or two."""

    def __init__(self, both: bool):
        if both:
            super().__init__(Message(
                "EXPRESSION and PRESET are both given: empty the expression or set the preset to none."
            ))
        else:
            super().__init__(Message("Nothing says what to mask: write an EXPRESSION or choose a PRESET."))


class MissingBandsError(EvenlightError):
    """An expression names colours whose bands are not known."""

    def __init__(self, roles: Iterable[str]):
        listing = list(roles)
        parameters = ", ".join(f"{role.upper()}_BAND" for role in listing)
        super().__init__(Message(
            "The numbers of the bands {listing} are needed and not given: set {parameters} to where they stand in "
            "the images.",
            listing=joined(", ", listing), parameters=parameters,
        ))


class ReflectanceError(EvenlightError):
    """Values that no reflectance can have."""

    def __init__(self, path: str, band: str, value: float):
        super().__init__(Message(
            "{path} has values about {value:.4g} in the {band} band, and reflectances lie between 0 and 1: set "
            "SCALE to the factor of this product (0.0001 for Sentinel-2, 0.0000275 for Landsat Collection 2).",
            path=path, value=value, band=band,
        ))


class NetworkError(EvenlightError):
    """The network for clouds does not answer."""

    def __init__(self, path: str, detail: str):
        super().__init__(Message(
            "OmniCloudMask cannot judge {path}{detail}: see that this machine reaches the network's weights, "
            "which it loads once, and has memory for it, or choose another PRESET.",
            path=path, detail=because(detail),
        ))


class NoLocksError(EvenlightError):
    """A field that locks polygons, and nothing to read it from."""

    def __init__(self, given: bool):
        why = Message("there are none: give some")
        if given:
            why = Message("these are in no file: give each of them its lock, or read them")
        super().__init__(Message("LOCKED_FIELD is a field of seam polygons, and {why}, or leave it empty.", why=why))


class LockError(EvenlightError):
    """A field that shall say which polygons stay says something else."""

    def __init__(self, text: str):
        super().__init__(Message(
            'LOCKED_FIELD holds "{text}", which is neither a number nor true or false: choose a field with '
            "numbers, above 0 for polygons that stay.",
            text=printable(text),
        ))
