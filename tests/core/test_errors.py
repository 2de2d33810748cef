"""Sentences stay short whatever users give, and each is told once."""

from __future__ import annotations

import pytest

from evenlight.core import errors
from evenlight.core.checks import BandCountError, DuplicateImageError, NoOverlapError
from evenlight.core.errors import (
    EvenlightError,
    NoCommonPixelsError,
    Problems,
    differing,
    path_text,
    printable,
    sentences,
    some,
)
from evenlight.core.jobs.errors import UnknownFixedImageError, UnknownImageError
from evenlight.core.messages import counted
from evenlight.core.raster.image_names import AmbiguousNameError
from evenlight.core.raster.transaction import StaleSidecarError

LONG = "x" * 100_000


def test_quoted_values_are_cut_and_made_visible():
    """At 80 characters; what no screen shows is spelled out."""
    assert printable("a" * 80) == "a" * 80
    assert printable("a" * 81) == "a" * 80 + "..."
    assert printable("a\0b\ncä\udcff") == "a\\x00b\\ncä\\udcff"


def test_long_paths_keep_their_ends():
    """The end is where the file's name is."""
    path = "/data/" + 40 * "folder/" + "image.tif"
    assert path_text("/data/image.tif") == "/data/image.tif"
    assert path_text(path).startswith("/data/folder/folder")
    assert path_text(path).endswith("/folder/image.tif")
    assert len(path_text(LONG)) < 130


def test_listings_end_after_a_few():
    """Each word once."""
    assert some(["a", "b", "a"]) == '"a", "b"'
    assert some(map(str, range(1000)), quote="") == "0, 1, 2, 3, 4 and 995 more"
    assert some([]) == "nothing"


def test_what_differs_comes_first():
    """The odd one of ten thousand is among those that are shown."""
    counts = {f"{n}.tif": 4 for n in range(10_000)}
    counts["odd.tif"] = 3
    assert differing(counts).startswith("odd.tif: 3, 0.tif: 4,")
    assert "odd.tif: 3" in str(BandCountError(counts))
    assert len(str(BandCountError(counts))) < 400


def listed_twice(path):
    """In a listing."""
    return NoOverlapError([path, "b.tif"])


def test_problems_are_told_once_each_and_not_by_the_thousand():
    """Twenty lines, and how many more."""
    one = EvenlightError("one")
    assert str(Problems([one, EvenlightError("two\none"), one])) == "one\ntwo"
    many = str(Problems([EvenlightError(f"{n}.tif is wrong.") for n in range(5000)])).splitlines()
    assert (len(many), many[-1]) == (21, "And 4980 more problems of these kinds.")
    assert sentences([]) == ""


@pytest.mark.parametrize(
    "kind", [errors.DamagedRasterError, errors.NoGeoreferenceError, errors.UnreadableRasterError, listed_twice]
)
def test_a_virtual_raster_that_is_a_text_takes_one_line(kind):
    """So that problems are counted and cut as they are; what is said of it stays."""
    path = '<VRTDataset rasterXSize="8">\n' + "  <SRS>long</SRS>\n" * 99 + "</VRTDataset>\n"
    text = str(kind(path))
    assert len(text.splitlines()) == 1
    assert '<VRTDataset rasterXSize="8">' in text
    assert len(text) < 400
    assert text.endswith(".")


def test_numbers_have_their_nouns():
    """One and many."""
    assert [counted(number, "tie point") for number in (0, 1, 2)] == ["0 tie points", "1 tie point", "2 tie points"]


@pytest.mark.parametrize(
    "error",
    [
        errors.UnreadableRasterError(LONG, LONG),
        DuplicateImageError(LONG),
        errors.OptionError("NAME", LONG, "something else"),
        errors.OutputNameError(LONG, "use a shorter one."),
        errors.SavedFileError(LONG, LONG, LONG),
        AmbiguousNameError(LONG, [LONG] * 3),
        UnknownImageError(LONG),
        UnknownFixedImageError(LONG),
        errors.FolderNotWritableError(LONG),
        errors.ReferenceSystemError("a.tif", LONG, LONG),
        errors.MixedReferenceSystemsError([f"{n}.tif" for n in range(5000)]),
        NoOverlapError([f"{n}.tif" for n in range(5000)]),
        NoCommonPixelsError([f"{n}.tif" for n in range(5000)]),
        StaleSidecarError([f"{n}.tif" for n in range(5000)]),
        errors.UnknownBandError("a.tif", "B9", 9, range(1, 5000)),
        errors.WriteError("a.tif", LONG),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_sentence_is_longer_than_a_screen(error):
    """Of values and listings of any length."""
    assert len(str(error)) < 1000
    assert "x" * 401 not in str(error)
