"""Every link, asset and anchor of an edition leads to something that is there."""

from urllib.parse import unquote, urlsplit

from sites import Edition, Page

# Attributes that hold an address.
ADDRESSES = {
    "a": "href", "link": "href", "script": "src", "img": "src", "use": "href", "form": "action",
}
# Of these there may be several, each with its width.
SETS = {"img": "srcset", "source": "srcset"}
# Sources are named by link; they and the way out are the only addresses of others.
ELSEWHERE = ("https:", "http:", "tel:", "mailto:")


def broken_links(edition: Edition) -> list[str]:
    findings = []
    for page in edition.pages:
        for node in page.document.walk():
            for address in _addresses(node):
                problem = _problem(page, address)
                if problem:
                    findings.append(f"{page}: {node.tag} {address}: {problem}")
    return findings


def _addresses(node) -> list[str]:
    address = node.get(ADDRESSES.get(node.tag, ""))
    several = (node.get(SETS.get(node.tag, "")) or "").split(",")
    return [a for a in [address] if a is not None] + [s.split()[0] for s in several if s.strip()]


def _problem(page: Page, address: str) -> str | None:
    if address.startswith(ELSEWHERE):
        return None
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return "of an unknown kind"
    target = page.file
    if parts.path:
        root = page.edition.folder
        path = unquote(parts.path)
        target = root / path.lstrip("/") if path.startswith("/") else page.file.parent / path
        # The page of what is not there is served at any depth, by a host.
        is_anywhere = page.path == "404.html"
        if path.startswith("/") and page.edition.links == "explicit" and not is_anywhere:
            return "starts at the root: doesn't open from a file"
        if path.endswith("/") or target.is_dir():
            if page.edition.links == "explicit":
                return "names a folder: doesn't open from a file"
            target = target / "index.html"
        target = target.resolve()
        if root.resolve() not in target.parents:
            return "leaves the edition"
        if not target.is_file():
            return "leads nowhere"
        if page.edition.links == "clean" and target.name == "index.html":
            if path.endswith("index.html"):
                return "names index.html where links are clean"
    if parts.fragment and target.suffix == ".html":
        goal = page.edition.page(target.relative_to(page.edition.folder.resolve()).as_posix()) \
            if parts.path else page
        if unquote(parts.fragment) not in goal.document.ids:
            return "names an anchor that isn't there"
    return None


def unreached_pages(edition: Edition) -> list[str]:
    """Pages to which no other page leads."""
    reached = set()
    for page in edition.pages:
        if page.path == "404.html":
            continue
        for node in page.document.all("a"):
            path = urlsplit(node.get("href") or "").path
            if not path or (node.get("href") or "").startswith(ELSEWHERE):
                continue
            target = (page.file.parent / unquote(path)).resolve()
            target = target / "index.html" if target.is_dir() else target
            if target != page.file.resolve():
                reached.add(target)
    return [
        str(page) for page in edition.pages
        if page.path != "404.html" and page.kind and page.file.resolve() not in reached
    ]
