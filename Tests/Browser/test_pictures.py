"""Pictures as readers see them: the right way up, in the right shape, and nothing moves."""

import shutil
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest

from browsing import axe_violations, foreign, sideways, watch, window
from conftest import _Server
from links import broken_links
from nu import faults
from reading import layout_shift
from sites import REPOSITORY, editions, start_build

PAGE = """---
title: Ảnh
---
Đoạn thứ nhất.

![Một nửa xanh da trời, một nửa xanh lá](<Ảnh chụp/may-anh-nghieng.jpg> "Chú thích dưới ảnh")

Đoạn thứ hai, có ![ô đỏ và xanh](<Ảnh chụp/hai-mau.png>) trong câu.

```callout kind=note
![Lại ô đỏ và xanh](<Ảnh chụp/hai-mau.png>)
```
"""
UPRIGHT, WIDE = (720, 960), (720, 360)


@pytest.fixture(scope="module")
def public(request, tmp_path_factory):
    """The public edition of the example site, with a page of pictures."""
    into = tmp_path_factory.mktemp("pictures")
    source = into / "source"
    shutil.copytree(REPOSITORY / "Tests" / "Fixtures" / "example-site", source)
    content = source / "content" / "vi"
    shutil.copytree(REPOSITORY / "Tests" / "Fixtures" / "pictures", content / "Ảnh chụp")
    (content / "anh.md").write_text(PAGE, encoding="utf-8")
    program = request.config.getoption("--minhbach")
    build = start_build(program, "pictures", "explicit", into, source)
    said, _ = build.communicate()
    assert build.returncode == 0, said
    return editions("pictures", "explicit", into)[0]


@pytest.fixture
def page(public):
    return public.page("anh/index.html")


def pictures(tab) -> list[dict]:
    """Each picture once it has been scrolled to: what was loaded, and in which shape it is shown."""
    return tab.evaluate(
        """async () => {
          const found = [];
          for (const img of document.querySelectorAll("main img")) {
            img.scrollIntoView();
            if (!img.complete) await new Promise(done => { img.onload = img.onerror = done; });
            await img.decode();
            const box = img.getBoundingClientRect();
            found.push({
              file: img.currentSrc.split("/").pop(), natural: img.naturalWidth,
              width: box.width, height: box.height, alt: img.alt,
            });
          }
          return found;
        }""")


def colour(tab, index: int, x: float, y: float) -> list[int]:
    """The colour on the screen at a point of a picture, given in parts of its sides."""
    image = tab.locator("main img").nth(index)
    image.scroll_into_view_if_needed()
    shot = image.screenshot(type="png")
    return tab.evaluate(
        """async ([bytes, x, y]) => {
          const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext("2d");
          context.drawImage(bitmap, 0, 0);
          return Array.from(context.getImageData(
            Math.floor(bitmap.width * x), Math.floor(bitmap.height * y), 1, 1).data.slice(0, 3));
        }""", [list(shot), x, y])


def near(a, b, by=16) -> bool:
    return all(abs(p - q) <= by for p, q in zip(a, b))


@pytest.mark.parametrize("width, scale, file", [
    (360, 1, "picture-360."), (360, 2, "picture-720."), (1280, 1, "picture-720."),
])
def test_the_lightest_file_that_is_sharp_is_taken(browser, page, width, scale, file):
    with window(browser, width, device_scale_factor=scale) as tab:
        tab.goto(page.url)
        for found in pictures(tab):
            assert found["file"].startswith(file) and found["file"].endswith(".webp"), found


@pytest.mark.parametrize("width", [320, 360, 700, 1280])
def test_the_shape_is_right_and_fits(browser, page, width):
    with window(browser, width) as tab:
        tab.goto(page.url)
        found = pictures(tab)
        assert [f["width"] / f["height"] for f in found] == pytest.approx(
            [w / h for w, h in (UPRIGHT, WIDE, WIDE)], rel=0.01)
        assert all(0 < f["width"] <= min(width, 720) for f in found)
        assert sideways(tab) is None


def test_it_stands_upright_and_has_its_colours(browser, page):
    with window(browser, 700) as tab:
        tab.goto(page.url)
        pictures(tab)
        # The left half of what the camera stored is the top.
        assert near(colour(tab, 0, 0.5, 0.2), (40, 40, 200))
        assert near(colour(tab, 0, 0.5, 0.8), (40, 200, 40))
        assert near(colour(tab, 1, 0.2, 0.5), (200, 40, 40))
        assert near(colour(tab, 1, 0.8, 0.5), (40, 40, 200))


def test_it_opens_from_a_file_and_asks_nobody(browser, public, page):
    assert broken_links(public) == []
    with window(browser, 360) as tab:
        complaints, requests = watch(tab), foreign(tab, public.folder.as_uri() + "/")
        tab.goto(page.url)
        pictures(tab)
        assert (complaints, requests, tab.outside) == ([], [], [])


def test_axe_and_the_nu_checker_find_nothing(browser, page):
    assert faults([page.file]) == []
    for scheme in ("light", "dark"):
        with window(browser, 360) as tab:
            tab.emulate_media(color_scheme=scheme)
            tab.goto(page.url)
            assert axe_violations(tab) == []


@pytest.fixture
def address(public):
    """The edition on a host: there pictures can be late."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(public.folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/anh/index.html"
    server.shutdown()
    server.server_close()


def shift(browser, address, change=lambda html: html) -> float:
    """How far the page moves when its first picture comes late."""
    with window(browser, 360, 640) as tab:
        def late(route):
            tab.wait_for_timeout(400)
            route.continue_()

        def page(route):
            answer = route.fetch()
            route.fulfill(response=answer, body=change(answer.text()))

        tab.route("**/picture-*", late)
        tab.route("**/anh/index.html", page)
        return layout_shift(tab, address)


def test_nothing_moves_when_a_picture_comes(browser, address):
    assert shift(browser, address) <= 0.02


def test_a_picture_without_sides_would_move_the_page(browser, address):
    def without_sides(html):
        assert 'width="720" height="960"' in html
        return html.replace('width="720" height="960"', "")

    assert shift(browser, address, without_sides) > 0.05
