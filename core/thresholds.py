"""From which figure on a log says something else, or a run is refused: all of these numbers, and nothing else.

"Of the contrast" is: over the standard deviation.
"""

from __future__ import annotations

GOOD, FAIR = 0.1, 0.25
"""Mean differences of the contrast up to which images agree well, and better than not; beyond, a warning."""

STEADY = 0.98
"""A mean difference that is more than this part of what it was has not become smaller."""

CONTRAST_HELD = 0.9, 1.1
"""Contrast after over contrast before; beyond, a warning, unless model images give the contrast."""

OVERFITTED = 1.25
"""What is left on ground that a solution did not see, over what is left there where it did; from here on a warning."""

UNRELATED = 0.9
"""Left of the contrast between images: from here on they hardly show the same, and a verdict is about levels only."""

UNLIKE = 1.2
"""Left of the contrast in all overlaps together, from which on it is a warning; unrelated images have 1.4."""

STRANGE, MUCH_WORSE = 0.25, 4.0
"""Left of the contrast in an image's best overlap, and times what is left in the others', that are odd."""

MOST_LEFT_OUT = 0.5
"""Share of the blocks that the local step leaves out, from which on it is a warning."""

APART = 3.0
"""A ratio of scales, and a gain that is beyond it or below its inverse, comes from images in different units."""

UNUSUAL = 10.0
"""A gain beyond it, or below its inverse, is a warning of its own."""

SENSELESS = 1e3
"""A gain that many times those of the other images', or that small a part of them, is refused."""

FEW_CLIPPED, MUCH_CLIPPED, MOST_CLIPPED = 0.001, 0.01, 0.2
"""Shares of values outside the data type: below the first one line for all images, from the second on a warning, from
the third on, of a band, a run is refused."""

LEAST_STEPS = 0.3
"""A standard deviation in steps of a data type that still shows."""

ALIKE_IN_DETAIL, ALIKE_IN_LARGE = 0.5, 0.75
"""Correlations of an overlap within cells, and of their means: below the first and from the second on, an image
probably lies beside its place."""
