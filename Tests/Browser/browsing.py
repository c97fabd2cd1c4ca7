"""What is seen in Chromium. Each function returns what it found wrong."""

import io
import re
from contextlib import contextmanager

import zxingcpp
from PIL import Image
from axe_playwright_python.sync_playwright import Axe

from sites import Page

AXE = Axe()
# The address of the way out, in `site.yaml` of both sites; no test goes there.
OUTSIDE = re.compile(r"^https?://(?!127\.0\.0\.1)")


@contextmanager
def window(browser, width=1280, height=720, **options):
    """A page in a context of its own, in which requests to other hosts end and are noted."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    outside = []

    def stop(route):
        outside.append(route.request.url)
        route.abort()

    context.route(OUTSIDE, stop)
    page = context.new_page()
    page.outside = outside
    page.set_default_timeout(5_000)
    yield page
    context.close()


def watch(page):
    """Notes all that the page complains of; returns the list that fills."""
    complaints = []
    page.on("console", lambda message: message.type in ("error", "warning")
            and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # A load that ends because the next page is opened is nobody's fault.
    page.on("requestfailed", lambda request: request.failure != "net::ERR_ABORTED"
            and complaints.append(f"not loaded: {request.url}: {request.failure}"))
    return complaints


def foreign(page, home: str) -> list[str]:
    """Requests that would leave the folder or host `home`, noted until the page closes."""
    requests = []
    page.on("request", lambda request: not request.url.startswith((home, "data:"))
            and requests.append(request.url))
    return requests


def axe_violations(page, only_colours=False) -> list[str]:
    """What axe is certain of; what it calls incomplete needs a person."""
    options = {"resultTypes": ["violations"]}
    if only_colours:
        options["runOnly"] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.axe_script)
    # Only what was found comes back: the whole report is a hundred times as long.
    return page.evaluate(
        """options => axe.run(document, options).then(results =>
          results.violations.flatMap(violation => violation.nodes.map(node =>
            `${violation.id}: ${node.target} ${node.html.slice(0, 120)}`)))""", options)


def sideways(page) -> str | None:
    """How far the page can be pushed aside, and by what."""
    return page.evaluate(
        """() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return null;
          const wide = [...document.querySelectorAll("main *, header *, footer *, .bar *")]
            .filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5
              && !e.closest(".scroll") && !e.closest(".vh"))
            .map(e => e.tagName + "." + e.getAttribute("class"));
          return `${root.scrollWidth} in ${root.clientWidth}: ${wide.slice(0, 5)}`;
        }""")


def smallest_chart_text(page) -> float | None:
    """Pixels of the smallest letters in a chart; nothing without a chart."""
    return page.evaluate(
        """() => {
          const sizes = [...document.querySelectorAll("svg.plot text")].map(text => {
            const svg = text.ownerSVGElement;
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            return parseFloat(getComputedStyle(text).fontSize) * scale;
          });
          return sizes.length ? Math.min(...sizes) : null;
        }""")


def clipped_chart_text(page) -> list[str]:
    """Words of charts that stand outside their picture or over each other."""
    return page.evaluate(
        """() => [...document.querySelectorAll("svg.plot")].flatMap(svg => {
          const frame = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll("text:not(.halo)")]
            .map(text => [text.textContent, text.getBoundingClientRect()]);
          const out = texts.filter(([, box]) => box.left < frame.left - 2
            || box.right > frame.right + 2).map(([words]) => `outside: ${words}`);
          texts.forEach(([a, x], i) => texts.slice(i + 1).forEach(([b, y]) => {
            const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
            const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
            // Boxes are higher than letters: lines may touch by a quarter.
            if (wide > 1 && high > Math.min(x.height, y.height) / 4) out.push(`${a} over ${b}`);
          }));
          return out;
        })""")


def narrow_words(page) -> list[str]:
    """Blocks of words squeezed into less room than their longest word needs, or a few pixels."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main p, main li, main td, main th, main dd")]
          .filter(e => e.textContent.trim().length > 3 && e.offsetParent && !e.closest(".vh")
            && getComputedStyle(e).position !== "absolute" && !e.closest("thead")
            && (e.scrollWidth > e.clientWidth + 1 && !e.closest(".scroll")
              || e.clientWidth < 40 && e.clientHeight > 60))
          .map(e => `${e.tagName} ${e.clientWidth} px: ${e.textContent.trim().slice(0, 40)}`)""")


def tab_stops(page, count: int) -> list[str]:
    """What the Tab key reaches first: ids, or else classes."""
    stops = []
    for _ in range(count):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(
            "() => document.activeElement.id || document.activeElement.className"))
    return stops


def printed(page) -> list[tuple[int, int]]:
    """Width and height in millimetres of each sheet on which the page prints."""
    document = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/Type /Page\b.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document, re.S)
    return [tuple(round(float(points) / 72 * 25.4) for points in box) for box in boxes]


def codes(page, part="body") -> list[str]:
    """What a reader of QR codes reads from a photograph of a part of the page."""
    picture = Image.open(io.BytesIO(page.locator(part).screenshot()))
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def headings(page: Page) -> list[str]:
    levels = [int(node.tag[1]) for node in page.document.all("h1", "h2", "h3", "h4", "h5", "h6")]
    findings = [] if levels.count(1) == 1 else [f"{levels.count(1)} h1"]
    if levels and levels[0] != 1:
        findings.append(f"starts with h{levels[0]}")
    findings += [f"h{b} after h{a}" for a, b in zip(levels, levels[1:]) if b > a + 1]
    return findings
