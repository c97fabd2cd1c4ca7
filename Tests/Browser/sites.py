"""Copies of the sites, built with the program under test."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from document import Document

REPOSITORY = Path(__file__).resolve().parents[2]
SITES = {
    "own": REPOSITORY,
    "example": REPOSITORY / "Tests" / "Fixtures" / "example-site",
}
PARTS = ["site.yaml", "content", "seeds", "templates"]


@dataclass
class Page:
    """A page of an edition; `path` is relative to its folder, with `/`."""

    edition: "Edition"
    path: str

    @property
    def file(self) -> Path:
        return self.edition.folder / self.path

    @property
    def url(self) -> str:
        return self.file.as_uri()

    @cached_property
    def document(self) -> Document:
        return Document(self.file.read_text(encoding="utf-8"))

    @property
    def kind(self) -> str:
        """Name of its template: the first class of the body; empty for a moved page."""
        return (self.document.first("body").classes or [""])[0]

    @property
    def language(self) -> str:
        return self.document.first("html").get("lang")

    @cached_property
    def shape(self) -> tuple:
        """Pages of one shape are built of the same parts."""
        classes = {name for node in self.document.walk() for name in node.classes}
        parts = {
            "few", "cards", "wide", "csv", "chart", "scoreboard", "formula", "callout", "steps", "pairs",
            "checklist", "side", "beside", "pipe", "notes", "terms", "glossary", "tags",
        }
        return (self.edition.is_public, self.kind, self.language, frozenset(classes & parts))

    def __repr__(self) -> str:
        return f"{self.edition}/{self.path}"


def one_of_each_kind(pages: list[Page]) -> list[Page]:
    """For each template the pages that together show each shape, those with most parts first."""
    chosen: list[Page] = []
    for page in sorted(pages, key=lambda page: -len(page.shape[3])):
        covered = [
            other for other in chosen
            if other.shape[:3] == page.shape[:3] and page.shape[3] <= other.shape[3]
        ]
        if page.kind and not covered:
            chosen.append(page)
    return chosen


@dataclass
class Edition:
    site: str
    name: str
    folder: Path
    source: Path
    links: str = "explicit"

    @cached_property
    def pages(self) -> list[Page]:
        files = sorted(self.folder.rglob("*.html"))
        return [Page(self, file.relative_to(self.folder).as_posix()) for file in files]

    @property
    def is_public(self) -> bool:
        return self.name == "public"

    def words(self, language: str) -> dict[str, str]:
        file = REPOSITORY / "templates" / "strings" / f"{language}.yaml"
        return yaml.safe_load(file.read_text(encoding="utf-8"))

    def page(self, path: str) -> Page:
        return next(page for page in self.pages if page.path == path)

    def __str__(self) -> str:
        return f"{self.site}-{self.name}-{self.links}"


def start_build(
    minhbach: Path, site: str, links: str, into: Path, origin: Path | None = None
) -> subprocess.Popen:
    """Starts a build of a copy of the site, or of the one at `origin` under that name."""
    copy = into / f"{site}-{links}"
    copy.mkdir()
    for part in PARTS:
        source = (origin or SITES[site]) / part
        if source.is_dir():
            shutil.copytree(source, copy / part)
        elif source.exists():
            shutil.copy(source, copy / part)
    configuration = copy / "site.yaml"
    text = configuration.read_text(encoding="utf-8")
    text, count = re.subn(r"(?m)^links: *\w+", f"links: {links}", text)
    assert count == 1, "site.yaml says nothing about links"
    configuration.write_text(text, encoding="utf-8")
    return subprocess.Popen(
        [minhbach, "build", "--site", copy, "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def editions(site: str, links: str, into: Path) -> list[Edition]:
    copy = into / f"{site}-{links}"
    return [
        Edition(site, name, copy / "output" / name, copy, links)
        for name in ("public", "officials")
    ]
