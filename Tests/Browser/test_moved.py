"""Pages at former addresses: they lead on, and whoever is kept there can leave."""

import shutil

import pytest

from browsing import axe_violations, foreign, sideways, tab_stops, watch, window
from links import broken_links
from nu import faults
from sites import REPOSITORY, Page, editions, start_build

PAGE = """---
title: Trang mới
aliases: [cu/rat-cu]
---
Một đoạn.
"""
REFRESH = '<meta http-equiv="refresh" content="0; url=../../moi/index.html">\n'


@pytest.fixture(scope="module")
def moved(request, tmp_path_factory):
    """The page at a former address in both editions: (as it is, one that doesn't lead on)."""
    into = tmp_path_factory.mktemp("moved")
    source = into / "source"
    shutil.copytree(REPOSITORY / "Tests" / "Fixtures" / "example-site", source)
    (source / "content" / "vi" / "moi.md").write_text(PAGE, encoding="utf-8")
    build = start_build(request.config.getoption("--minhbach"), "moved", "explicit", into, source)
    said, _ = build.communicate()
    assert build.returncode == 0, said
    pairs = []
    for edition in editions("moved", "explicit", into):
        assert broken_links(edition) == []
        page = edition.page("cu/rat-cu/index.html")
        html = page.file.read_text(encoding="utf-8")
        assert html.count(REFRESH) == 1
        still = page.file.with_name("still.html")
        still.write_text(html.replace(REFRESH, ""), encoding="utf-8")
        pairs.append((page, Page(edition, "cu/rat-cu/still.html")))
    return pairs


def test_they_lead_on_with_and_without_javascript(browser, moved):
    for javascript in (True, False):
        with window(browser, java_script_enabled=javascript) as tab:
            for page, _ in moved:
                tab.goto(page.url)
                tab.wait_for_url("**/moi/index.html")
                assert tab.locator("h1").inner_text() == "Trang mới"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_reader_who_stays_can_leave(browser, moved, width):
    for _, still in moved:
        with window(browser, width) as tab:
            complaints = watch(tab)
            requests = foreign(tab, still.edition.folder.as_uri() + "/")
            tab.goto(still.url)
            assert (complaints, requests) == ([], [])
            assert axe_violations(tab) == [] and sideways(tab) is None
            assert tab.locator("main a").get_attribute("href") == "../../moi/index.html"
            if not still.edition.is_public:
                assert tab.locator(".internal-strip").is_visible()
                assert tab.locator("#exit").count() == 0
                continue
            box = tab.locator("#exit").bounding_box()
            assert box["height"] >= 44 and box["width"] >= 44 and 0 <= box["y"] <= 60
            assert "exit" in tab_stops(tab, 5)


def test_shift_three_times_leaves(browser, moved):
    with window(browser, 360) as tab:
        tab.context.route(
            "https://**", lambda route: route.fulfill(
                body="<title>elsewhere</title>", content_type="text/html"))
        tab.goto(moved[0][1].url)
        for _ in range(3):
            tab.keyboard.press("Shift")
        tab.wait_for_url("https://**")


def test_the_nu_checker_finds_no_error(moved):
    assert faults([page.file for page, _ in moved], "html") == []
