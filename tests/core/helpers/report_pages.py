"""Pages as tests look at them: valid, of one file, and the figures that they print."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

import numpy as np
from osgeo import gdal

from evenlight.core.report.advice import ONLINE

VOID = {"meta", "img", "br", "link", "hr", "input", "col", "source", "wbr"}
LOADING = ("src", "srcset", "data", "poster", "background", "action", "xlink:href")
OPTIONAL_END = ()


class Page(HTMLParser):
    """A page taken apart; `problems` holds what is wrong with it."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.pictures: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        if not text.lower().startswith("<!doctype html>"):
            self.problems.append("no doctype at the beginning")
        self.feed(text)
        self.close()
        self.problems += [f"<{name}> is not closed" for name in self._open]
        self.problems += [f"id {name} twice" for name in set(self.ids) if self.ids.count(name) > 1]
        self.problems += [f"{link} leads nowhere" for link in self.links if link[0] == "#" and link[1:] not in self.ids]
        styles = "".join(re.findall(r"(?s)<style>(.*?)</style>", text))
        self.problems += re.findall(r"url\([^)]*\)|@import[^;]*", styles)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag in ("script", "iframe", "object", "embed", "link", "base"):
            self.problems.append(f"<{tag}>")
        self.problems += [f"{name} runs something" for name in found if name.startswith("on")]
        self.problems += [
            f"{name}={found[name][:60]}" for name in LOADING if name in found and not found[name].startswith("data:")
        ]
        if tag == "a":
            self.links.append(found["href"])
            if not found["href"].startswith(("#", ONLINE)):
                self.problems.append(f"href={found['href']}")
        if tag == "img":
            self.pictures.append(found["src"])
            if not found.get("alt"):
                self.problems.append("a picture without words")
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.problems.append(f"<{tag}/>")

    def handle_endtag(self, tag):
        if not self._open or self._open[-1] != tag:
            self.problems.append(f"</{tag}> within {self._open}")
        else:
            self._open.pop()

    def handle_data(self, data):
        if "style" in self._open:
            return
        self.words.append(data)
        if self._open and self._open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data

    def table(self, heading: str) -> list[dict[str, str]]:
        """The rows of the table that has a column of this name; columns of one name are numbered."""
        for rows in self.tables:
            if rows and heading in rows[0]:
                names = [f"{name} {rows[0][:n].count(name)}" if rows[0][:n].count(name) else name
                         for n, name in enumerate(rows[0])]
                return [dict(zip(names, row)) for row in rows[1:]]
        raise AssertionError(heading)


def pixels_of(source: str) -> np.ndarray:
    """A picture of a page, (bands, rows, columns)."""
    name = "/vsimem/page.png"
    gdal.FileFromMemBuffer(name, base64.b64decode(source.partition("base64,")[2]))
    try:
        return gdal.Open(name).ReadAsArray()
    finally:
        gdal.Unlink(name)
