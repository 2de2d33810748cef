"""Help pages: local files, whose links lead to local files too."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.help import index_url
from evenlight.algorithms.kinds import OneOf
from evenlight.algorithms.markdown import to_html

TARGET = re.compile(r'(?:href|src)="([^"]*)"')
ONLINE = re.compile(r"https?://|mailto:")


def file_of(url: str) -> Path:
    assert QUrl(url).isLocalFile()
    return Path(QUrl(url).toLocalFile())


def dead_links(page: Path) -> list[str]:
    """Links of a page to files or headings that are not there; what is online is not looked for."""
    text, dead = page.read_text(encoding="utf-8"), []
    for target in map(html.unescape, TARGET.findall(text)):
        if ONLINE.match(target):
            continue
        path, _, anchor = target.partition("#")
        file = file_of(path) if path.startswith("file:") else (page.parent / path).resolve() if path else page
        known = file.is_file() and (not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"))
        if not known:
            dead.append(target)
    return dead


@pytest.mark.parametrize("name", [found.ID for found in ALGORITHMS])
def test_every_algorithm_has_a_local_page(provider, name):
    algorithm = provider.algorithm(name)
    page = file_of(algorithm.helpUrl())
    text = page.read_text(encoding="utf-8")
    assert page.name == f"{name}.html"
    assert not dead_links(page)
    assert algorithm.displayName() in text
    for definition in algorithm.parameterDefinitions():
        assert definition.name() in text
        assert html.escape(definition.description(), quote=False) in text
    for row in algorithm.ROWS:
        if isinstance(row, OneOf):
            for choice in row.offered():
                assert html.escape(row.label_of(choice), quote=False) in text


def test_all_pages_lead_to_pages(provider):
    index = file_of(index_url())
    pages = sorted(index.parent.rglob("*.html"))
    assert len(pages) > len(ALGORITHMS) + 10
    assert {page.name: dead_links(page) for page in pages if dead_links(page)} == {}
    listed = {(index.parent / target).resolve() for target in TARGET.findall(index.read_text(encoding="utf-8"))}
    assert {page.resolve() for page in index.parent.glob("tools/*.html")} <= listed


def test_a_page_is_local_without_the_provider(qgis_app):
    assert file_of(ALGORITHMS[0]().create().helpUrl()).is_file()


@pytest.fixture
def settings_in(monkeypatch):
    """Let QGIS keep its settings in another folder."""
    return lambda folder: monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(folder))


def test_a_page_half_written_is_written_again(provider, settings_in, tmp_path):
    """Another QGIS may be writing it; it ends within a letter of two bytes."""
    settings_in(tmp_path)
    pages = tmp_path / "evenlight" / "help"
    (pages / "tools").mkdir(parents=True)
    broken = [pages / "index.html", pages / "readme.html", pages / "tools" / "balance.html"]
    for page in broken:
        page.write_bytes(b"<html>\xc3")
    assert file_of(provider.algorithm("balance").helpUrl()) == broken[2]
    assert [page.read_text(encoding="utf-8")[-8:] for page in broken] == ["</html>\n"] * 3
    assert not list(pages.rglob("*.part"))


@pytest.mark.parametrize("place", ["file", "no\0path"])
def test_where_no_page_can_be_written_help_is_online(provider, settings_in, tmp_path, place):
    (tmp_path / "file").write_text("in the way")
    settings_in(tmp_path / place)
    assert provider.algorithm("balance").helpUrl().startswith("https://")


def test_markdown():
    text = """# Two `words` & more

A *word*, **two words**, `a * b < c` and [a link](other.md#part),
on two lines.

* one
* two
  goes on
    1. inside
* [`code`](file.py) and **`bold`**

| a | b |
|---|--:|
| 1 \\| 2 | `x` |

    indented <code>

```python
fenced = "*"
```
![A picture](a.png)
"""
    made = to_html(text, lambda target: f"to/{target}")
    for part in (
        '<h1 id="two-words--more">Two <code>words</code> &amp; more</h1>',
        "<p>A <i>word</i>, <b>two words</b>, <code>a * b &lt; c</code> and "
        '<a href="to/other.md#part">a link</a>, on two lines.</p>',
        "<li>one</li>",
        "<li>two goes on\n<ol><li>inside</li></ol></li>",
        '<li><a href="to/file.py"><code>code</code></a> and <b><code>bold</code></b></li>',
        "<tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td><td><code>x</code></td></tr>",
        "<pre><code>indented &lt;code&gt;</code></pre>",
        "<pre><code>fenced = &quot;*&quot;</code></pre>",
        '<img src="to/a.png" alt="A picture">',
    ):
        assert part in made
