"""German and French are complete, say what the English says, and no text of the sources is overlooked."""

from __future__ import annotations

import re

import pytest

SAMPLE = '''
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
translate = QCoreApplication.translate
TABLE = {1: QT_TRANSLATE_NOOP(
    "Evenlight", "over "
    "lines"  # and a remark
)}
def texts(images, what):
    yield translate("Evenlight", "a {}, "
                    "b").format(translate("Evenlight", "within",))
    yield QCoreApplication.translate("Evenlight", "by its class")
    yield Message("{n} holes of {what}", "{n} hole of {what}", n=2, what=Message("an image"))
    yield counted(len(images), "raster"), Message(f"{what}"), "not one"
'''
FOUND = {
    "over lines": None, "a {}, b": None, "within": None, "by its class": None, "an image": None,
    "{n} holes of {what}": "{n} hole of {what}", "{n} rasters": "{n} raster",
}  # fmt: skip


def test_texts_are_found_wherever_they_stand(translations, tmp_path):
    (tmp_path / "sample.py").write_text(SAMPLE, encoding="utf-8")
    found = {text.source: text.singular for text in translations.texts_of_file(tmp_path / "sample.py", tmp_path)}
    assert found == FOUND


def test_no_call_is_overlooked(translations):
    """Counted by their names alone; all of them get literal texts, see `test_translate_gets_literal_text`."""
    root = translations.ROOT
    for path in (path for name in ("algorithms", "gui", "provider") for path in (root / name).rglob("*.py")):
        content = path.read_text(encoding="utf-8")
        written = re.findall(r"""\b(?:translate|QT_TRANSLATE_NOOP)\(\s*["']Evenlight["'],\s*["']""", content)
        messages = re.findall(r"\bMessage\(", content)
        assert len(written) + len(messages) == len(list(translations.texts_of_file(path, root))), path


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_language_is_complete(translations, language):
    """Nothing unfinished or gone, and placeholders, tags and blanks are those of the source."""
    known = translations.read_ts(translations.I18N / f"evenlight_{language}.ts")
    assert translations.faults(translations.all_texts(), known) == []


@pytest.mark.parametrize(("source", "good", "bad"), [
    ("{name}: {share:.1%} of {}", "{} \u00e0 {share:.1%} : {name}", "{name} : {share:.2%} de {}"),
    ("<b>bold</b> ", "<b>fett</b> ", "fett "),
    ("&Open", "&\u00d6ffnen", "\u00d6ffnen"),
    ("an image", "un {{image}}", "un {image"),
])  # fmt: skip
def test_what_a_translation_must_keep(translations, source, good, bad):
    texts = {source: translations.Text(source, "a.py:1")}
    assert translations.faults(texts, {source: [good]}) == []
    assert len(translations.faults(texts, {source: [bad]})) == 1


@pytest.mark.parametrize(("forms", "number"), [
    (["eine Datei", "{n} Dateien"], 0),
    (["{n} Datei", "{n} Dateien"], 0),
    (["{n} Datei", "Dateien"], 1),
])  # fmt: skip
def test_only_the_form_for_one_may_lack_the_number(translations, forms, number):
    texts = {"{n} files": translations.Text("{n} files", "a.py:1", "{n} file")}
    assert len(translations.faults(texts, {"{n} files": forms})) == number


def test_a_file_keeps_what_is_known(translations, tmp_path):
    written = [("a <i>b</i>", None), ("{n} bs", "{n} b"), ("new", None)]
    texts = {source: translations.Text(source, "a.py:1", singular) for source, singular in written}
    known = {"a <i>b</i>": ["\u00e4 <i>\u00df</i>"], "{n} bs": ["{n} \u00df", "{n} \u00dfs"], "gone": ["weg"]}
    translations.write_ts(tmp_path / "de.ts", "de", texts, known)
    read = translations.read_ts(tmp_path / "de.ts")
    assert read == {"a <i>b</i>": known["a <i>b</i>"], "{n} bs": known["{n} bs"], "new": []}
    assert translations.faults(texts, read) == ["unfinished: new"]
    assert translations.faults({}, {"gone": ["weg"]}) == ["gone: gone"]
