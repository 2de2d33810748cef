#!/usr/bin/env python3
"""The texts that users see, and their translations: keeps ``i18n/*.ts`` in step with the sources.

    .venv/bin/python tools/translations.py              new texts become unfinished, texts that are gone leave
    .venv/bin/python tools/translations.py --check      says what is missing or wrong, and changes nothing
    .venv/bin/python tools/translations.py --compile    makes the .qm files that QGIS reads, by Qt's lrelease

Texts are found by Python's own parser: ``pylupdate6`` knows those of ``translate``, but neither the templates of the
core's messages nor the texts of the report's pages.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import string
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "i18n"
LANGUAGES = ("de", "fr")
CONTEXT = "Evenlight"
SHIPPED = ("algorithms", "core", "gui", "provider")
Translations = Mapping[str, "list[str]"]
"""By source: the translation, or its two forms; nothing where it is unfinished."""
MARKS = ("translate", "QT_TRANSLATE_NOOP")
"""Functions whose second argument is a text."""
PAGE_TEXT = re.compile(r"""\b_\(("(?:[^"\\]|\\.)*")(?:, ("(?:[^"\\]|\\.)*"))?""")
"""A text in a page's template, and its form for one."""
LRELEASE = ("/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease", "lrelease", "lrelease-qt5", "lrelease6")
FORMS = 2
"""Of words that go with a number, in German and French: of one, of many."""


@dataclass(frozen=True)
class Text:
    """One that is shown somewhere."""

    source: str
    """What translations are looked up by; of one with a number, the form for many."""
    where: str
    """File and line."""
    singular: str | None = None
    """The form for one."""


def texts_of_file(path: Path, root: Path = ROOT) -> Iterator[Text]:
    """Those of a Python file or a template."""
    place, content = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        for number, line in enumerate(content.splitlines(), 1):
            for found in PAGE_TEXT.finditer(line):
                yield Text(ast.literal_eval(found[1]), f"{place}:{number}", found[2] and ast.literal_eval(found[2]))
        return
    for call in ast.walk(ast.parse(content)):
        if isinstance(call, ast.Call):
            found = _text_of_call(call)
            if found is not None:
                yield Text(found[0], f"{place}:{call.lineno}", found[1])


def _text_of_call(call: ast.Call) -> tuple[str, str | None] | None:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    texts = [one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None for one in call.args]
    if name in MARKS and len(texts) > 1 and texts[1] is not None:
        return texts[1], None
    if name == "Message" and texts and texts[0] is not None:
        return texts[0], texts[1] if len(texts) > 1 else None
    if name == "counted" and len(texts) > 1 and texts[1] is not None:
        return f"{{n}} {texts[1]}s", f"{{n}} {texts[1]}"
    return None


def all_texts(root: Path = ROOT) -> dict[str, Text]:
    """Every text of what is shipped, by its source, each once."""
    files = [root / "plugin.py", *(path for name in SHIPPED for path in sorted((root / name).rglob("*.py")))]
    files += sorted((root / "core" / "report" / "templates").glob("*.html"))
    found: dict[str, Text] = {}
    for path in files:
        for text in texts_of_file(path, root):
            # what holds no words is put together from parts that are translated themselves
            if re.search(r"[A-Za-z]{2}", re.sub(r"\{[^{}]*\}", "", text.source)):
                found.setdefault(text.source, text)
    return found


def read_ts(path: Path) -> dict[str, list[str]]:
    """What a .ts file holds; of what is unfinished nothing."""
    found: dict[str, list[str]] = {}
    if not path.is_file():
        return found
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        whole = translation.get("type") is None and all(forms)
        found[message.findtext("source", "")] = forms if whole else []
    return found


def write_ts(path: Path, language: str, texts: Mapping[str, Text], known: Translations) -> None:
    """Write all texts in the order of the sources, with the translations that are known."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, text in texts.items():
        numerus = {} if text.singular is None else {"numerus": "yes"}
        message = ElementTree.SubElement(context, "message", numerus)
        # without the line: it changes with every edit
        ElementTree.SubElement(message, "location", filename=f"../{text.where.rpartition(':')[0]}")
        ElementTree.SubElement(message, "source").text = source
        if text.singular is not None:
            ElementTree.SubElement(message, "extracomment").text = f"For one: {text.singular}"
        forms = known.get(source) or []
        translation = ElementTree.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if text.singular is None:
            translation.text = forms[0] if forms else ""
        else:
            for form in forms or [""] * FORMS:
                ElementTree.SubElement(translation, "numerusform").text = form
    ElementTree.indent(root, "    ")
    content = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{content}\n', encoding="utf-8")


def faults(texts: Mapping[str, Text], known: Translations) -> list[str]:
    """What is wrong with the translations into one language."""
    wrong = [f"gone: {source}" for source in known if source not in texts]
    for source, text in texts.items():
        forms = known.get(source)
        if not forms:
            wrong.append(f"{'unfinished' if source in known else 'missing'}: {source}")
        elif len(forms) != (1 if text.singular is None else FORMS):
            wrong.append(f"{len(forms)} forms: {source}")
        else:
            ours = [source] if text.singular is None else [text.singular, source]
            wrong += [
                f"{own!r} became {form!r}" for own, form in zip(ours, forms)
                if parts_of(own, own != text.singular) != parts_of(form, own != text.singular)
            ]  # fmt: skip
    return wrong


def parts_of(text: str, has_number: bool = True) -> tuple:
    """What a translation must keep: placeholders with their formats, tags, blanks at both ends, lines.

    ``has_number``: whether ``{n}`` is one of them; the form for one may say it as a word.
    """
    names = (None,) if has_number else (None, "n")
    try:
        fields = Counter(field[1:] for field in string.Formatter().parse(text) if field[1] not in names)
    except ValueError:
        fields = Counter([("no template", "", "")])
    begin, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()):]
    return fields, Counter(re.findall(r"<[^<>]+>", text)), begin, end, text.count("\n"), "&" in text


def compile_all(folder: Path = I18N) -> None:
    """Make the .qm files, each whole or not there; those that are newer than their source stay."""
    tool = next((found for found in map(shutil.which, LRELEASE) if found), None)
    for language in LANGUAGES:
        source, target = I18N / f"evenlight_{language}.ts", folder / f"evenlight_{language}.qm"
        if target.is_file() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        if tool is None:
            raise SystemExit("lrelease is missing: apt-get install qttools5-dev-tools, or Qt Linguist elsewhere.")
        part = target.with_suffix(f".{os.getpid()}.part")
        subprocess.run([tool, "-silent", str(source), "-qm", str(part)], check=True)
        os.replace(part, target)


def main(arguments: list[str]) -> int:
    """See the top of the file."""
    if arguments == ["--compile"]:
        compile_all()
        return 0
    texts, found = all_texts(), []
    for language in LANGUAGES:
        path = I18N / f"evenlight_{language}.ts"
        known = read_ts(path)
        if arguments != ["--check"]:
            write_ts(path, language, texts, known)
            known = read_ts(path)
        found += [f"{language}: {fault}" for fault in faults(texts, known)]
    sys.stdout.write("".join(f"{fault}\n" for fault in found))
    return 1 if found and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
