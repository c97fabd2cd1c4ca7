"""Over the files alone: links, anchors, headings, labels, leaks, budgets."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from browsing import headings
from leaks import leaks
from links import broken_links, unreached_pages
from sites import SITES
from table_numbers import differing_numbers

KB = 1024


def test_every_link_and_anchor_leads_somewhere(everything):
    assert [finding for edition in everything for finding in broken_links(edition)] == []


def test_every_page_is_reached_from_another(everything):
    assert [finding for edition in everything for finding in unreached_pages(edition)] == []


def test_every_number_on_a_page_is_that_of_its_file(explicit):
    assert [finding for edition in explicit for finding in differing_numbers(edition)] == []


def test_each_edition_of_our_own_site_hides_something(own):
    for edition in own:
        hidden = [
            page for page in edition.pages
            if any("c" in cell.classes for cell in page.document.all("td"))
        ]
        assert hidden, f"{edition} has no hidden cell: then nothing here was tried"


def test_what_officials_read_is_nowhere_in_public(built):
    for public, officials in built.values():
        assert leaks(public, officials) == []


def test_html_is_well_formed(pages):
    assert [f"{page}: {fault}" for page in pages for fault in page.document.unbalanced] == []


def test_ids_are_given_once(pages):
    assert [str(page) for page in pages if len(set(page.document.ids)) < len(page.document.ids)] \
        == []


def test_no_style_attribute_or_inline_script(pages):
    for page in pages:
        for node in page.document.walk():
            assert node.get("style") is None, f"{page}: style on {node.tag}"
            assert not [name for name in node.attributes if name.startswith("on")], str(page)
            assert node.tag != "style", str(page)
            assert node.tag != "script" or node.get("src"), str(page)


def test_one_h1_and_no_level_is_left_out(pages):
    assert [f"{page}: {finding}" for page in pages for finding in headings(page)] == []


def test_the_language_of_a_page_is_that_of_its_folder(pages):
    for page in pages:
        assert page.language == ("en" if page.path.startswith("en/") else "vi"), str(page)


def test_figures_say_that_they_are_samples(pages):
    """A table, chart or scoreboard that is copied or printed alone still says it."""
    for page in pages:
        words = page.edition.words(page.language)
        for table in page.document.all("table"):
            if "csv" in table.classes:
                continue
            caption = table.first("caption").text()
            assert words["sample"] in caption or words["published"] in caption, \
                f"{page}: {caption}"
        for figure in page.document.all("figure"):
            if "chart" in figure.classes:
                assert words["sample"] in figure.first("figcaption").text(), str(page)
                assert words["sample"] in [text.text() for text in figure.all("text")], str(page)
        for block in page.document.all("div"):
            if {"scoreboard", "now"} & set(block.classes):
                assert words["sample"] in block.text(), f"{page}: {block.classes}"


def test_downloads_say_that_they_are_samples(explicit):
    for edition in explicit:
        for file in sorted((edition.folder / "data").glob("*.csv")):
            rows = file.read_text(encoding="utf-8").splitlines()[1:]
            assert rows and all("Số liệu minh họa" in row for row in rows), f"{edition}: {file.name}"


def test_only_officials_pages_say_internal_and_only_public_pages_call_and_exit(pages):
    for page in pages:
        classes = {name for node in page.document.walk() for name in node.classes}
        public = page.edition.is_public
        assert ("bar" in classes) == ("bar-exit" in classes) == public, str(page)
        assert ("internal-strip" in classes) == (not public), str(page)
        # The way out, and the search on its own page.
        scripts = int(public) + int(page.kind == "search")
        assert len(page.document.all("script")) == scripts, str(page)


def test_pages_are_small(own):
    for edition in own:
        for page in edition.pages:
            raw = page.file.read_bytes()
            if page.kind in ("home", "content") and not page.document.all("table"):
                assert len(raw) <= 24 * KB, f"{page}: {len(raw)} bytes"
            # Pages with tables of data are long and repeat themselves: what counts is the wire.
            assert len(gzip.compress(raw)) <= 8 * KB, f"{page}: {len(gzip.compress(raw))} on the wire"
        style = next((edition.folder / "assets").glob("style*.css")).read_bytes()
        assert len(gzip.compress(style)) <= 12 * KB
        scripts = [path.stat().st_size for path in (edition.folder / "assets").glob("*.js")]
        assert sum(scripts) <= 10 * KB


@pytest.mark.parametrize("site", SITES)
def test_frictionless_accepts_the_package(site):
    command = [Path(sys.executable).parent / "frictionless", "validate", "datapackage.yaml"]
    run = subprocess.run(
        command + ["--json"], cwd=SITES[site] / "seeds", capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    report = json.loads(run.stdout)
    assert report["valid"] and report["stats"]["tasks"] > 0


def test_pages_name_no_place_of_the_machine(explicit):
    """Nothing that a build leaves behind says where it was made."""
    for edition in explicit:
        for file in edition.folder.rglob("*"):
            if file.is_file():
                assert str(edition.source).encode() not in file.read_bytes(), str(file)


def test_external_links_send_no_referrer(pages):
    for page in pages:
        for link in page.document.all("a"):
            if re.match(r"https?:", link.get("href") or ""):
                assert "noreferrer" in (link.get("rel") or ""), f"{page}: {link.get('href')}"
