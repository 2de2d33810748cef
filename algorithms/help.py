"""Help without a network: one page for each algorithm, and the docs of the package, as HTML beside the user's settings.

They are made from the tables of parameters and the Markdown files of the package when help is first asked for, so they
are in the user's language, fit the installed version, and work from a checkout as well.
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QCoreApplication, QUrl

from .kinds import OneOf
from .markdown import to_html

translate = QCoreApplication.translate

PACKAGE = Path(__file__).resolve().parents[1]
DOCS = PACKAGE / "docs"
TEXTS = {"README.md": "readme.html", "CHANGELOG.md": "changelog.html", "docs/README.md": "docs.html"}
"""Texts whose pages are not called as they are."""
ONLINE = "https://github.com/evenlight/evenlight/blob/main/"
"""Where that lies which the package does not bring."""
STYLE = """
body { max-width: 52em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.5;
  color: #1f2a2c; background: #fff; }
h1, h2, h3 { line-height: 1.2; } a { color: #14707c; } img { max-width: 100%; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #c9d3d4; padding: .4em .6em;
  text-align: left; vertical-align: top; }
code, pre { font-family: monospace; background: #eef3f3; } pre { padding: .8em; overflow: auto; }
.id { color: #56686b; font-family: monospace; font-size: .9em; }
"""


def help_url(algorithm: QgsProcessingAlgorithm) -> str:
    """The page of an algorithm; the online docs where no file can be written."""
    return _url(f"tools/{algorithm.name()}.html", algorithm)


def index_url() -> str:
    """The page with all of them."""
    return _url("index.html", None)


def _url(page: str, algorithm: QgsProcessingAlgorithm | None) -> str:
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "evenlight" / "help"
    provider = QgsApplication.processingRegistry().providerById("evenlight")
    try:
        _write_texts(folder)
        if provider is not None:
            # models have help of their own
            _write_tools(folder, tuple(one for one in provider.algorithms() if hasattr(one, "ROWS")))
        if algorithm is not None and not (folder / page).exists():
            _write(folder / page, algorithm.displayName(), tool_page(algorithm, folder))
    except (OSError, ValueError):
        # an error would end QGIS: it comes from a function that QGIS calls
        return f"{ONLINE}README.md"
    return bytes(QUrl.fromLocalFile(str(folder / page)).toEncoded()).decode()


@lru_cache(maxsize=1)
def _write_texts(folder: Path) -> None:
    """Once in a session: the docs of the package."""
    for source in sorted([PACKAGE / "README.md", PACKAGE / "CHANGELOG.md", *DOCS.glob("*.md")]):
        if source.is_file():
            text = source.read_text(encoding="utf-8")
            page = page_of(source, folder)
            _write(page, source.stem, to_html(text, _links(source, page, folder)))


@lru_cache(maxsize=1)
def _write_tools(folder: Path, algorithms: Sequence[QgsProcessingAlgorithm]) -> None:
    """Once in a session: pages of all algorithms, which lead to each other, and their list."""
    for algorithm in algorithms:
        _write(folder / "tools" / f"{algorithm.name()}.html", algorithm.displayName(), tool_page(algorithm, folder))
    _write(folder / "index.html", "Evenlight", _index(algorithms, folder))


def page_of(source: Path, folder: Path) -> Path:
    """The page that is made of a text of the package."""
    name = source.relative_to(PACKAGE).as_posix()
    return folder / TEXTS.get(name, Path(name.replace("docs/", "", 1)).with_suffix(".html"))


def tool_page(algorithm: QgsProcessingAlgorithm, folder: Path) -> str:
    """What an algorithm is for, its text among the docs, and its parameters with all choices."""
    page, source = folder / "tools" / f"{algorithm.name()}.html", DOCS / "tools" / f"{algorithm.name()}.md"
    parts = [f"<h1>{_shown(algorithm.displayName())}</h1>", f"<p>{_shown(algorithm.shortDescription())}.</p>"]
    parts += [f'<p class="id">{algorithm.id()}</p>', algorithm.explanation()]
    if source.is_file():
        text = source.read_text(encoding="utf-8").partition("\n")[2]
        parts.append(to_html(text, _links(source, page, folder)))
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    rows = {row.name: row for row in algorithm.ROWS}
    for title, folded in (
        (translate("Evenlight", "Parameters"), False),
        (translate("Evenlight", "Advanced parameters"), True),
    ):
        found = [one for one in algorithm.parameterDefinitions() if bool(one.flags() & advanced) == folded]
        if found:
            parts += [f"<h2>{title}</h2>", _parameters(found, rows)]
    outputs = [(one.description(), one.name()) for one in algorithm.outputDefinitions()]
    title = translate("Evenlight", "Results for models and scripts")
    items = "".join(f'<li>{_shown(label)} <span class="id">{name}</span></li>' for label, name in outputs)
    parts += [f"<h2>{title}</h2><ul>{items}</ul>", f'<p><a href="../index.html">{_all_tools()}</a></p>']
    return "\n".join(parts)


def _parameters(definitions: Iterable[QgsProcessingParameterDefinition], rows: dict[str, object]) -> str:
    lines = []
    for one in definitions:
        text, default, row = _shown(one.help()), one.defaultValue(), rows[one.name()]
        if isinstance(row, OneOf):
            labels = {choice.value: row.label_of(choice) for choice in row.offered()}
            items = [f'<li>{_shown(label)} <span class="id">{word}</span></li>' for word, label in labels.items()]
            text, default = f"{text}<ul>{''.join(items)}</ul>", labels[default]
        if default not in (None, ""):
            text += f"<div>{translate('Evenlight', 'Default: {}').format(_shown(str(default)))}</div>"
        lines.append(f'<tr><td>{_shown(one.description())}<br><span class="id">{one.name()}</span></td><td>{text}</td>')
    return f"<table>{''.join(lines)}</table>"


def _index(algorithms: Sequence[QgsProcessingAlgorithm], folder: Path) -> str:
    parts, group = ["<h1>Evenlight</h1>"], None
    for one in sorted(algorithms, key=lambda found: found.group()):
        if one.group() != group:
            group = one.group()
            parts.append(f"<h2>{_shown(group)}</h2>")
        name, line = _shown(one.displayName()), _shown(one.shortDescription())
        parts.append(f'<p><a href="tools/{one.name()}.html">{name}</a><br>{line}.</p>')
    parts.append(f"<h2>{translate('Evenlight', 'Read more')}</h2>")
    for source in (PACKAGE / "README.md", *sorted(DOCS.glob("*.md"))):
        if source.is_file():
            title = source.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
            parts.append(f'<p><a href="{page_of(source, folder).name}">{_shown(title)}</a></p>')
    return "\n".join(parts)


def _links(source: Path, page: Path, folder: Path):
    """Where a link of a text leads: to its page, to a file of the package, or to the online docs."""

    def lead(target: str) -> str:
        if "://" in target or target.startswith(("#", "mailto:")):
            return target
        path, mark, anchor = target.partition("#")
        file = Path(os.path.normpath(source.parent / path))
        if not file.exists() or PACKAGE not in file.parents:
            return ONLINE + os.path.relpath(file, PACKAGE).replace(os.sep, "/") + mark + anchor
        is_page = file.suffix == ".md" and file.parent in (PACKAGE, DOCS, DOCS / "tools")
        if is_page and (file.parent != PACKAGE or file.name in TEXTS):
            return os.path.relpath(page_of(file, folder), page.parent).replace(os.sep, "/") + mark + anchor
        return bytes(QUrl.fromLocalFile(str(file)).toEncoded()).decode() + mark + anchor

    return lead


def _write(page: Path, title: str, body: str) -> None:
    """Only what is new: a page may be open."""
    text = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{_shown(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    )
    content = text.encode()
    if not page.is_file() or page.read_bytes() != content:
        page.parent.mkdir(parents=True, exist_ok=True)
        # beside, for another QGIS may read or write the page at the same time
        part = page.with_name(f"{page.name}.{os.getpid()}.part")
        try:
            part.write_bytes(content)
            os.replace(part, page)
        finally:
            part.unlink(missing_ok=True)


def _all_tools() -> str:
    return translate("Evenlight", "All tools")


def _shown(text: str) -> str:
    return html.escape(text, quote=False)
