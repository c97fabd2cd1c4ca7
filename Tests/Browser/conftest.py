"""Builds the sites once, opens one browser, lends out contexts."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from sites import SITES, editions, one_of_each_kind, start_build


def pytest_addoption(parser):
    parser.addoption("--minhbach", required=True, help="the program under test")
    parser.addoption("--chromium", default="/usr/bin/chromium", help="the browser")


@pytest.fixture(scope="session")
def built(request, tmp_path_factory):
    """Both sites with both kinds of links: {(site, links): [public, officials]}."""
    program = Path(request.config.getoption("--minhbach")).resolve()
    into = tmp_path_factory.mktemp("sites")
    # Two at a time: a machine of two cores is the smallest that is meant.
    wanted = [(site, links) for site in SITES for links in ("explicit", "clean")]
    for pair in (wanted[:2], wanted[2:]):
        running = [(site, start_build(program, site, links, into)) for site, links in pair]
        for site, build in running:
            said, _ = build.communicate()
            assert build.returncode == 0, f"the site “{site}” doesn't build:\n{said}"
    return {key: editions(*key, into) for key in wanted}


@pytest.fixture(scope="session")
def explicit(built):
    """All editions that open from files."""
    return [e for (_, links), pair in built.items() if links == "explicit" for e in pair]


@pytest.fixture(scope="session")
def everything(built):
    return [edition for pair in built.values() for edition in pair]


@pytest.fixture(scope="session")
def own(built):
    """The repository's own site: (public, officials)."""
    return built[("own", "explicit")]


@pytest.fixture(scope="session")
def pages(explicit):
    return [page for edition in explicit for page in edition.pages if page.kind]


@pytest.fixture(scope="session")
def kinds(explicit):
    """One page of each kind and shape, from both sites and editions."""
    return one_of_each_kind(
        [page for edition in explicit for page in edition.pages if page.path != "404.html"])


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


def _launch(playwright, request, *arguments):
    # --no-sandbox: the pages are our own, and a container lets root run nothing else.
    return playwright.chromium.launch(
        executable_path=request.config.getoption("--chromium"),
        args=["--no-sandbox", *arguments])


@pytest.fixture(scope="session")
def browser(playwright, request):
    browser = _launch(playwright, request)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def large_text_browser(playwright, request):
    """A reader who has set the text of the browser to 200 %."""
    browser = _launch(playwright, request, "--blink-settings=defaultFontSize=32")
    yield browser
    browser.close()


class _Server(SimpleHTTPRequestHandler):
    """A plain host: folders by their index.html, 404.html for what isn't there."""

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def served(built):
    """The editions with clean links on a host of their own: [(edition, address)]."""
    servers, found = [], []
    for (_, links), pair in built.items():
        if links != "clean":
            continue
        for edition in pair:
            server = ThreadingHTTPServer(
                ("127.0.0.1", 0), partial(_Server, directory=str(edition.folder)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.append(server)
            found.append((edition, f"http://127.0.0.1:{server.server_port}/"))
    yield found
    for server in servers:
        server.shutdown()
        server.server_close()
