"""How a page bears what its readers set: spacing, zoom, colours, keyboard. Each function returns what
it found wrong."""

SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
"""


def cut_off(page) -> list[str]:
    """Blocks that show less than their words need."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main *, header *, footer *, .bar *")]
          .filter(e => e.childNodes.length && e.offsetParent && !e.closest(".vh")
            && !e.closest("thead") && !e.closest("svg") && !e.closest(".skip"))
          .filter(e => {
            const style = getComputedStyle(e);
            const hides = /hidden|clip/;
            return hides.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1
              || hides.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
          })
          .map(e => `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`)""")


def unseen_in_forced_colours(page) -> list[str]:
    """Words, shapes and lines in the colour of the paper, controls without a border."""
    return page.evaluate(
        """() => {
          const paper = getComputedStyle(document.body).backgroundColor;
          const isSeen = colour => colour !== "none" && colour !== paper
            && !/^rgba\\(.*, 0\\)$/.test(colour);
          const shapes = [...document.querySelectorAll(
            "svg.shape, svg.icon, .plot .line, .plot .dot, .plot .fill, .plot .axis, "
            + ".plot .hidden-box, .plot .missing-box, .plot text:not(.halo)")]
            .filter(e => e.getBoundingClientRect().width > 0)
            .filter(e => {
              const style = getComputedStyle(e);
              return ![style.fill, style.stroke, style.color].some(isSeen);
            });
          const controls = [...document.querySelectorAll(".bar a, .calls a, .callout, .tag")]
            .filter(e => e.offsetParent && !e.closest(".bar-call"))
            .filter(e => {
              const style = getComputedStyle(e);
              const isLink = style.textDecorationLine.includes("underline")
                || e.querySelector("b, u") !== null;
              return !isLink && (style.borderTopWidth === "0px" || !isSeen(style.borderTopColor));
            });
          // Words stand on a plate in the colour of the paper, whatever the ground of their box.
          const words = [...document.querySelectorAll("main *, .bar *, header *, footer *")]
            .filter(e => e.checkVisibility({visibilityProperty: true})
              && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
              && !e.closest("svg") && getComputedStyle(e).color === paper);
          return [...shapes, ...controls, ...words].map(e => `${e.tagName} ${e.getAttribute("class")}`);
        }""")


def hidden_focus(page, most=400) -> list[str]:
    """What the Tab key reaches without a ring, or under something else (WCAG 2.4.7, 2.4.11)."""
    faults = []
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const style = getComputedStyle(e);
              const box = [...e.getClientRects()].find(b => b.width > 0 && b.height > 0);
              const name = `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`;
              if (!box) return [name + ": has no place"];
              const faults = [];
              if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
                faults.push(name + ": no ring");
              }
              const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
              const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
              const light = colour => {
                const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(part => {
                  const share = part / 255;
                  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
              };
              if (!/, 0\\)$/.test(style.backgroundColor) && e.textContent.trim()) {
                const both = [light(style.color), light(style.backgroundColor)];
                if (Math.max(...both) / Math.min(...both) < 4.5) faults.push(name + ": pale");
              }
              const isSeen = [0.1, 0.3, 0.5, 0.7, 0.9].some(part => {
                const seen = document.elementFromPoint(
                  left + (right - left) / 2, top + (bottom - top) * part);
                return seen && (e.contains(seen) || seen.contains(e));
              });
              if (!isSeen) faults.push(`${name}: under something`);
              return faults;
            }""")
        if found is None:
            return faults
        faults += found
    return faults + [f"more than {most} stops"]


def moving(page) -> list[str]:
    """What moves although the reader asked for rest."""
    return page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(e => {
          const style = getComputedStyle(e);
          const lasts = durations => durations.split(",").some(d => parseFloat(d) > 0);
          return style.animationName !== "none" && lasts(style.animationDuration)
            || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
        }).map(e => `${e.tagName} ${e.className}`)""")


def layout_shift(page, address: str) -> float:
    """Cumulative layout shift (Web Vitals) while a page loads and is scrolled to its end."""
    page.goto(address)
    page.evaluate(
        """() => {
          window.shift = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
              if (!entry.hadRecentInput) window.shift += entry.value;
            }
          }).observe({type: "layout-shift", buffered: true});
        }""")
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(150)
    return page.evaluate("() => window.shift")


def table_parts(page) -> dict[str, int]:
    """Parts of tables as assistive technology hears them, by role."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    roles = [node["role"]["value"] for node in nodes if "role" in node and not node["ignored"]]
    names = ("table", "row", "cell", "gridcell", "rowheader", "columnheader")
    return {name: roles.count(name) for name in names if name in roles}
