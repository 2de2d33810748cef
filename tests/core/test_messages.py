"""Messages: English as it always was, another language where texts are shown, data in English everywhere."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path

import numpy as np
import pytest
from made_scenes import make_scene, write
from recorders import Recorder
from report_pages import Page

from evenlight.core.arguments import fitting
from evenlight.core.cluster.errors import WorkerFilesError
from evenlight.core.errors import EvenlightError, Problems, SavedFileError, differing, printable, sentences, some
from evenlight.core.jobs import balance, coregister, overlap_report
from evenlight.core.jobs.public import CallError
from evenlight.core.log import Log, table
from evenlight.core.messages import Message, counted, in_language, joined, spoken, translated
from evenlight.core.radiometry.plausible import ClippedError
from evenlight.core.radiometry.verdict import PairRow, pair_table

GERMAN = {
    "{n} images": ["{n} Bild", "{n} Bilder"],
    "Reading {images}.": ["{images} werden gelesen."],
    "{named} and {n} more": ["{named} und {n} weitere"],
    "nothing": ["nichts"],
    "{path} cannot be used: {what}{where}; save it again or choose another file.": [
        "{path} taugt nicht: {what}{where}"],
    " at {place}": [" bei {place}"],
    "it is {odd}": ["es ist {odd}"],
    "before": ["vorher"],
}


NAMES = [
    "OutputSettings", "ExecutionSettings", "PolygonMask", "ReportFile", "output", "mask", "report", "execution",
    "progress", "advance", "inform", "warn", "cancelled", "tcp", "int", "str", "None", "True", "False",
]  # fmt: skip
"""Of classes, arguments and types, which are the same in any language."""


def german(text: str, number: int | None = None) -> str:
    forms = GERMAN.get(text, [text])
    return forms[0 if number == 1 else -1]


def cyrillic(text: str, number: int | None = None) -> str:
    """A language in which a word that was left untranslated stands out."""
    return "".join(part if part.startswith("{") else re.sub("[A-Za-z]", "\u0436", part)
                   for part in re.split(r"(\{[^{}]*\}|</?i>)", text))  # fmt: skip


def test_it_is_the_english_text():
    message = Message("{name}: {share:.1%} of {{it}}", name="a.tif", share=0.25)
    assert message == "a.tif: 25.0% of {it}"
    assert json.dumps([message]) == '["a.tif: 25.0% of {it}"]'
    assert str(message) is message


@pytest.mark.parametrize(("number", "english", "other"), [(1, "1 image", "1 Bild"), (0, "0 images", "0 Bilder"),
                                                          (5, "5 images", "5 Bilder")])  # fmt: skip
def test_numbers_have_their_forms(number, english, other):
    assert counted(number, "image") == english
    assert translated(counted(number, "image"), german) == other
    assert translated(counted(number, "image"), lambda text, _: text) == english


def test_values_are_translated_in_their_sentence():
    message = Message("Reading {images}.", images=counted(2, "image"))
    assert message == "Reading 2 images."
    assert translated(message, german) == "2 Bilder werden gelesen."


def test_a_message_comes_back_from_another_process():
    error = SavedFileError("a.json", "top", Message("it is {odd}", odd="odd"))
    for text in (str(pickle.loads(pickle.dumps(error))), pickle.loads(pickle.dumps(str(error)))):
        assert text == "a.json cannot be used: it is odd at top; save it again or choose another file."
        assert translated(text, german) == "a.json taugt nicht: es ist odd bei top"


def test_what_is_joined_is_translated_part_by_part():
    words = [Message("nothing"), "a.tif"]
    assert translated(joined(", ", words), german) == "nichts, a.tif"
    assert translated("x " + Message("nothing") + "!", german) == "x nichts!"
    assert translated(some(map(str, range(7)), 5, quote=""), german) == "0, 1, 2, 3, 4 und 2 weitere"
    problems = Problems([EvenlightError(Message("nothing")), EvenlightError("plain")])
    assert str(problems) == "nothing\nplain"
    assert translated(sentences([str(problems), Message("nothing")]), german) == "nichts\nplain"


def test_a_table_is_aligned_in_any_language():
    made = table([Message("before"), "images"], [("0.1", "a"), ("0.25", "b")])
    assert made.splitlines() == ["before   images", "   0.1   a", "  0.25   b"]
    lines = translated(Message("T:\n{table}", table=made), german).splitlines()
    assert lines == ["T:", "vorher   images", "   0.1   a", "  0.25   b"]


def test_a_log_is_in_the_language_of_its_thread():
    shown = Recorder()
    with in_language(german):
        log = Log(shown)
        log.inform(Message("Reading {images}.", images=counted(1, "image")))
        log.warn(Message("nothing"))
        log.close()
        assert spoken(Message("before")) == "vorher"
    assert shown.facts == ["1 Bild werden gelesen."]
    assert shown.warnings == ["nichts"]
    assert spoken(Message("before")) == "before"


def left_over(text: str, names: list[str]) -> set[str]:
    """Words that are neither translated nor names of files, parameters, units or programs."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return set(re.findall(r"(?<![\w./])[A-Za-z][a-z]{2,}(?![\w./])", text))


def refused(call) -> str:
    with pytest.raises(EvenlightError) as caught:
        call()
    return str(caught.value)


@pytest.mark.parametrize("text", [
    lambda: str(ClippedError([("a.tif", 1, 0.5)], "uint8", True)),
    lambda: pair_table([PairRow(0, 1, 9, 0.5, 0.1, Message("rejected"))], ["a.tif", "b.tif"]),
    lambda: str(WorkerFilesError({"tcp://a:1": [f"{n}.tif" for n in range(9)]})),
    lambda: differing({"a.tif": counted(3, "band"), "b.tif": counted(4, "band")}),
    lambda: refused(lambda: balance("/nowhere/*.tif", "b.tif")),
    lambda: refused(lambda: balance(["a.tif"], ["b.tif", "c.tif"])),
    lambda: str(CallError("output", "", ["mask"])),
    lambda: refused(lambda: fitting("mask", "5", "int", {})),
    lambda: refused(lambda: balance(["a.tif"], 5, mask=5, report=5)),
    lambda: refused(lambda: balance(["a.tif"], "b.tif", progress="a.tif")),
])  # fmt: skip
def test_no_word_of_a_sentence_stays_english(text):
    assert not left_over(translated(text(), cyrillic), NAMES)


def test_long_and_unprintable_values_keep_their_sentence():
    odd = SavedFileError("a.json", "top", Message("it is {odd}", odd="\0" + 500 * "x"))
    assert str(odd).startswith("a.json cannot be used: it is \\x00xxx")
    assert len(str(odd)) < 500 and str(odd).isprintable()
    assert translated(str(odd), german).startswith("a.json taugt nicht: es ist \\x00xxx")
    within = printable(Message("it is {odd}", odd=Message("it is {odd}", odd=500 * "x")), 100)
    assert len(within) <= 110 and translated(within, german).startswith("es ist es ist xxx")


def test_lines_in_a_value_keep_their_sentence():
    lines = sentences([Message("it is {odd}", odd="a\nb"), Message("nothing")])
    assert lines == "it is a b\nnothing"
    assert translated(lines, german) == "es ist a b\nnichts"


def test_why_an_image_cannot_be_aligned_is_translated(tmp_path):
    noise = np.random.default_rng(1).normal(100.0, 10.0, (1, 64, 64)).astype("float32")
    paths = [write(tmp_path / "one.tif", noise), write(tmp_path / "two.tif", np.full_like(noise, 7.0))]
    shown, page = Recorder(), tmp_path / "r.html"
    with in_language(cyrillic):
        found = coregister(paths[1:], paths[0], tmp_path / "out", report=page, progress=shown)
    reason = found.outcomes[0].reason
    assert reason == "nothing could be recognised in the image"
    assert not left_over(translated(reason, cyrillic), [])
    assert shown.warnings
    for text in [*shown.facts, *shown.warnings]:
        assert not left_over(text, [str(tmp_path), "one", "two"]), text
    words = " ".join(Page(page.read_text(encoding="utf-8").partition('<h2 id="run">')[0]).words)
    assert not left_over(words, ["one", "two", "Evenlight", "coregister"])


@pytest.fixture(scope="module")
def in_cyrillic(tmp_path_factory):
    """A log, a page and data of runs whose texts are all in another language."""
    folder = tmp_path_factory.mktemp("runs")
    scene = make_scene(folder / "in", rows=1, columns=3, size=100, step=60, bands=2, noise=20.0)
    shown = Recorder()
    with in_language(cyrillic):
        balance(scene.paths, str(folder / "out"), report=folder / "r.html", progress=shown)
        overlap_report(scene.paths, str(folder / "o.html"), data=str(folder / "o.json"), detailed=True, progress=shown)
    overlap_report(scene.paths, str(folder / "e.html"), data=str(folder / "e.json"), detailed=True)
    return folder, [Path(path).stem for path in scene.paths], shown


def test_no_word_of_a_log_stays_english(in_cyrillic):
    folder, names, shown = in_cyrillic
    for text in [*shown.facts, *shown.warnings]:
        assert not left_over(text, [str(folder), *names]), text


@pytest.mark.parametrize("name", ["r.html", "o.html"])
def test_no_word_of_a_page_stays_english(in_cyrillic, name):
    folder, names, _ = in_cyrillic
    page = (folder / name).read_text(encoding="utf-8")
    # the settings and the call are those of scripts
    words = " ".join(Page(page.partition('<h2 id="run">')[0]).words)
    assert not left_over(words, [*names, "Evenlight", "balance"])
    assert '<html lang="en">' not in page


def test_data_are_the_same_in_any_language(in_cyrillic):
    folder, _, _ = in_cyrillic
    assert (folder / "o.json").read_text(encoding="utf-8").replace("o.json", "e.json").replace("o.html", "e.html") == (
        folder / "e.json").read_text(encoding="utf-8")  # fmt: skip
