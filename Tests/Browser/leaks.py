"""What only officials may read stands in no file of the public edition."""

import re

from sites import Edition


def secrets(public: Edition, officials: Edition) -> set[str]:
    """Words that only the officials' edition may hold: its own pages, tables, labels."""
    known = {page.path for page in public.pages}
    found = {"Tài liệu nội bộ", "Internal document", "bản cho cán bộ", "officials"}
    for page in officials.pages:
        if page.path not in known:
            found.add(page.path.removesuffix("index.html").strip("/"))
            found.add(page.document.first("h1").text())
    tables = {path.name for path in (public.folder / "data").glob("*.csv")}
    for path in (officials.folder / "data").glob("*.csv"):
        if path.name not in tables:
            found.add(path.stem)
    return found


def leaks(public: Edition, officials: Edition) -> list[str]:
    words = secrets(public, officials)
    findings = []
    for file in sorted(public.folder.rglob("*")):
        name = file.relative_to(public.folder).as_posix()
        if not file.is_file():
            continue
        text = file.read_bytes().decode("utf-8", "replace")
        findings += [
            f"{name}: “{word}”" for word in sorted(words)
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", f"{name} {text}")
        ]
    return findings
