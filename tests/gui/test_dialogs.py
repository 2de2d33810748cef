"""The real dialogs: what is in plain view, and what choices are called; dialog, batch table and model designer."""

from __future__ import annotations

import gc

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProperty,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QComboBox, QGroupBox

from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.choices import LABELS
from evenlight.core.settings import Choice

MOST_IN_PLAIN_VIEW = 7
OLD_BALANCE = {"METHOD": "least_squares", "MODEL": 1, "PIF_METHOD": "2", "CONSTANT_BORDER": 1.0, "REFERENCE": None}


@pytest.fixture
def desktop(qgis_iface, monkeypatch):
    """What dialogs ask of the main window."""
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: None, raising=False)


@pytest.fixture(params=ALGORITHMS, ids=lambda found: found.ID)
def algorithm(request, provider, desktop):
    """As the toolbox hands it to a dialog."""
    return provider.algorithm(request.param.ID).create()


@pytest.fixture
def dialog_of(provider, desktop):
    """The dialog of a tool by its id."""
    made = []

    def make(name):
        made.append(provider.algorithm(name).create().createCustomParametersWidget(None))
        return made[-1]

    yield make
    for dialog in made:
        dialog.close()


def is_advanced(definition):
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)


def choices(algorithm):
    return [one for one in algorithm.parameterDefinitions() if isinstance(one, QgsProcessingParameterEnum)]


def are_words(texts, stored):
    """Whether texts are made for people: none is what is stored, which would be a word of scripts."""
    fine = [text[:1].isupper() and "_" not in text and len(text) > 2 for text in texts]
    return all(fine) and len(set(texts)) == len(texts) == len(stored) and not set(texts) & set(stored)


def texts_of(box):
    """Of all that can be stored; the model designer offers "not selected" too, where a choice is optional."""
    return [box.itemText(index) for index in range(box.count()) if box.itemData(index) is not None]


def test_few_parameters_are_declared_for_plain_view(algorithm):
    plain = [one.name() for one in algorithm.parameterDefinitions() if not is_advanced(one)]
    assert 0 < len(plain) <= MOST_IN_PLAIN_VIEW
    assert plain == list(algorithm.PLAIN)


def test_results_come_last_in_plain_view(algorithm):
    places = [one.isDestination() for one in algorithm.parameterDefinitions() if not is_advanced(one)]
    assert places == sorted(places)
    assert places[-1]


def test_the_dialog_folds_everything_else(algorithm):
    """Rare results too, which QGIS shows in plain view by itself; the fold is closed and last."""
    dialog = algorithm.createCustomParametersWidget(None)
    panel = dialog.mainWidget()
    fold = panel.findChild(QGroupBox, "grpAdvanced")
    assert set(panel.wrappers) == {one.name() for one in algorithm.parameterDefinitions()}
    for name, wrapper in panel.wrappers.items():
        folded = is_advanced(algorithm.parameterDefinition(name))
        # GDAL's widget for creation options is of Processing's older kind
        parts = [wrapper.widget, wrapper.label] if hasattr(wrapper, "widget") else []
        parts = parts or [wrapper.wrappedWidget(), wrapper.wrappedLabel()]
        for part in parts:
            assert part is None or fold.isAncestorOf(part) == folded, name
    assert fold.property("collapsed")
    layout = fold.parentWidget().layout()
    below = [layout.itemAt(index).widget() for index in range(layout.indexOf(fold) + 1, layout.count())]
    assert not any(below)
    dialog.close()


def test_a_dialog_shows_words_and_hands_on_what_scripts_give(algorithm):
    dialog = algorithm.createCustomParametersWidget(None)
    for definition in choices(algorithm):
        wrapper = dialog.mainWidget().wrappers[definition.name()]
        assert are_words(texts_of(wrapper.widget), definition.options()), definition.name()
        assert wrapper.parameterValue() == definition.defaultValue()
        for word in definition.options():
            wrapper.setParameterValue(word, QgsProcessingContext())
            assert wrapper.parameterValue() == word
    dialog.close()


def test_a_batch_table_shows_words(algorithm):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    dialog = BatchAlgorithmDialog(algorithm)
    table = dialog.mainWidget()
    for definition in choices(algorithm):
        wrapper = table.wrappers[0][table.parameter_to_column[definition.name()]]
        assert are_words(texts_of(wrapper.widget), definition.options()), definition.name()
        assert wrapper.parameterValue() == definition.defaultValue()
    dialog.close()


def test_the_model_designer_shows_words(algorithm):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    dialog = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm())
    for definition in choices(algorithm):
        wrapper = dialog.widget.widget.wrappers[definition.name()]
        assert any(are_words(texts_of(box), definition.options()) for box in wrapper.findChildren(QComboBox))
        assert wrapper.value().staticValue() == definition.defaultValue()
    dialog.close()


def test_old_values_fill_a_dialog(dialog_of):
    """Words and numbers of saved settings, history and pasted commands."""
    dialog = dialog_of("balance")
    dialog.setParameters(OLD_BALANCE)
    found = {name: dialog.mainWidget().wrappers[name].parameterValue() for name in OLD_BALANCE}
    assert found == {
        "METHOD": "least_squares", "MODEL": "gain", "PIF_METHOD": "ir_mad", "CONSTANT_BORDER": "always",
        "REFERENCE": "common_pixels",
    }  # fmt: skip


@pytest.mark.parametrize("value", ["true", "1", True, 1])
def test_a_switch_of_earlier_versions_means_what_it_meant(dialog_of, value):
    """What a script makes of it: borders are looked for in all images."""
    wrapper = dialog_of("balance").mainWidget().wrappers["CONSTANT_BORDER"]
    wrapper.setParameterValue(value, QgsProcessingContext())
    assert wrapper.parameterValue() == "always"


@pytest.mark.parametrize("value", ["nope", "Robust", "\u00b2", "9", -1, 0.5])
def test_what_is_no_choice_stays_and_is_refused(dialog_of, provider, value):
    """It never becomes the default; the next choice takes its place."""
    dialog = dialog_of("balance")
    wrapper = dialog.mainWidget().wrappers["METHOD"]
    wrapper.setParameterValue(value, QgsProcessingContext())
    assert (wrapper.parameterValue(), wrapper.widget.currentText()) == (value, str(value))
    values = {"INPUT": [], "METHOD": wrapper.parameterValue()}
    _, text = provider.algorithm("balance").create().checkParameterValues(values, QgsProcessingContext())
    assert f"METHOD: '{value}' is not one of the choices" in text
    wrapper.setParameterValue("least_squares", QgsProcessingContext())
    assert wrapper.parameterValue() == "least_squares"
    assert wrapper.widget.count() == 2


def test_numbers_that_are_none_and_expressions_stay(dialog_of):
    wrapper = dialog_of("balance").mainWidget().wrappers["METHOD"]
    wrapper.setParameterValue(float("nan"), QgsProcessingContext())
    assert str(wrapper.parameterValue()) == wrapper.widget.currentText() == "nan"
    wrapper.setParameterValue(QgsProperty.fromExpression("'robust'"), QgsProcessingContext())
    assert wrapper.parameterValue().asExpression() == wrapper.widget.currentText() == "'robust'"


def test_every_choice_of_the_core_has_words():
    """Labels are written once, for all members of an enum."""
    kinds = [kind for kind in Choice.__subclasses__() if kind.__module__.startswith("evenlight.core")]
    assert {kind: list(kind) for kind in kinds} == {kind: list(labels) for kind, labels in LABELS.items()}


def test_reference_means_an_image_everywhere(algorithm):
    for definition in algorithm.parameterDefinitions():
        if "eference" in definition.description():
            images = ("raster", "multilayer", "rasterDestination")
            assert definition.type() in images or definition.name() == "REFERENCE_MODE"


def test_images_say_how_many_are_needed(algorithm):
    images = algorithm.parameterDefinition("INPUT")
    if images.type() == "multilayer":
        assert ("(two or more)" in images.description()) == (images.minimumNumberInputs() == 2)


@pytest.mark.parametrize(("name", "choice", "value"), [
    ("threshold_mask", "PRESET", "water"), ("mosaic", "METHOD", "rank"), ("seamlines", "METHOD", "rank"),
])  # fmt: skip
def test_a_choice_that_wants_folded_parameters_opens_the_fold(dialog_of, name, choice, value):
    panel = dialog_of(name).mainWidget()
    fold = panel.findChild(QGroupBox, "grpAdvanced")
    fold.setProperty("collapsed", True)
    panel.wrappers[choice].setParameterValue(value, QgsProcessingContext())
    assert fold.property("collapsed") is False


def test_a_closed_dialog_can_be_cleared_away(provider, desktop, qgis_iface, images):
    """As Qt does it, after Python has forgotten the dialog: both hold its widgets."""
    for name in ("balance", "local_variance", "coregister", "threshold_mask") * 3:
        dialog = provider.algorithm(name).create().createCustomParametersWidget(qgis_iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setParameters({"INPUT": images[0] if name == "local_variance" else images})
        dialog.show()
        QCoreApplication.processEvents()
        dialog.createProcessingParameters()
        dialog.close()
        del dialog
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
