"""Nothing that a user reads stays English where there is another language: a made-up one, German and French."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsSettings,
)

import evenlight
from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.language import FOLDER, in_users_language, worded
from evenlight.core.errors import as_told
from evenlight.core.messages import Message, counted, grouped


def english(text: str) -> list[str]:
    """Words of a text, without tags."""
    return re.findall(r"[A-Za-z][a-z]{2,}", re.sub(r"<[^<>]*>|&[a-z]+;", " ", text))


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda found: found.ID)
def test_no_text_of_an_algorithm_stays_english(cyrillic, kind):
    algorithm = kind()
    algorithm.initAlgorithm()
    texts = [algorithm.displayName(), algorithm.group(), algorithm.shortDescription(), *algorithm.tags(),
             algorithm.shortHelpString()]  # fmt: skip
    for one in algorithm.parameterDefinitions():
        texts += [one.description(), one.help()]
        if isinstance(one, QgsProcessingParameterEnum):
            texts += one.metadata()["widget_wrapper"]["labels"]
    texts += [one.description() for one in algorithm.outputDefinitions()]
    assert [(word, text) for text in texts for word in english(text)] == []


@pytest.fixture(params=["de", "fr"])
def spoken(request, qgis_processing, translations):
    """The translations of QGIS's language, in which the plugin comes up and goes."""
    if Path(FOLDER) == translations.I18N:
        translations.compile_all()
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", request.param)
    plugin = evenlight.classFactory(None)
    plugin.initProcessing()
    yield translations.read_ts(translations.I18N / f"evenlight_{request.param}.ts")
    plugin.unload()
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


class Feedback(QgsProcessingFeedback):
    """Keeps what is said."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushInfo(self, text):
        self.lines.append(text)

    def pushConsoleInfo(self, text):
        self.lines.append(text)

    def pushWarning(self, text):
        self.lines.append(text)


def balance(images, folder: Path) -> Feedback:
    algorithm, feedback = evenlight.algorithms.balance.Balance(), Feedback()
    algorithm.initAlgorithm()
    values = {"INPUT": images, "OUTPUT_FOLDER": str(folder), "REPORT": str(folder / "report.html")}
    algorithm.run(values, QgsProcessingContext(), feedback, catchExceptions=False)
    return feedback


def test_a_qgis_of_this_language_shows_it(spoken, images, tmp_path, qgis_iface, monkeypatch):
    """The toolbox, the dialog, an error, the log and the report; the files are the same as in English."""
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: None, raising=False)
    algorithm = evenlight.algorithms.balance.Balance()
    algorithm.initAlgorithm()
    labels = {one.name(): one.description() for one in algorithm.parameterDefinitions()}
    assert labels["ALPHA"] == spoken["Strength"][0] != "Strength"
    assert f"<b>{labels['ALPHA']}</b>" in algorithm.shortHelpString()
    with pytest.raises(QgsProcessingException) as caught:
        balance([images[0], str(tmp_path / "no.tif")], tmp_path / "none")
    sentence = spoken["{name} cannot be opened as a raster{detail}: choose a raster file, or restore it."][0]
    assert sentence.rpartition("}")[2] in str(caught.value)
    feedback = balance(images, tmp_path / "out")
    begin = spoken["Reading {images} for statistics."][0].format(images=spoken["{n} images"][1].format(n=3))
    assert begin in feedback.lines
    lines = [line.replace(str(tmp_path), "") for line in feedback.lines]
    assert not [line for line in lines if re.search(r"\b(the|of|was|were)\b", line)]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert f'<html lang="{spoken["en"][0]}">' in page
    assert spoken["What to do"][0] in page


def test_results_are_the_same_in_any_language(spoken, images, tmp_path):
    balance(images, tmp_path / "one")
    assert in_users_language("Strength") != "Strength"
    evenlight.core.jobs.balance(images, str(tmp_path / "two"), report=tmp_path / "two.json")
    for name in ("west", "middle", "east"):
        found = [next((tmp_path / folder).glob(f"{name}*.tif")) for folder in ("one", "two")]
        assert found[0].name == found[1].name
        first, second = (gdal.Open(str(path)) for path in found)
        np.testing.assert_array_equal(first.ReadAsArray(), second.ReadAsArray())
        assert first.GetMetadata() == second.GetMetadata()


def test_any_number_of_things_is_worded():
    """Qt takes no more than 2^31 - 1 of them."""
    assert worded(counted(3_000_000_000, "pixel")) == "3000000000 pixels"


def test_names_of_files_are_worded_as_they_can_be_shown():
    """Bytes that are no text, and virtual rasters that are given as texts of many lines."""
    name, recipe = "a\udcff.tif", "<VRTDataset>\n<VRTRasterBand/>\n</VRTDataset>"
    shown = worded(Message("{first} and {second}", first=name, second=recipe))
    assert shown == as_told(f"{name} and {recipe}")
    assert "\n" not in shown and shown.isprintable()


def test_a_comma_stands_between_thousands_in_english_only(spoken):
    """Elsewhere it would be a decimal point."""
    message = Message("{n:,} peaks of {pixels}", "{n:,} peak of {pixels}", n=1_234_567, pixels=grouped(89_000.0))
    assert message == "1,234,567 peaks of 89,000"
    assert re.findall(r"[\d\u202f]+", worded(message)) == ["1\u202f234\u202f567", "89\u202f000"]


def test_english_needs_no_translation(qgis_processing):
    plugin = evenlight.classFactory(None)
    plugin.initProcessing()
    assert in_users_language("Strength") == "Strength"
    plugin.unload()
