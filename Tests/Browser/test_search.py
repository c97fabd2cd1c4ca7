"""The search: found with and without accents, by typing errors, without a script, and nothing secret."""

import gzip
import html
import json
import re
import shutil

import pytest
from playwright.sync_api import expect

from browsing import axe_violations, sideways, tab_stops, watch, window
from sites import Edition

PAGE = "tim-kiem/index.html"
KB = 1024


def searched(tab, words):
    """Titles and sentences that are found, with `<mark>`."""
    tab.locator("#query").fill(words)
    tab.locator("#query").press("Enter")
    expect(tab.locator("#found")).not_to_have_text(re.compile("^$|…$"))
    return [item.evaluate("e => e.innerHTML") for item in tab.locator("#results li").all()]


@pytest.fixture
def tab(browser, own):
    with window(browser, 360) as tab:
        complaints = watch(tab)
        tab.goto(own[0].page(PAGE).url)
        yield tab
        assert complaints == []


def index_of(edition: Edition, language="vi"):
    return next((edition.folder / "assets").glob(f"search-{language}.*"))


def texts_of(edition: Edition, language="vi"):
    """Every page's text in the index, line by line."""
    pages = []
    for file in sorted(index_of(edition, language).glob("t*.js")):
        script = file.read_text(encoding="utf-8")
        pages += json.loads(re.fullmatch(r"searchIndex\.t\d+=(\[.*\]);\n", script, re.S).group(1))
    return [page.split("\n") for page in pages]


@pytest.mark.parametrize("typed", ["viec nhe luong cao", "VIỆC NHẸ, LƯƠNG CAO", "việc nhẹ lương cao"])
def test_accents_may_be_left_out(tab, typed):
    first = searched(tab, typed)[0]
    assert "viec-nhe-luong-cao/index.html" in first
    assert "<mark>" in first.split("<p>")[1], "no sentence is marked"


def test_results_lead_to_pages(tab, own):
    searched(tab, "luong cao")
    link = tab.locator("#results a").first
    title = link.inner_text()
    link.click()
    assert tab.locator("h1").inner_text() == title


def test_the_matched_sentence_is_marked_and_words_in_a_row_as_one(tab):
    for item in searched(tab, "luong cao"):
        assert re.search(r"<mark>lương cao</mark>", item, re.I), item
    style = tab.locator("#results mark").first.evaluate(
        "e => [getComputedStyle(e).fontWeight, getComputedStyle(e).textDecorationLine]")
    assert style == ["700", "underline"]


def test_the_tone_may_stand_on_either_letter(tab):
    assert searched(tab, "hòa nhập") == searched(tab, "hoà nhập") != []


def test_exact_accents_come_first(tab):
    exact = [bool(re.search("<mark>lương</mark>", item, re.I)) for item in searched(tab, "lương")]
    assert exact == sorted(exact, reverse=True) and True in exact and False in exact, exact
    for item in searched(tab, "lượng"):
        assert not re.search("<mark>lương</mark>", item, re.I), "a tone that was typed is left out"
    assert searched(tab, "lướng") != [], "a wrong tone finds nothing"


@pytest.mark.parametrize("typed", ["nguio", "ngưởi", "ngyoi", "nguoii"])
def test_a_typing_error_of_one_letter_is_forgiven(tab, typed):
    found = searched(tab, typed)
    assert any(re.search("<mark>người</mark>", item, re.I) for item in found)


def test_all_words_must_match_and_the_count_says_how_many(tab, own):
    words = own[0].words("vi")
    assert searched(tab, "luong qqqqq") == []
    assert tab.locator("#found").inner_text() == words["searchNone"]
    assert tab.locator("#found").get_attribute("role") == "status"
    found = searched(tab, "luong cao")
    expected = words["searchFound"].replace("{count}", str(len(found)))
    assert tab.locator("#found").inner_text() == expected
    tab.locator("#query").fill("")
    assert tab.locator("#results").is_hidden() and tab.locator("#found").inner_text() == ""


def test_the_keyboard_is_enough(tab):
    for _ in range(30):
        if tab_stops(tab, 1) == ["query"]:
            break
    tab.keyboard.type("luong cao")
    tab.keyboard.press("Enter")
    expect(tab.locator("#results a").first).to_be_visible()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => document.activeElement.closest('#results') !== null")
    tab.keyboard.press("Enter")
    expect(tab.locator("#query")).to_have_count(0)
    assert tab.locator("h1").inner_text()


def test_what_was_typed_stands_nowhere(tab):
    before = tab.evaluate("() => [location.href, history.length]")
    searched(tab, "luong cao")
    assert tab.evaluate("() => [location.href, history.length]") == before
    assert tab.evaluate("() => [document.cookie, localStorage.length, sessionStorage.length]") \
        == ["", 0, 0]
    assert tab.locator("#query").get_attribute("name") is None
    assert tab.locator("#query").get_attribute("autocomplete") == "off"


def test_without_javascript_the_list_is_the_page(browser, explicit):
    for edition in explicit:
        with window(browser, 360, java_script_enabled=False) as tab:
            tab.goto(edition.page(PAGE).url)
            assert tab.locator("form").is_hidden()
            listed = [page for page in edition.pages if page.kind and page.language == "vi"
                      and page.path not in (PAGE, "404.html")]
            pages = tab.locator(".a-z a:not([href*='#term-']):visible")
            assert pages.count() == len(listed)
            # Terms stand among them where a page explains them all.
            terms = [node for page in listed if page.document.all("dl") for node in page.document.all("dt")
                     if (node.get("id") or "").startswith("term-") and "tu-ngu/" in page.path]
            assert tab.locator(".a-z a[href*='#term-']:visible").count() == len(terms)
            letters = tab.locator("#all h3").all_inner_texts()
            alphabet = "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"
            places = [alphabet.find(letter) for letter in letters]
            assert places == sorted(places) and len(set(places)) == len(places), letters


def test_the_index_is_loaded_at_first_use_and_only_the_parts_that_are_needed(browser, own):
    with window(browser) as tab:
        loaded = []
        tab.on("request", lambda request: loaded.append(request.url))
        tab.goto(own[0].page(PAGE).url)
        assert [url for url in loaded if "/assets/search-" in url] == []
        tab.locator("#query").focus()
        expect(tab.locator("head script[src$='main.js']")).to_have_count(1)
        searched(tab, "zzzzzz")
        assert [url for url in loaded if re.search(r"/t\d+\.js$", url)] == []
        searched(tab, "luong cao")
        assert [url for url in loaded if re.search(r"/t\d+\.js$", url)] != []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_in_results(browser, own, width):
    for edition in own:
        with window(browser, width) as tab:
            for scheme in ("light", "dark"):
                tab.emulate_media(color_scheme=scheme)
                tab.goto(edition.page(PAGE).url)
                assert searched(tab, "nguoi")
                assert axe_violations(tab) == []
                assert sideways(tab) is None


def test_the_browser_makes_the_same_keys_as_the_program(browser, explicit):
    """Every word of every page, and every letter: what is typed meets what was written."""
    for edition in explicit:
        with window(browser) as tab:
            tab.goto(edition.page(PAGE).url)
            main = (index_of(edition) / "main.js").read_text(encoding="utf-8")
            text = "\n".join("\n".join(page[1:]) for page in texts_of(edition))
            known, made = tab.evaluate(
                r"""([vocabulary, text]) => {
                  const known = new Set();
                  let last = "";
                  vocabulary.replace(/([A-Z])([^A-Z,]*),([^A-Z]*)/g, (all, n, rest, marks) => {
                    last = last.slice(0, n.charCodeAt(0) - 65) + rest;
                    marks.split(",").forEach(m => known.add(last + "," + m));
                  });
                  const made = new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu).map(word => {
                    const key = searchIndex.key(word);
                    return key.letters + "," + key.marks;
                  }));
                  return [[...known].sort(), [...made].sort()];
                }""", [re.search(r'words:("(?:[^"\\]|\\.)*")', main).group(1)[1:-1], text])
            assert known == made and len(known) > 100


def test_the_index_is_small(everything):
    for edition in everything:
        for language in ("vi", "en"):
            if edition.site != "own" and language == "en":
                continue
            folder = index_of(edition, language)
            pages = max(100, len(texts_of(edition, language)))
            words = [gzip.compress(file.read_bytes()) for file in folder.glob("[mw]*.js")]
            assert sum(map(len, words)) <= 25 * KB * pages / 100
            assert all(file.stat().st_size <= 220_000 for file in folder.glob("*.js"))


def untold(edition: Edition) -> list[str]:
    """Words and numbers of the index that its own page doesn't hold (the head has the lead)."""
    findings = []
    for address, *lines in texts_of(edition):
        page = edition.page(address + "index.html")
        shown = html.unescape(page.file.read_text(encoding="utf-8"))
        findings += [f"{page}: {word}" for line in lines for word in re.findall(r"\w+", line)
                     if word not in shown]
    return findings


def test_the_index_says_nothing_that_its_page_does_not(explicit):
    assert [finding for edition in explicit for finding in untold(edition)] == []


def test_pages_of_officials_are_only_in_their_own_index(built):
    for public, officials in built.values():
        known = {page[0] for page in texts_of(public)}
        own = {page[0] for page in texts_of(officials)} - known
        assert own, "no page is for officials alone: nothing was tried"
        assert known == {
            page.path.removesuffix("index.html") for page in public.pages
            if page.kind not in ("", "search", "not-found") and page.language == "vi"}


def test_a_number_that_no_page_shows_is_found_in_an_index(built, tmp_path):
    edition = built[("own", "explicit")][0]
    copy = Edition(edition.site, edition.name, tmp_path / "public", edition.source)
    shutil.copytree(edition.folder, copy.folder)
    assert untold(copy) == []
    part = index_of(copy) / "t0.js"
    part.write_text(part.read_text(encoding="utf-8").replace('"];', '\\nCó 98765 người."];'),
                    encoding="utf-8")
    assert any("98765" in finding for finding in untold(copy))
