"""The numbers of each data table are those of its CSV file, cell by cell.

Cells are paired by what they say of themselves: the words of their heads on the page, the labels
of their codes in `data/index.json`. Places play no part, so an interchanged row is found.
"""

import csv
import json
import re
from itertools import permutations

import yaml

from document import Node
from sites import Edition, Page

WORDS = {
    "vi": {"pooled": "Gộp", "until": "đến", "since": "từ", "month": "tháng ",
           "quarters": ("quý I/", "quý II/", "quý III/", "quý IV/")},
    "en": {"pooled": "Pooled", "until": "until", "since": "since", "month": "",
           "quarters": ("Q1 ", "Q2 ", "Q3 ", "Q4 ")},
}
SIGNS = {"c": "[c]", "n": "…", "x": "[x]", "z": "[z]", "-": "-"}


def differing_numbers(edition: Edition) -> list[str]:
    index = json.loads((edition.folder / "data" / "index.json").read_text(encoding="utf-8"))
    tables = {table["id"]: table for table in index["tables"]}
    labels = {language: _Labels(edition, language) for language in WORDS}
    findings, seen = [], set()
    for page in edition.pages:
        for block in page.document.all("div"):
            if "data" not in block.classes or not block.get("id"):
                continue
            name = re.sub(r"^t-", "", block.get("id"))
            if name not in tables:
                name = re.sub(r"-\d+$", "", name)
            if name not in tables:
                findings.append(f"{page}: table {name} is not in data/index.json")
                continue
            seen.add(name)
            found = _compare(labels[page.language], edition, tables[name], block.first("table"), page)
            findings += [f"{page}: {name}: {finding}" for finding in found]
    findings += [f"{edition}: no page shows table {name}" for name in tables if name not in seen]
    return findings


def _compare(labels, edition: Edition, table: dict, shown: Node, page: Page) -> list[str]:
    file = edition.folder / "data" / table["files"]["csv"]
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    places = [labels.of(row, table) for row in rows]
    unread = set(range(len(rows)))
    findings = []
    for heads, text in cells(shown, page.language):
        fits = [i for i, place in enumerate(places) if _fits(heads, place)]
        where = " / ".join(heads)
        if len(fits) > 1:
            findings.append(f"{where}: fits {len(fits)} rows of the file")
        elif not fits:
            # Only an area that doesn't exist in a period has no cell.
            if text != ("[z]", ""):
                findings.append(f"{where}: shows {' '.join(text)}, the file has no such cell")
        else:
            expected = written(rows[fits[0]])
            if text != expected:
                findings.append(
                    f"{where}: shows {' '.join(text)}, the file says {' '.join(expected)}")
            if fits[0] not in unread:
                findings.append(f"{where}: is shown twice")
            unread.discard(fits[0])
    findings += [f"the page lacks {list(rows[i].values())}" for i in sorted(unread)]
    return findings


def written(row: dict[str, str]) -> tuple[str, str]:
    """A row of the file as a page shows it: a number or sign, and its status letters."""
    state, letters = "", ""
    for mark in row["mark"].split():
        if mark in SIGNS:
            state = mark
        else:
            letters += mark
    return (SIGNS[state] if state else row["value"], "".join(sorted(letters)))


def cells(table: Node, language: str) -> list[tuple[list[str], tuple[str, str]]]:
    """Each data cell: the words of all its heads, and what it shows with formatting undone."""
    columns = _column_heads(table)
    found = []
    for body in table.all("tbody"):
        group: list[str] = []
        for row in body.all("tr"):
            if "group" in row.classes:
                group = [row.first("th").text(without="vh")]
                continue
            head = row.first("th").text(without="vh") if row.all("th") else None
            for place, cell in enumerate(row.all("td")):
                if "empty" in cell.classes:
                    continue
                path = columns[place + 1]
                heads = group + ([head] if head else []) + path
                found.append((heads, _shown(cell, language)))
    return found


def _shown(cell: Node, language: str) -> tuple[str, str]:
    letters = "".join(sorted(
        re.sub(r"[^a-z]", "", "".join(n.text() for n in cell.walk() if "mark" in n.classes))))
    text = "".join(
        child if isinstance(child, str) else
        ("" if {"vh", "mark"} & set(child.classes) else child.text())
        for child in cell.children).strip()
    thousands, point = ".," if language == "vi" else ",."
    if re.fullmatch(rf"−?[\d{thousands}]+([{point}]\d+)?", text):
        text = text.replace(thousands, "").replace(point, ".").replace("−", "-")
    return (text, letters)


def _column_heads(table: Node) -> list[list[str]]:
    """For each column the words above it, outermost first; spans are laid out as browsers do."""
    rows = table.first("thead").all("tr")
    grid: list[dict[int, str]] = [{} for _ in rows]
    for line, row in enumerate(rows):
        place = 0
        for head in row.all("th"):
            while place in grid[line]:
                place += 1
            wide, high = int(head.get("colspan") or 1), int(head.get("rowspan") or 1)
            for down in range(high):
                for across in range(wide):
                    text = head.text(without="vh") if down == 0 else ""
                    grid[line + down][place + across] = text
            place += wide
    width = max(max(line) for line in grid) + 1
    return [[line[place] for line in grid if line.get(place)] for place in range(width)]


def _fits(heads: list[str], place: list[set[str]]) -> bool:
    """Whether each head is one of the labels of a part of the place, each part for one head."""
    parts = [part for part in place if part]
    needed = [part for part in parts if "" not in part]
    if not len(needed) <= len(heads) <= len(parts):
        return False
    return any(
        all(head in parts[i] for head, i in zip(heads, order))
        and all("" in part for i, part in enumerate(parts) if i not in order)
        for order in permutations(range(len(parts)), len(heads))
    )


class _Labels:
    """What pages call the codes of a data file. An empty label: may go unsaid."""

    def __init__(self, edition: Edition, language: str):
        self.language = language
        seeds = edition.source / "seeds"
        package = yaml.safe_load((seeds / "datapackage.yaml").read_text(encoding="utf-8"))
        self.measures = {
            (resource["name"], field["name"]): self._title(field)
            for resource in package["resources"] for field in resource["schema"]["fields"]
        }
        self.lists = {
            field["name"]: field["minhbach"]["codelist"]
            for resource in package["resources"] for field in resource["schema"]["fields"]
            if "codelist" in field["minhbach"]
        }
        self.codes = {}
        for file in sorted((seeds / "codelists").glob("*.csv")):
            with file.open(encoding="utf-8-sig", newline="") as lines:
                self.codes[file.stem] = {_code(row): row for row in csv.DictReader(lines)}

    def _title(self, field: dict) -> str:
        titles = {"vi": field.get("title", field["name"])} | field["minhbach"].get("title", {})
        return titles.get(self.language, titles["vi"])

    def _label(self, axis: str, code: str, default: str) -> str:
        row = self.codes.get(self.lists.get(axis), {}).get(code, {})
        return (self.language != "vi" and row.get(f"label_{self.language}")) or default

    def of(self, row: dict[str, str], table: dict) -> list[set[str]]:
        place = []
        for axis in table["axes"]:
            code = row[axis["name"]]
            label = next(c["label"] for c in axis["codes"] if c["code"] == code)
            label = self._label(axis["name"], code, label)
            names = {label}
            if axis["role"] == "period":
                names = {period(code, self.language)}
            elif axis["role"] == "area":
                names |= self._dated(code, label)
            # An axis goes unsaid where it has one code, and areas where the period tells which.
            if len(axis["codes"]) == 1 or (axis["role"] == "area" and _told(table)):
                names.add("")
            place.append(names)
        measure = {self.measures[(table["dataset"], row["measure"])]}
        if len(table["measures"]) == 1:
            measure.add("")
        return place + [measure]

    def _dated(self, code: str, label: str) -> set[str]:
        """An area whose name two schemes share says until or since when it is."""
        area = self.codes["areas"][code]
        until, since = WORDS[self.language]["until"], WORDS[self.language]["since"]
        names = set()
        if area["valid_to"]:
            names.add(f"{label} {until} {_day(area['valid_to'])}")
        if area["valid_from"]:
            names.add(f"{label} {since} {_day(area['valid_from'])}")
        return names


def _told(table: dict) -> bool:
    """Whether no two areas of the table have the same period: the schemes' tops alone."""
    areas = next((a["codes"] for a in table["axes"] if a["role"] == "area"), [])
    return len({code["code"].split(":")[0] for code in areas}) == len(areas)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def _code(row: dict[str, str]) -> str:
    return f"{row['scheme']}:{row['code']}" if "scheme" in row else row.get("code", "")


def period(code: str, language: str) -> str:
    """A period as pages write it: 2024, 1–6/2025, quý III/2025, Gộp 2021–6/2025."""
    words = WORDS[language]
    if "/" in code:
        first, last = code.split("/")
        end = {"S1": "6/", "S2": "12/"}
        start = {"S1": "1/", "S2": "7/"}
        return f"{words['pooled']} {_end(first, start)}–{_end(last, end)}"
    year, _, part = code.partition("-")
    months = {"S1": "1–6/", "S2": "7–12/"} | dict(zip(("Q1", "Q2", "Q3", "Q4"), words["quarters"]))
    return months.get(part, f"{words['month']}{part}/" if part else "") + year


def _end(code: str, months: dict[str, str]) -> str:
    year, _, part = code.partition("-")
    return months.get(part, "") + year
