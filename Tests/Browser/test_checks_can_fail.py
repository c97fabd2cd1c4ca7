"""Pages broken on purpose: each check finds what was done to them."""

import re
import shutil

import pytest

from browsing import (
    axe_violations, clipped_chart_text, codes, foreign, headings, narrow_words, printed, sideways,
    smallest_chart_text, watch, window,
)
from leaks import leaks
from links import broken_links, unreached_pages
from sites import Edition
from table_numbers import differing_numbers

HOME, TABLE = "index.html", "bang-so-lieu/tiep-nhan-theo-gioi-tuoi/index.html"


@pytest.fixture
def copy(built, tmp_path):
    """A copy of the example site's public edition, to be broken."""
    edition = built[("example", "explicit")][0]
    folder = tmp_path / "public"
    shutil.copytree(edition.folder, folder)
    return Edition(edition.site, edition.name, folder, edition.source)


def change(edition: Edition, path: str, pattern: str, by: str):
    file = edition.folder / path
    text, count = re.subn(pattern, by, file.read_text(encoding="utf-8"), count=1)
    assert count == 1, f"nothing in {path} is like {pattern}"
    file.write_text(text, encoding="utf-8")
    edition.__dict__.pop("pages", None)  # read again


@pytest.mark.parametrize("link", [
    '<a href="nowhere/index.html">x</a>', '<a href="#nowhere">x</a>',
    '<a href="bang-so-lieu/index.html#nowhere">x</a>', '<a href="bang-so-lieu/">x</a>',
    '<a href="/index.html">x</a>', '<a href="../officials/index.html">x</a>',
    '<img src="nothing.png" alt="">', '<a href="javascript:x">x</a>',
    '<picture><source type="image/webp" srcset="nothing.webp 360w"></picture>',
])
def test_broken_links_are_found(copy, link):
    assert broken_links(copy) == []
    change(copy, HOME, "</main>", f"{link}</main>")
    assert len(broken_links(copy)) == 1


def test_a_page_that_nothing_leads_to_is_found(copy):
    lost = copy.folder / "lost"
    shutil.copytree(copy.folder / "bang-so-lieu" / "tiep-nhan-theo-gioi-tuoi", lost)
    assert unreached_pages(copy) == [f"{copy}/lost/index.html"]


@pytest.mark.parametrize("pattern, by", [
    (r">106<", ">107<"),
    (r">106<", '><span aria-hidden="true">[c]</span><span class="vh">bảo mật</span><'),
    (r'<span aria-hidden="true">\[c\]</span>', '<span aria-hidden="true">3</span>'),
    (r">106<", '>106<span class="mark">[p]</span><'),
    (r'<tr class="total">.*?</tr>', ""),
    (r'(scope="row"[^>]*>)Nữ<', r"\1Nam<"),
    (r'(<th scope="col"[^>]*>)Dưới 18', r"\1Trên 18"),
])
def test_a_number_that_differs_from_its_file_is_found(copy, pattern, by):
    assert differing_numbers(copy) == []
    change(copy, TABLE, pattern, by)
    assert differing_numbers(copy) != []


def test_interchanged_rows_of_a_file_are_no_fault_but_a_lost_one_is(copy):
    file = copy.folder / "data" / "tiep-nhan-theo-gioi-tuoi.csv"
    head, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(head + "".join(reversed(rows)), encoding="utf-8")
    assert differing_numbers(copy) == []
    file.write_text(head + "".join(rows[1:]), encoding="utf-8")
    assert differing_numbers(copy) != []


def test_a_word_of_officials_in_public_is_found(copy, built):
    officials = built[("example", "explicit")][1]
    assert leaks(copy, officials) == []
    change(copy, HOME, "</main>", "tiep-nhan-theo-dia-ban</main>")
    assert leaks(copy, officials) == [f"{HOME}: “tiep-nhan-theo-dia-ban”"]


def test_headings_out_of_order_are_found(copy):
    change(copy, HOME, "</main>", "<h1>x</h1><h4>x</h4></main>")
    assert headings(copy.page(HOME)) == ["2 h1", "h4 after h1"]


@pytest.mark.parametrize("broken", [
    '<img src="assets/none.svg">', "<a href='#main'></a>",
    '<p class="broken">pale</p>',
])
def test_axe_finds_a_violation(browser, copy, broken):
    with window(browser) as tab:
        tab.goto(copy.page(HOME).url)
        assert axe_violations(tab) == axe_violations(tab, only_colours=True) == []
        tab.evaluate(
            """html => {
              document.querySelector("main").insertAdjacentHTML("beforeend", html);
              const pale = document.querySelector(".broken");
              if (pale) pale.style.color = "#ccc";
            }""", broken)
        assert axe_violations(tab) != []
        assert bool(axe_violations(tab, only_colours=True)) == ("pale" in broken)


@pytest.mark.parametrize("broken", [
    "<script>window.x = 1</script>", '<p style="color: red">x</p>',
    '<script src="assets/none.js"></script>', '<img src="https://example.org/x.png" alt="">',
])
def test_a_page_that_breaks_its_policy_is_found(browser, copy, broken):
    change(copy, HOME, "</main>", f"{broken}</main>")
    with window(browser) as tab:
        complaints = watch(tab)
        tab.goto(copy.page(HOME).url)
        assert complaints != []


def test_a_request_to_another_host_is_found(browser, copy):
    change(copy, HOME, '<meta http-equiv="Content-Security-Policy"[^>]*>', "")
    change(copy, HOME, "</main>", '<img src="https://example.org/x.png" alt=""></main>')
    with window(browser) as tab:
        requests = foreign(tab, copy.folder.as_uri() + "/")
        tab.goto(copy.page(HOME).url)
        assert requests == tab.outside == ["https://example.org/x.png"]


def test_a_page_that_is_too_wide_is_found(browser, copy):
    with window(browser, 320) as tab:
        tab.goto(copy.page(HOME).url)
        assert sideways(tab) is None
        tab.evaluate("() => document.querySelector('main p').style.width = '400px'")
        assert sideways(tab).startswith("4")


def test_squeezed_words_are_found(browser, copy):
    with window(browser, 1280) as tab:
        tab.goto(copy.page(HOME).url)
        assert narrow_words(tab) == []
        tab.evaluate("() => document.querySelector('main p').style.width = '30px'")
        assert narrow_words(tab) != []


def test_illegible_charts_are_found(browser, own):
    drawn = next(page for page in own[0].pages if page.document.all("text"))
    with window(browser, 360) as tab:
        tab.goto(drawn.url)
        assert clipped_chart_text(tab) == []
        tab.evaluate(
            """() => {
              const text = document.querySelector("svg.plot text");
              text.style.fontSize = "8px";
              const copy = text.cloneNode(true);
              text.parentNode.append(copy);
            }""")
        assert smallest_chart_text(tab) < 9.5
        assert clipped_chart_text(tab) != []


@pytest.fixture
def poster(browser, own):
    with window(browser, 1280) as tab:
        tab.goto(own[0].page("ngay-30-7/2026/ap-phich/index.html").url)
        yield tab


def test_a_poster_of_two_sheets_is_found(poster):
    assert len(printed(poster)) == 1
    poster.evaluate("() => document.querySelector('.sheet').style.height = '280mm'")
    assert len(printed(poster)) == 2


@pytest.mark.parametrize("broken", [
    # Painted over; too pale to be seen.
    "code => { code.querySelector('path').setAttribute('d', 'M4 4h30v20h-30z') }",
    "code => { code.querySelector('path').setAttribute('fill', '#eee') }",
])
def test_a_code_that_nobody_can_read_is_found(poster, broken):
    assert len(codes(poster)) == 1
    poster.locator(".qr").evaluate(broken)
    assert codes(poster) == []
