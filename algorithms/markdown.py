"""The part of Markdown that our docs are written in, as HTML: headings, paragraphs, lists, tables, code, pictures."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

Link = Callable[[str], str]
"""Gives where a link or picture of the text leads from the page."""

_CODE = re.compile(r"(`+)(.+?)\1")
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
_ITEM = re.compile(r"(\s*)(?:[*+-]|\d+[.)])\s+(.*)")
_NUMBERED = re.compile(r"\s*\d+[.)]\s")
_TABLE_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_CODE_INDENT = "    "


def to_html(text: str, link: Link) -> str:
    """A page's body."""
    return _blocks(text.expandtabs(4).splitlines(), link)


def slug(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def _blocks(lines: list[str], link: Link) -> str:
    found, place = [], 0
    while place < len(lines):
        line = lines[place]
        if not line.strip():
            place += 1
            continue
        end = place + 1
        if line.lstrip().startswith("```"):
            while end < len(lines) and not lines[end].lstrip().startswith("```"):
                end += 1
            found.append(_code(lines[place + 1:end]))
            end += 1
        elif line.startswith(_CODE_INDENT):
            while end < len(lines) and (lines[end].startswith(_CODE_INDENT) or not lines[end].strip()):
                end += 1
            found.append(_code([row[len(_CODE_INDENT):] for row in lines[place:end]]))
        elif line.startswith("#"):
            marks, _, title = line.partition(" ")
            level = len(marks)
            found.append(f'<h{level} id="{slug(title)}">{_inline(title, link)}</h{level}>')
        elif end < len(lines) and "|" in line and _TABLE_RULE.fullmatch(lines[end]):
            while end < len(lines) and "|" in lines[end]:
                end += 1
            found.append(_table(lines[place:end], link))
        elif _ITEM.fullmatch(line):
            while end < len(lines) and _belongs_to_list(lines, end):
                end += 1
            found.append(_list(lines[place:end], link))
        else:
            while end < len(lines) and lines[end].strip() and not _begins_block(lines[end]):
                end += 1
            found.append(f"<p>{_inline(' '.join(row.strip() for row in lines[place:end]), link)}</p>")
        place = end
    return "\n".join(found)


def _begins_block(line: str) -> bool:
    return line.startswith(("#", "```")) or _ITEM.fullmatch(line) is not None


def _belongs_to_list(lines: list[str], place: int) -> bool:
    """An item, what is indented below one, its paragraph's next line, or an empty line before one of them."""
    line = lines[place]
    if line.strip():
        goes_on = lines[place - 1].strip() and not line.startswith(("#", "```"))
        return _ITEM.fullmatch(line) is not None or line.startswith("  ") or bool(goes_on)
    following = next((row for row in lines[place:] if row.strip()), "")
    return _ITEM.fullmatch(following) is not None or following.startswith("  ")


def _list(lines: list[str], link: Link) -> str:
    """Items with the blocks below each, which are indented."""
    margin = len(_ITEM.fullmatch(lines[0]).group(1))
    items: list[list[str]] = []
    for line in lines:
        item = _ITEM.fullmatch(line)
        if item is not None and len(item.group(1)) <= margin:
            items.append([item.group(2)])
        else:
            items[-1].append(line)
    kind = "ol" if _NUMBERED.match(lines[0]) else "ul"
    return f"<{kind}>{''.join(f'<li>{_item(rows, link)}</li>' for rows in items)}</{kind}>"


def _item(rows: list[str], link: Link) -> str:
    below = [row for row in rows[1:] if row.strip()]
    margin = min((len(row) - len(row.lstrip()) for row in below), default=0)
    body = _blocks([rows[0], *(row[margin:] for row in rows[1:])], link)
    alone = body.startswith("<p>") and body.count("<p>") == 1
    return body.replace("<p>", "", 1).replace("</p>", "", 1) if alone else body


def _table(lines: list[str], link: Link) -> str:
    rows = [[_inline(cell.strip(), link) for cell in _cells(line)] for line in (lines[0], *lines[2:])]
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[1:])
    return f"<table><tr>{head}</tr>{body}</table>"


def _cells(line: str) -> list[str]:
    """What stands between bars; a bar with a backslash before it is text."""
    parts = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [part.replace("\\|", "|") for part in parts]


def _code(lines: list[str]) -> str:
    return f"<pre><code>{html.escape(chr(10).join(lines).strip(chr(10)))}</code></pre>"


def _inline(text: str, link: Link) -> str:
    """Code is put aside first, so that nothing inside it is looked at."""
    codes = [f"<code>{html.escape(found.group(2).strip())}</code>" for found in _CODE.finditer(text)]
    text = html.escape(_CODE.sub("\0", text), quote=False)
    text = _LINK.sub(lambda found: _anchor(found, link), text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"(?<![\w*])\*(?!\s)([^*]+?)(?<!\s)\*(?![\w*])", r"<i>\1</i>", text)
    text = re.sub(r"&lt;(https?://[^&\s]+)&gt;", r'<a href="\1">\1</a>', text)
    first, *others = text.split("\0")
    return first + "".join(code + other for code, other in zip(codes, others))


def _anchor(found: re.Match, link: Link) -> str:
    target = html.escape(link(html.unescape(found.group(3))))
    if found.group(1):
        return f'<img src="{target}" alt="{html.escape(found.group(2))}">'
    return f'<a href="{target}">{found.group(2)}</a>'
