"""An HTML page as a tree, by Python's own parser: a second opinion beside the browser's."""

from html.parser import HTMLParser

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
}


class Node:
    def __init__(self, tag: str, attributes: dict[str, str]):
        self.tag = tag
        self.attributes = attributes
        self.children: list["Node | str"] = []

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> list[str]:
        return (self.get("class") or "").split()

    @property
    def elements(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self):
        yield self
        for child in self.elements:
            yield from child.walk()

    def all(self, *tags: str) -> list["Node"]:
        return [node for node in self.walk() if node.tag in tags]

    def first(self, tag: str) -> "Node":
        return next(node for node in self.walk() if node.tag == tag)

    def text(self, without: str = "") -> str:
        """The words inside; `without` names a class that is left out."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif without not in child.classes:
                parts.append(child.text(without))
        return " ".join("".join(parts).split())


class Document(Node):
    def __init__(self, html: str):
        super().__init__("#document", {})
        self.unbalanced: list[str] = []
        builder = _Builder(self)
        builder.feed(html)
        builder.close()

    @property
    def ids(self) -> list[str]:
        return [node.get("id") for node in self.walk() if node.get("id")]


class _Builder(HTMLParser):
    def __init__(self, document: Document):
        super().__init__(convert_charrefs=True)
        self.document = document
        self.open: list[Node] = [document]

    def handle_starttag(self, tag, attributes):
        node = Node(tag, {name: value or "" for name, value in attributes})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        node = Node(tag, {name: value or "" for name, value in attributes})
        self.open[-1].children.append(node)

    def handle_endtag(self, tag):
        if self.open[-1].tag == tag:
            self.open.pop()
        else:
            line, _ = self.getpos()
            self.document.unbalanced.append(f"</{tag}> in line {line} closes <{self.open[-1].tag}>")

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def close(self):
        super().close()
        for node in self.open[1:]:
            self.document.unbalanced.append(f"<{node.tag}> is never closed")
