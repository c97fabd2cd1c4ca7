"""Readers set their own spacing, size, colours and rest, print, or have no mouse."""

import re

import pytest

from browsing import narrow_words, sideways, window
from reading import (
    SPACING, cut_off, hidden_focus, layout_shift, moving, table_parts, unseen_in_forced_colours,
)


@pytest.mark.parametrize("width", [360, 1280])
def test_wider_spacing_cuts_nothing_off(browser, kinds, width):
    with window(browser, width, bypass_csp=True) as tab:
        for page in kinds:
            tab.goto(page.url)
            tab.add_style_tag(content=SPACING)
            assert sideways(tab) is None, str(page)
            assert cut_off(tab) == [], str(page)


def test_zoom_of_200_percent_loses_nothing(browser, kinds):
    """A window of 1280 px at 200 % has the room of 640 px."""
    with window(browser, 640, device_scale_factor=2) as tab:
        for page in kinds:
            tab.goto(page.url)
            assert sideways(tab) is None, str(page)
            assert narrow_words(tab) == [], str(page)
            assert cut_off(tab) == [], str(page)


def test_forced_colours_hide_nothing(browser, kinds):
    with window(browser, forced_colors="active") as tab:
        for page in kinds:
            tab.goto(page.url)
            assert tab.evaluate("() => matchMedia('(forced-colors: active)').matches")
            assert unseen_in_forced_colours(tab) == [], str(page)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_the_keyboard_is_enough_and_its_place_is_seen(browser, kinds, width, scheme):
    with window(browser, width, color_scheme=scheme) as tab:
        for page in kinds:
            tab.goto(page.url)
            assert hidden_focus(tab) == [], str(page)


def test_who_asks_for_rest_gets_it(browser, kinds):
    with window(browser, reduced_motion="reduce") as tab:
        for page in kinds:
            tab.goto(page.url)
            assert moving(tab) == [], str(page)


def test_nothing_shifts_while_a_page_loads(browser, kinds):
    for width in (360, 1280):
        with window(browser, width) as tab:
            for page in kinds:
                assert layout_shift(tab, page.url) <= 0.02, f"{page} {width}"


def test_tables_stay_tables_on_phones(browser, kinds):
    """Cards and folded heads are for the eye: what is heard is the same table."""
    shown = [page for page in kinds if page.document.all("table")]
    assert shown
    heard = []
    for width in (320, 1280):
        with window(browser, width) as tab:
            for page in shown:
                tab.goto(page.url)
                heard.append(table_parts(tab))
                assert heard[-1]["rowheader"] and heard[-1]["columnheader"], str(page)
    assert heard[:len(shown)] == heard[len(shown):]


def _printed_pages(tab) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", tab.pdf(prefer_css_page_size=True)))


def test_checklists_fit_a_sheet(browser, own):
    """The pages that staff print and hand out."""
    with window(browser) as tab:
        for path in ("dau-hieu", "di-lam-an-toan"):
            tab.goto(own[0].page(f"{path}/index.html").url)
            assert _printed_pages(tab) == 1, path


def test_every_kind_of_page_prints(browser, kinds):
    with window(browser) as tab:
        for page in kinds:
            tab.goto(page.url)
            assert 1 <= _printed_pages(tab) <= 8, str(page)


@pytest.mark.parametrize(("broken", "check"), [
    ("main p { height: 1em; overflow: hidden }", cut_off),
    ("a:focus, a:focus-visible { outline: none !important }", hidden_focus),
    (".contents summary:focus-visible { color: #83cfe0 !important }", hidden_focus),
    (".bar { height: 60vh !important } html { scroll-padding: 0 !important }", hidden_focus),
    ("a { transition: color 1s }", moving),
])
def test_a_broken_page_is_found(browser, own, broken, check):
    page = own[0].page("thu-doan/viec-nhe-luong-cao/index.html")
    with window(browser, 360, bypass_csp=True) as tab:
        tab.goto(page.url)
        assert check(tab) == []
        tab.add_style_tag(content=broken)
        assert check(tab) != []


def test_what_forced_colours_hide_is_found(browser, own):
    page = own[0].page("ke-hoach/index.html")
    with window(browser, forced_colors="active", bypass_csp=True) as tab:
        tab.goto(page.url)
        assert unseen_in_forced_colours(tab) == []
        tab.add_style_tag(
            content=".shape { forced-color-adjust: none; fill: none; color: Canvas; stroke: none }")
        assert unseen_in_forced_colours(tab) != []


def test_words_in_the_colour_of_the_paper_are_found(browser, own):
    page = own[0].page("tim-kiem/index.html")
    with window(browser, forced_colors="active", bypass_csp=True) as tab:
        tab.goto(page.url)
        assert unseen_in_forced_colours(tab) == []
        tab.add_style_tag(content=".query button { background: LinkText; color: Canvas }")
        assert unseen_in_forced_colours(tab) == ["BUTTON null"]


def test_a_shift_is_found(browser, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<p style='height: 300px; background: red'>a</p><script>setTimeout(() => { const box = document.createElement('div');"
        "box.style.height = '300px'; document.body.prepend(box); }, 50)</script>")
    with window(browser) as tab:
        assert layout_shift(tab, page.as_uri()) > 0.02
