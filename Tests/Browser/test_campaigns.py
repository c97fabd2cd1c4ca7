"""Campaigns: a poster that prints on one sheet and leads to help, a banner within its days."""

import re
import subprocess
from pathlib import Path

import pytest

from browsing import axe_violations, codes, narrow_words, printed, sideways, window
from sites import REPOSITORY, Edition, start_build

A4 = (210, 297)


@pytest.fixture(scope="session")
def posters(own):
    found = [page for page in own[0].pages if page.kind == "poster"]
    assert found
    return found


def address(page) -> str:
    nodes = page.document.walk()
    return next(node for node in nodes if "sheet-address" in node.classes).text()


def test_a_poster_is_one_sheet(browser, posters):
    for scheme in ("light", "dark"):
        with window(browser, 360, color_scheme=scheme) as tab:
            for page in posters:
                tab.goto(page.url)
                assert printed(tab) == [A4], f"{page} {scheme}"


def test_its_longest_words_fit_that_sheet(browser, posters):
    # As long as `seeds/registries/campaigns.yaml` may have them, in wide letters.
    words = {"title": "Nghe mời làm xa? Mình nên hỏi người nhà đã nhé.",
             "lead": "Những nơi mời gọi việc nhẹ mà lương cao thường không có hợp đồng, "
                     "nên mình hãy dừng lại đã nhé.",
             "point": "Mình biết rõ nơi mình đến và người mời mình đi."}
    assert {name: len(text) for name, text in words.items()} == {
        "title": 47, "lead": 95, "point": 47}
    with window(browser) as tab:
        tab.goto(posters[0].url)
        tab.evaluate(
            """words => {
              const title = document.querySelector(".sheet h1");
              title.className = "long";
              title.innerHTML = words.title.split("? ").map(
                (line, i) => `<span>${line}${i ? "" : "?"}</span>`).join(" ");
              document.querySelector(".sheet-lead").textContent = words.lead;
              document.querySelector(".sheet .checklist").innerHTML =
                `<li>${words.point}</li>`.repeat(4);
              document.querySelector(".sheet-foot").innerHTML =
                `<span>${words.lead}</span><span>${words.lead}</span>`;
            }""", words)
        assert printed(tab) == [A4]
        tab.emulate_media(media="print")
        tab.set_viewport_size({"width": 658, "height": 1123})  # 174 mm between the margins
        sheet = tab.locator(".sheet").evaluate(
            "sheet => [sheet.scrollHeight, sheet.clientHeight]")
        assert sheet[0] <= sheet[1], "its words are taller than the sheet"


def test_the_sheet_has_the_poster_alone(browser, posters):
    with window(browser, 794) as tab:
        tab.emulate_media(media="print")
        for page in posters:
            tab.goto(page.url)
            assert codes(tab, ".sheet") == [address(page)], f"{page}, printed"
            for part in (".bar", ".masthead", "footer", ".crumbs", ".sheet-hint"):
                assert not tab.locator(part).is_visible(), f"{page}: {part}"
            # It has no figures: beside a number to call, “not real” would be misread.
            assert not tab.locator(".sample-strip").is_visible()
            millimetres = tab.locator(".qr").bounding_box()["width"] / 96 * 25.4
            assert millimetres >= 32, f"{page}: the code is {millimetres} mm wide"
            points = tab.locator(".sheet-number").evaluate(
                "n => parseFloat(getComputedStyle(n.firstChild).fontSize)") * 0.75
            assert points >= 72, f"{page}: the number is set in {points} points"


@pytest.mark.parametrize("look", [
    {"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"},
    {"forced_colors": "active", "color_scheme": "dark"},
])
@pytest.mark.parametrize("width", [320, 1280])
def test_its_code_leads_to_help(browser, posters, own, look, width):
    base = re.search(r"(?m)^baseURL: *(\S+)", (own[0].source / "site.yaml").read_text()).group(1)
    with window(browser, width, **look) as tab:
        for page in posters:
            tab.goto(page.url)
            assert codes(tab) == [address(page)], f"{page} {look}"
            # The address is that of a page of the edition, which the words beside it open.
            path = address(page).removeprefix(base)
            assert (own[0].folder / path).is_file(), path
            tab.locator(".sheet-address a").click()
            assert tab.url == (own[0].folder / path).as_uri()
            assert tab.locator("a[href='tel:111']").count() > 0


def test_its_code_is_told_to_those_who_do_not_see_it(browser, posters):
    with window(browser) as tab:
        for page in posters:
            tab.goto(page.url)
            assert tab.get_by_role("img", name=address(page)).count() == 1


@pytest.fixture(scope="session")
def in_the_peak(request, tmp_path_factory) -> Edition:
    """The example site as it is built within the peak of 2025."""
    program = Path(request.config.getoption("--minhbach")).resolve()
    into = tmp_path_factory.mktemp("peak")
    said, _ = start_build(program, "example", "explicit", into).communicate()
    copy = into / "example-explicit"
    again = subprocess.run(
        [program, "build", "--site", copy, "--as-of", "2025-09-30", "--lang", "en"],
        capture_output=True, text=True)
    assert again.returncode == 0, said + again.stderr
    return Edition("example", "public", copy / "output" / "public", REPOSITORY)


def test_the_banner_stands_below_help_within_the_peak(browser, in_the_peak, explicit):
    for edition in explicit:
        home = edition.page("index.html").document
        assert not any("banner" in node.classes for node in home.walk()), str(edition)
    for width in (320, 1280):
        for scheme in ("light", "dark"):
            with window(browser, width, color_scheme=scheme) as tab:
                tab.goto(in_the_peak.page("index.html").url)
                panel = tab.locator(".help-panel").bounding_box()
                banner = tab.locator(".banner").bounding_box()
                assert banner["y"] >= panel["y"] + panel["height"]
                assert axe_violations(tab) == [] and sideways(tab) is None
                assert narrow_words(tab) == []
                tab.locator(".banner a").click()
                assert tab.url.endswith("/2025/index.html")
                assert tab.locator("h1").is_visible()
