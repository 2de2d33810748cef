"""Lists of bands: what they name, and sentences for what they cannot."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import write

from evenlight.core.errors import OptionError
from evenlight.core.raster.bands import check_bands, chosen_bands, parse_bands
from evenlight.core.raster.image import describe


@pytest.mark.parametrize(
    "text, numbers",
    [("", []), (" ", []), ("1,3-5", [1, 3, 4, 5]), (" 4 - 5 , 1 ", [4, 5, 1]), ("3-3", [3]), ("1,2,", [1, 2])],
)
def test_lists_are_read(text, numbers):
    assert parse_bands(text) == numbers


@pytest.mark.parametrize("text", ["0", "x", "1;2", "5-3", "-1", "1-", "1.5", "1,1", "1-3,2", ",", "999999", "1-99999"])
def test_what_is_no_list_gets_a_sentence(text):
    with pytest.raises(OptionError, match="BANDS cannot be"):
        parse_bands(text)


def test_bands_that_are_not_there_are_told_together(tmp_path):
    image = describe(write(tmp_path / "a.tif", np.zeros((3, 4, 5), "uint8")))
    problems = check_bands("2,4-5", [image])
    assert [str(problem) for problem in problems] == [
        f"{image.path} has no measurements in B4, B5; its bands are 1, 2, 3: choose one of these."
    ]


def test_chosen_bands_come_in_the_order_of_the_list(tmp_path):
    image = describe(write(tmp_path / "a.tif", np.zeros((3, 4, 5), "uint8")))
    assert chosen_bands(image, "3,1").bands == (3, 1)
    assert chosen_bands(image, "") == image
