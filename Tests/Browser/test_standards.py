"""What the standards say of the files."""

import pytest

from nu import faults


def test_the_nu_checker_finds_no_error(explicit):
    pages = [page.file for edition in explicit for page in edition.pages]
    styles = [file for edition in explicit for file in edition.folder.rglob("*.css")]
    pictures = [file for edition in explicit for file in edition.folder.rglob("*.svg")]
    assert pages and styles and pictures
    assert faults(pages) == []
    assert faults(styles, "css") == []
    assert faults(pictures, "svg") == []


@pytest.mark.parametrize(("kind", "text"), [
    ("html", "<!DOCTYPE html><html lang=vi><title>a</title><p><div></p></div>"),
    ("css", "p { colour: red; }"),
    ("svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect widht="1"/></svg>'),
])
def test_the_nu_checker_finds_a_fault(tmp_path, kind, text):
    file = tmp_path / f"broken.{kind}"
    file.write_text(text, encoding="utf-8")
    assert faults([file], kind) != []
