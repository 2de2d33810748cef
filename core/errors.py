"""Errors that the core raises on purpose; every text is a sentence for the user."""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from .messages import Message, joined, lines_of

RECIPE = re.compile(r"\s*<VRTDataset\b.*?</VRTDataset>\s*", re.DOTALL)
"""A virtual raster as a text in the place of a file's name, which has many lines."""

SHORTEST_VALUE = 20
"""Letters that are left of what stands in a sentence that is too long."""


class EvenlightError(Exception):
    """Root of all errors raised on purpose; the text is meant for the user."""

    def __init__(self, text: str = ""):
        super().__init__(as_told(text))

    def __str__(self) -> str:
        """The sentence, which may be a `Message`."""
        return self.args[0] if self.args else ""

    def __reduce__(self):
        """Errors come back from workers with their sentence; it is not written again."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[EvenlightError], arguments: tuple, state: dict) -> EvenlightError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class Cancelled(EvenlightError):
    """The user asked to stop."""

    def __init__(self) -> None:
        super().__init__(Message("The run was cancelled; earlier outputs are untouched."))


class Problems(EvenlightError):
    """Several problems found by the checks, reported together."""

    def __init__(self, problems: Iterable[EvenlightError]):
        self.problems = list(problems)
        super().__init__(sentences(map(str, self.problems)))


def raise_all(problems: Sequence[EvenlightError]) -> None:
    """Raise `Problems` if there are any."""
    if problems:
        raise Problems(problems)


class NoCommonPixelsError(EvenlightError):
    """Images overlap, but no pixel is valid in two of them."""

    def __init__(self, paths: Iterable[str]):
        super().__init__(Message(
            "The images overlap, but no pixel is valid in two of them ({paths}): check nodata values and masks, "
            "and that the mask leaves common ground.",
            paths=some(paths, quote=""),
        ))


class UnreadableRasterError(EvenlightError):
    """GDAL cannot open the input as a raster."""

    def __init__(self, path: str, detail: str = ""):
        name = path_text(path)
        super().__init__(Message(
            "{name} cannot be opened as a raster{detail}: choose a raster file, or restore it.",
            name=name, detail=because(detail),
        ))


class DamagedRasterError(EvenlightError):
    """The raster opens, but its pixels cannot be read."""

    def __init__(self, path: str, detail: str = ""):
        super().__init__(Message(
            "{path} opens, but its pixels cannot be read{detail}: the file is truncated or damaged; get it again "
            "or remove it from the inputs.",
            path=path, detail=because(detail),
        ))


class UnsupportedRasterError(EvenlightError):
    """The raster's pixels are not measurements that a gain and offset can change."""

    def __init__(self, path: str, what: str, remedy: str):
        super().__init__(Message("{path} {what}: {remedy}", path=path, what=what, remedy=remedy))


class NoGeoreferenceError(EvenlightError):
    """Nothing says where the image lies."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} has no georeference, so its overlaps cannot be found: give it a coordinate system and a "
            "geotransform (Georeferencer, or gdal_edit), or remove it.",
            path=path,
        ))


class FlatPixelsError(EvenlightError):
    """A geotransform that puts all pixels onto one line."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} has a geotransform in which pixels have no area, so nothing can be placed by it: give it the "
            "right one (Georeferencer, or gdal_edit), or remove it.",
            path=path,
        ))


class MixedReferenceSystemsError(EvenlightError):
    """Some images have a coordinate system and some have none."""

    def __init__(self, paths: Iterable[str]):
        super().__init__(Message(
            "These images have no coordinate system while others have one: {paths}. Assign the right one (Assign "
            "projection) and run again.",
            paths=some(paths, quote=""),
        ))


class SameOutputError(EvenlightError):
    """Two results of one run would be one file."""

    def __init__(self, path: str):
        super().__init__(Message(
            "Two results would be written to {path}: give each of them a file of its own.", path=path
        ))


class OutputNameError(EvenlightError):
    """The output name cannot be a file name."""

    def __init__(self, name: str, remedy: str):
        super().__init__(Message(
            'The output name "{name}" cannot be used: {remedy}', name=printable(name), remedy=remedy
        ))


class OutputIsFolderError(EvenlightError):
    """A result would have the name of a folder."""

    def __init__(self, path: str):
        super().__init__(Message("{path} is a folder: give the name of a file.", path=path))


class OutputClashError(EvenlightError):
    """Two results would have one name."""

    def __init__(self, path: str):
        super().__init__(Message("Several images would be written to {path}: put $ into the output name.", path=path))


NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""Errors of a disk, or of a user's share of it, that is full."""


class FolderNotWritableError(EvenlightError):
    """Results cannot be written where they are wanted."""

    def __init__(self, folder: str, error: OSError | None = None):
        if error is not None and error.errno in NO_ROOM:
            problem = Message("has no space left: free some space there or choose another folder")
        else:
            problem = Message("cannot be written to: choose another folder or change its permissions")
        super().__init__(Message("{folder} {problem}.", folder=path_text(folder), problem=problem))


class WriteError(EvenlightError):
    """A file could not be written to its end."""

    def __init__(self, path: str, detail: str = ""):
        super().__init__(Message(
            "{path} could not be written{detail}: check space, permissions and CREATION_OPTIONS; earlier outputs "
            "are untouched.",
            path=path, detail=because(detail),
        ))


class ReplaceError(EvenlightError):
    """A finished result cannot take its place."""

    def __init__(self, path: str, detail: str):
        super().__init__(Message(
            "{path} cannot be replaced{detail}: close the programs that use it and run again.",
            path=path, detail=because(detail),
        ))


class ReferenceSystemError(EvenlightError):
    """A coordinate system that leads nowhere."""

    def __init__(self, owner: str, crs: str, target: str = ""):
        fault = Message("is not known")
        if target:
            fault = Message('does not lead to that of the images ("{target}")', target=_short(target))
        super().__init__(Message(
            'The coordinate system of {owner} ("{crs}") {fault}: assign the right one, or transform it first.',
            owner=owner, crs=_short(crs), fault=fault,
        ))


class UnknownBandError(EvenlightError):
    """An image has no band of a number that is asked for."""

    def __init__(self, path: str, name: str, number: int | None, bands: Iterable[int]):
        """``number``: of the band that the user knows by a name."""
        listing = some(map(str, bands), 20, quote="")
        asked = name if number is None or name == f"B{number}" else Message(
            "{name} (band {number})", name=name, number=number
        )
        super().__init__(Message(
            "{path} has no measurements in {asked}; its bands are {listing}: choose one of these.",
            path=path, asked=asked, listing=listing,
        ))


class SavedFileError(EvenlightError):
    """A saved adjustments file or block map does not fit."""

    def __init__(self, path: str, place: str, what: str):
        where = Message(" at {place}", place=printable(place, 200)) if place else ""
        what = printable(what, 400)
        super().__init__(Message(
            "{path} cannot be used: {what}{where}; save it again or choose another file.",
            path=path_text(path), what=what, where=where,
        ))


class OptionError(EvenlightError):
    """A choice or a number is not one the algorithm knows."""

    def __init__(self, name: str, value: object, allowed: str):
        super().__init__(Message(
            '{name} cannot be "{value}": use {allowed}.', name=name, value=printable(str(value)), allowed=allowed
        ))


class MissingLibraryError(EvenlightError):
    """A library that this job needs is not installed."""

    def __init__(self, library: str, command: str):
        super().__init__(Message(
            "{library} is needed for this and is not installed: {command}", library=library, command=command
        ))


def _short(crs: str) -> str:
    """The name at the beginning of a WKT, or the text itself."""
    return printable(crs.split('"')[1] if crs.count('"') > 1 else crs)


def because(detail: str) -> str:
    """What a library says, where it says anything."""
    return Message(" ({detail})", detail=printable(detail, 400)) if detail else ""


def printable(text: str, most: int = 80) -> str:
    """A text as it can be shown: not longer, and without what no screen knows.

    Of a message the values are cut, not its own words: it is about that long.
    """
    if isinstance(text, Message):
        return _printable_message(text, most)
    shown = _spelled(text[:most + 1])
    return shown if len(shown) <= most else f"{shown[:most]}..."


def _printable_message(message: Message, most: int) -> Message:
    if not message.isprintable():
        message = message.with_texts(_spelled)
    if len(message) <= most:
        return message
    left = max(map(len, message.texts()), default=0) - (len(message) - most) - len("...")
    return message.with_texts(lambda value: printable(value, max(left, SHORTEST_VALUE)))


def _spelled(text: str) -> str:
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def shown(text: str) -> str:
    """A text with lone surrogates spelled out, which stand for bytes of file names that are no text."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_told(text: str) -> str:
    """Sentences for the user, with inputs that are virtual rasters shown in one line.

    Names of files may be no text for Qt, which would show nothing at all.
    """
    plain = shown(RECIPE.sub(lambda found: f" {_recipe_text(found[0])} ", text).strip(" "))
    return text.showing(plain) if isinstance(text, Message) else plain


def path_text(path: str, most: int = 255) -> str:
    """A path as it can be shown: of a long one the beginning, and the end, where the name of the file is."""
    path = _recipe_text(os.fspath(path))
    return printable(path, most) if len(path) <= most else f"{printable(path[:40], 40)}...{printable(path[-80:], 80)}"


def _recipe_text(path: str) -> str:
    """The beginning of a virtual raster that is a text, in one line; any other name as it is."""
    return printable(" ".join(path.split()), 60) if RECIPE.fullmatch(path) else path


def some(words: Iterable[str], most: int = 5, quote: str = '"') -> str:
    """The first of a listing's words, and how many more there are."""
    listing = list(dict.fromkeys(words))
    if not listing:
        return Message("nothing")
    shown = (printable(_recipe_text(word), 255) for word in listing[:most])
    named = joined(", ", [joined("", [quote, word, quote]) if quote else word for word in shown])
    return Message("{named} and {n} more", named=named, n=len(listing) - most) if len(listing) > most else named


def differing(values: Mapping[str, object]) -> str:
    """What belongs to each path where all should agree: those first that agree with the fewest."""
    alike = Counter(values.values())
    rarest = sorted(values.items(), key=lambda item: alike[item[1]])
    return some((Message("{path}: {value}", path=path, value=value) for path, value in rarest), quote="")


def sentences(texts: Iterable[str], most: int = 20) -> str:
    """Each of some sentences once and in a line of its own, and how many more there are."""
    lines = list(dict.fromkeys(line for text in texts for line in lines_of(text)))
    left = len(lines) - most
    more = [Message("And {n} more problems of these kinds.", n=left)] if left > 0 else []
    return joined("\n", [*lines[:most], *more])
