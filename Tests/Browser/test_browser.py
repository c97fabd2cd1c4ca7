"""In Chromium: nothing complains, nothing leaves, everybody can use it."""

import pytest

from browsing import (
    axe_violations, clipped_chart_text, foreign, narrow_words, sideways, smallest_chart_text,
    tab_stops, watch, window,
)
from sites import one_of_each_kind


def test_every_page_opens_from_a_file_without_a_complaint(browser, explicit):
    for edition in explicit:
        with window(browser) as tab:
            complaints = watch(tab)
            requests = foreign(tab, edition.folder.as_uri() + "/")
            for page in edition.pages:
                # Only a host serves this one, at any depth.
                if page.path == "404.html":
                    continue
                tab.goto(page.url)
                assert (complaints, requests, tab.outside) == ([], [], []), str(page)


def test_every_kind_of_page_opens_on_a_host(browser, served):
    for edition, address in served:
        with window(browser) as tab:
            complaints, requests = watch(tab), foreign(tab, address)
            for page in one_of_each_kind(edition.pages):
                answer = tab.goto(address + page.path.removesuffix("index.html"))
                assert answer.status == 200
                assert (complaints, requests, tab.outside) == ([], [], []), str(page)


def test_a_lost_reader_finds_help_at_any_depth(browser, served):
    for edition, address in served:
        with window(browser) as tab:
            failed = []
            tab.on("requestfailed", lambda request: failed.append(request.url))
            answer = tab.goto(address + "khong/co/trang/nay/")
            assert answer.status == 404 and failed == []
            assert tab.locator("h1").inner_text()
            style = tab.evaluate("() => getComputedStyle(document.body).marginTop")
            assert style == "0px", "the stylesheet is not found at this depth"
            assert axe_violations(tab) == []
            if edition.is_public:
                assert tab.locator("#exit").bounding_box()["height"] >= 44
                assert tab.evaluate("() => getComputedStyle(document.querySelector('.bar')).position") \
                    == "sticky"
            links = tab.locator("main a[href]:not([href^='tel:']):not([href^='#'])")
            first = links.first.get_attribute("href")
            links.first.click()
            assert tab.url.startswith(address) and "khong/co" not in tab.url, first


def test_without_javascript_nothing_is_missing(browser, kinds):
    seen = []
    for javascript in (True, False):
        with window(browser, java_script_enabled=javascript) as tab:
            for page in kinds:
                tab.goto(page.url)
                assert tab.locator("main").is_visible(), str(page)
                links = tab.locator("a[href]:visible").count()
                text = tab.locator("#all" if page.kind == "search" else "main").inner_text()
                seen.append((str(page), links, text))
                if page.edition.is_public:
                    assert tab.locator("a.bar-exit").get_attribute("href").startswith("https://")
    assert seen[:len(kinds)] == seen[len(kinds):]


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_light_or_dark(browser, kinds, width):
    findings = []
    with window(browser, width) as tab:
        for page in kinds:
            tab.emulate_media(color_scheme="light")
            tab.goto(page.url)
            findings += [f"{page}: {finding}" for finding in axe_violations(tab)]
            light = tab.evaluate("() => getComputedStyle(document.body).backgroundColor")
            # The dark page is the light one in other colours.
            tab.emulate_media(color_scheme="dark")
            assert tab.evaluate("() => getComputedStyle(document.body).backgroundColor") != light
            found = axe_violations(tab, only_colours=True)
            findings += [f"{page}, dark: {finding}" for finding in found]
    assert findings == []


@pytest.mark.parametrize("width", [320, 360, 700, 1024, 1280])
def test_no_page_scrolls_sideways(browser, kinds, width):
    with window(browser, width) as tab:
        for page in kinds:
            tab.goto(page.url)
            assert sideways(tab) is None, str(page)
            assert narrow_words(tab) == [], str(page)


def test_text_of_double_size_fits_a_phone(large_text_browser, kinds):
    with window(large_text_browser, 360) as tab:
        for page in kinds:
            tab.goto(page.url)
            size = tab.evaluate("() => getComputedStyle(document.documentElement).fontSize")
            assert size == "32px", "the browser doesn't give larger text: nothing was tried"
            assert sideways(tab) is None, str(page)


def test_charts_are_legible_on_a_phone(browser, pages):
    drawn = [page for page in pages if page.document.all("text")]
    assert drawn
    for width in (320, 360, 1280):
        with window(browser, width) as tab:
            for page in drawn:
                tab.goto(page.url)
                assert smallest_chart_text(tab) >= (9.5 if width >= 360 else 9), f"{page} {width}"
                assert clipped_chart_text(tab) == [], f"{page} {width}"


def test_labels_are_seen(browser, kinds):
    for width in (360, 1280):
        with window(browser, width) as tab:
            for page in kinds:
                tab.goto(page.url)
                words = page.edition.words(page.language)
                strip = tab.locator(".sample-strip")
                assert words["sample"] in strip.inner_text() and strip.is_visible(), str(page)
                tags = tab.locator("main .tag")
                assert tags.count() == tab.locator("main .tag:visible").count(), str(page)
                if not page.edition.is_public:
                    strip = tab.locator(".internal-strip")
                    assert words["internal"] in strip.inner_text(), str(page)
                    tab.evaluate("() => scrollTo(0, document.body.scrollHeight)")
                    box = strip.bounding_box()
                    assert box["y"] >= 0 and box["y"] < 10, f"{page}: the strip scrolls away"


def test_labels_are_printed(browser, kinds):
    with window(browser, 794) as tab:
        tab.emulate_media(media="print")
        for page in kinds:
            tab.goto(page.url)
            # A poster has no figures.
            is_said = tab.locator(".sample-strip").is_visible()
            assert is_said == (page.kind != "poster"), str(page)
            assert tab.locator(".bar:visible").count() == 0, str(page)
            if not page.edition.is_public:
                assert tab.locator(".internal-strip").is_visible(), str(page)


def test_the_way_in_and_the_way_out_come_first(browser, kinds):
    with window(browser, 360) as tab:
        for page in kinds:
            tab.goto(page.url)
            stops = tab_stops(tab, 5)
            assert stops[0] == "skip", f"{page}: {stops}"
            assert not page.edition.is_public or "exit" in stops, f"{page}: {stops}"
    with window(browser, 360) as tab:
        tab.goto(kinds[0].url)
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        assert tab.evaluate("() => document.activeElement.id") == "main"


def test_the_bar_is_large_and_stays(browser, kinds):
    for width in (320, 1280):
        with window(browser, width) as tab:
            for page in kinds:
                if not page.edition.is_public:
                    continue
                tab.goto(page.url)
                tab.evaluate("() => scrollTo(0, document.body.scrollHeight)")
                for link in tab.locator(".bar a").all():
                    box = link.bounding_box()
                    assert box["height"] >= 44 and box["width"] >= 44, f"{page}: {box}"
                    assert 0 <= box["y"] <= 60, f"{page}: the bar scrolls away"
                assert tab.evaluate(
                    """() => {
                      const box = document.getElementById("exit").getBoundingClientRect();
                      const top = document.elementFromPoint(
                        box.left + box.width / 2, box.top + box.height / 2);
                      return !!top.closest("#exit");
                    }"""), f"{page}: something lies over the way out"


@pytest.fixture
def reader(browser, own):
    """Somebody who came from the home page to a page of help; the way out leads to a stub."""
    public = own[0]
    with window(browser, 360) as tab:
        tab.context.route(
            "https://**", lambda route: route.fulfill(
                body="<title>elsewhere</title>", content_type="text/html"))
        tab.goto(public.page("index.html").url)
        tab.goto(public.page("khi-gap-nan/index.html").url)
        yield tab


def _has_left(tab):
    tab.wait_for_url("https://**")
    assert tab.title() == "elsewhere"
    tab.go_back()
    assert "khi-gap-nan" not in tab.url, "Back returns to the page that was left"


def test_a_click_leaves_for_good(reader):
    reader.locator("#exit").click()
    _has_left(reader)


def test_shift_three_times_leaves_for_good(reader):
    for _ in range(3):
        assert reader.url.startswith("file:")
        reader.keyboard.press("Shift")
    _has_left(reader)


def test_shift_while_typing_does_not_leave(reader):
    for key in ("Shift", "Shift", "a", "Shift"):
        reader.keyboard.press(key)
    reader.wait_for_timeout(200)
    assert reader.url.startswith("file:")


def test_without_javascript_the_way_out_is_a_link(browser, own):
    with window(browser, 360, java_script_enabled=False) as tab:
        tab.context.route(
            "https://**", lambda route: route.fulfill(
                body="<title>elsewhere</title>", content_type="text/html"))
        tab.goto(own[0].page("khi-gap-nan/index.html").url)
        tab.locator("#exit").click()
        tab.wait_for_url("https://**")
