"""Rules about the pages: links lead somewhere, commands name what is there, pictures stay small."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from evenlight.core.cluster.parcel import parcel
from evenlight.core.thresholds import CONTRAST_HELD, FAIR, GOOD, MOST_CLIPPED, MUCH_CLIPPED

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [path for path in [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))] if path.is_file()]
IMAGES = DOCS / "images"
MOST_MEGABYTES = 3
FIGURES = ("accuracy", "performance", "reliability", "mosaic-figures", "alignment-figures", "light-figures",
           "raster-tools-figures")
"""Pages of figures, which say at their top whom they are for."""


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    text = re.sub(r"(?ms)^```.*?^```$", "", path.read_text(encoding="utf-8"))
    return re.sub(r"(?m)^    .*$", "", text)


def anchors(path: Path) -> set[str]:
    """What links to the headings of a page are called, as by GitHub."""
    headings = re.findall(r"(?m)^#+ (.+)$", prose(path))
    plain = [re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower() for heading in headings]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


def links(path: Path) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", prose(path)))


@pytest.mark.parametrize("path", PAGES, ids=label)
def test_links_lead_somewhere(path):
    for link in links(path):
        if re.match(r"https?:", link):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("path", [path for path in PAGES if DOCS in path.parents], ids=label)
def test_every_page_can_be_reached(path):
    """From the list of pages, over however many others."""
    reached, new = set(), {DOCS / "README.md"}
    while new:
        reached |= new
        targets = {(page.parent / link.partition("#")[0]).resolve() for page in new for link in links(page)}
        new = {target for target in targets if target.suffix == ".md" and target.is_file()} - reached
    assert path in reached


def test_every_picture_is_shown_and_all_are_small():
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page) if "images/" in link}
    pictures = {path for path in IMAGES.rglob("*") if path.is_file()}
    assert pictures == shown & pictures
    assert sum(path.stat().st_size for path in pictures) < MOST_MEGABYTES * 1e6


def commands(path: Path) -> list[str]:
    """Calls of our own scripts and of make, wherever a page gives them."""
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    return re.findall(r"(?:\S*python |make )(?:benchmarks|demo|tools|[a-z])[\w./-]*", text)


@pytest.mark.parametrize("path", PAGES, ids=label)
def test_scripts_are_called_by_the_environments_python(path):
    """Another one sees no QGIS; and the script is there."""
    for command in commands(path):
        program, name = command.split()
        if "/" in name and program != "make":
            assert program.endswith(".venv/bin/python"), command
            assert (ROOT / name).is_file(), command


def test_targets_of_make_exist():
    targets = set(re.findall(r"(?m)^([a-z-]+(?: [a-z-]+)*):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    known = {word for line in targets for word in line.split()}
    for path in PAGES:
        for called in re.findall(r"`make ((?:[a-z-]+ ?)+)", path.read_text(encoding="utf-8")):
            assert set(called.split()) <= known, (label(path), called)


@pytest.mark.parametrize("name", FIGURES)
def test_pages_of_figures_say_whom_they_are_for(name):
    top = (DOCS / f"{name}.md").read_text(encoding="utf-8").splitlines()[:4]
    assert any("or developers" in line for line in top)


def test_the_core_is_as_large_as_the_page_says():
    """What a cluster's workers are sent."""
    said = float(re.search(r"the core \(about ([\d.]+) MB\)", (DOCS / "scaling.md").read_text(encoding="utf-8"))[1])
    assert said == pytest.approx(len(parcel().archive) / 1e6, rel=0.2)


def test_the_log_is_read_with_its_own_thresholds():
    text = " ".join((DOCS / "balance.md").read_text(encoding="utf-8").split())
    assert f"a mean difference of at most {GOOD} of the contrast" in text
    assert f"of at most {FAIR}; beyond" in text
    assert f"between {CONTRAST_HELD[0]} and {CONTRAST_HELD[1]};" in text
    assert f"from {MUCH_CLIPPED:.0%}".replace("%", " %") in text
    assert round(1 / MOST_CLIPPED) == 5
    assert "more than a fifth of a band is refused" in text


def test_a_wrong_link_would_be_found(tmp_path):
    page = tmp_path / "page.md"
    for text in ("[there](missing.md)", "# One\n[there](#two)"):
        page.write_text(text, encoding="utf-8")
        with pytest.raises(AssertionError):
            test_links_lead_somewhere(page)
