"""Reads comments from a JSON list, renders each as GitHub's Markdown, and says what came out, as JSON lines."""

import json
import re
import sys
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options


# What GitHub and GitLab look for in prose once Markdown is read.
REFERENCE = re.compile(
    r"""@[A-Za-z0-9]|[!$&][0-9]|[#~%][A-Za-z0-9"]|\bGH-[0-9]|://|www\.|:[\w+-]+:|\b(?=[a-f]*[0-9])[0-9a-f]{7,40}\b""",
    re.IGNORECASE)

# Only what Mermaid's lexer can't take for anything but a name.
DIAGRAM = re.compile(
    r"""erDiagram
    |\ \ t[0-9]+\["[^"%#;<>&`\\]+"\](\ {)?
    |\ \ }
    |\ {4}[^\s"%#;<>&`\\{}]+\ [^\s"%#;<>&`\\{}]+(\ [PFU]K(,\ [FU]K)*)?(\ "[^"%#;<>&`\\{}]+")?
    |\ \ t[0-9]+\ (}o|\|o)--(o\||\|\|)\ t[0-9]+\ :\ "[^"%#;<>&`\\{}]*\"""",
    re.VERBOSE)


class Outline(HTMLParser):
    """What a reader would get: elements, comments, prose, and what stands in code."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.shape, self.links, self.attributes = [], [], [], []
        self.comments, self.prose, self.code, self.fences = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.shape.append(tag)
        for name, value in attributes:
            if tag == "a" and name == "href":
                self.links.append(value)
            else:
                self.attributes.append(f"{tag} {name}={value}")
        if tag == "pre":
            self.fences.append([dict(attributes).get("lang"), ""])
        if tag not in ("br", "hr", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.shape.append("/" + tag)
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in ("br", "hr", "img", "input"):
            self.shape.append("unbalanced")

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_data(self, data):
        if "pre" in self.open:
            self.fences[-1][1] += data
        elif "code" in self.open:
            self.code.append(data)
        else:
            self.prose.append(data)


for text in json.load(sys.stdin):
    # Raw HTML passes, so that what a comment smuggles in shows.
    html = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    outline = Outline()
    outline.feed(html)
    outline.close()
    # GitHub looks for references in what is neither code nor a link; its own links are found by the renderer.
    prose = "".join(outline.prose)
    diagrams = [text for language, text in outline.fences if language == "mermaid"]
    print(json.dumps({
        "shape": [tag for tag in outline.shape if tag.strip("/") != "code"], "links": outline.links, "attributes": outline.attributes,
        "comments": outline.comments, "references": REFERENCE.findall(prose), "diagrams": len(diagrams),
        "unreadable": [line for text in diagrams for line in text.splitlines() if not DIAGRAM.fullmatch(line)],
    }))
