"""What a user finds in the toolbox, and in which order."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsProcessingToolboxProxyModel
from qgis.PyQt.QtCore import QModelIndex

SEARCHES = {
    "normalise": "balance",
    "normalize": "balance",
    "harmonise": "balance",
    "harmonize": "balance",
    "colour correction": "balance",
    "color correction": "balance",
    "colour matching": "balance",
    "color matching": "balance",
    "seamless mosaic": "balance_and_mosaic",
    "orthomosaic": "balance_and_mosaic",
    "stitch": "mosaic",
    "merge": "mosaic",
    "exposure": "balance",
    "brightness": "balance",
    "tone": "balance",
    "blend": "mosaic",
    "feather": "mosaic",
    "white balance": "balance",
    "flat field": "local_block_adjustment",
    "equalise": "histogram_equalize",
    "equalize": "histogram_equalize",
    "relative normalization": "balance",
    "relative normalisation": "balance",
    "vignetting": "local_block_adjustment",
    "cloud mask": "threshold_mask",
    "co-registration": "coregister",
    "apply adjustments": "apply_adjustments",
}


def children(model, parent):
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


@pytest.fixture
def toolbox(provider):
    """The model behind the toolbox's tree."""
    return QgsProcessingToolboxProxyModel(None, QgsApplication.processingRegistry())


def shown(toolbox):
    """Our groups, each with ids and names of its tools, in the order of the tree."""
    found = {}
    for top in children(toolbox, QModelIndex()):
        if top.data() == "Evenlight":
            for group in children(toolbox, top):
                places = [toolbox.mapToSource(tool) for tool in children(toolbox, group)]
                tools = [toolbox.toolboxModel().algorithmForIndex(place) for place in places]
                found[group.data()] = [(tool.name(), tool.displayName()) for tool in tools]
    return found


@pytest.mark.parametrize("words", SEARCHES)
def test_everyday_words_find_the_right_tool(toolbox, words):
    toolbox.setFilterString(words)
    found = [name for tools in shown(toolbox).values() for name, _ in tools]
    assert SEARCHES[words] in found
    assert len(found) < 12


def test_what_to_begin_with_comes_first(toolbox):
    groups = shown(toolbox)
    assert list(groups)[:2] == ["Balance: start here", "Mosaic"]
    assert groups["Balance: start here"][0] == ("balance", "Balance")
    assert [name for name, _ in groups["Mosaic"]][:2] == ["balance_and_mosaic", "mosaic"]


def test_the_provider_says_where_to_start(provider):
    assert "Start here: Balance" in provider.longName()
