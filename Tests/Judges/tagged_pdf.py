"""Reads a tagged PDF for pdf.py: its tree of headings, paragraphs, tables and figures with their text, and what is printed
outside of that tree (running heads, page numbers). The text is that which a screen reader gets."""
import re

import pikepdf

BLOCKS = {"Document", "Part", "Sect", "Div", "P", "L", "LI", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "TOC",
          "TOCI", "Caption", "Figure", "BlockQuote", "Note", "Title", "H", "H1", "H2", "H3", "H4", "H5", "H6"}


class Element:
    """A node of the tree. `parts` are texts and elements in reading order; `page` counts from 1."""

    def __init__(self, kind, page, source):
        self.kind, self.page, self.source, self.parts = kind, page, source, []

    def __iter__(self):
        """This element and all below it, in reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part

    def children(self, *kinds):
        return [part for part in self.parts if isinstance(part, Element) and (not kinds or part.kind in kinds)]

    def text(self, without=()):
        return re.sub(r"\s+", " ", self._text(without).replace("\u00ad", "")).strip()

    def _text(self, without):
        text = ""
        for part in self.parts:
            if isinstance(part, str):
                text += part
            elif part.kind not in without:
                block = part.kind in BLOCKS or str(part.attribute("/Placement")) == "/Block"
                text += f" {part._text(without)} " if block else part._text(without)
        return text

    def attribute(self, name):
        attributes = self.source.get("/A", [])
        for dictionary in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if isinstance(dictionary, pikepdf.Dictionary) and name in dictionary:
                return dictionary[name]
        return None


class TaggedPDF:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.fonts = {}
        self.page_numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        self.marked, self.artifacts = {}, []
        for number, page in enumerate(self.pdf.pages, 1):
            reader = ContentReader(self, number)
            reader.read(page, page.get("/Resources"))
            self.artifacts.append(" ".join(" ".join(reader.artifacts).split()))
        root = self.pdf.Root.get("/StructTreeRoot")
        self.root = Element("Document", None, pikepdf.Dictionary())
        if root is not None:
            self.take(root.get("/K"), self.root, None)

    def take(self, kids, parent, page):
        """Hangs what `kids` names below `parent`: texts by their mark on a page, and elements."""
        for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
            if isinstance(kid, int):
                parent.parts.append(self.marked.get((page, kid), ""))
            elif "/MCID" in kid:
                of = self.page_numbers[kid["/Pg"].objgen] if "/Pg" in kid else page
                parent.page = parent.page or of
                parent.parts.append(self.marked.get((of, int(kid["/MCID"])), ""))
            elif "/S" in kid:
                own = self.page_numbers[kid["/Pg"].objgen] if "/Pg" in kid else page
                element = Element(str(kid["/S"])[1:], own, kid)
                self.take(kid.get("/K"), element, own)
                parent.parts.append(element)
                parent.page = parent.page or element.page

    def font_objects(self):
        """Every font of the file, those inside of composite fonts included."""
        return [thing for thing in self.pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"]

    def decoder(self, font):
        """How codes of a font become text: the number of bytes of a code, and the map that the file gives."""
        if font.objgen not in self.fonts or font.objgen == (0, 0):
            text = font["/ToUnicode"].read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
            self.fonts[font.objgen] = (2 if font.get("/Subtype") == "/Type0" else 1, character_map(text))
        return self.fonts[font.objgen]


class ContentReader:
    """Follows the drawing commands of one page and keeps the text under its marks."""

    def __init__(self, document, page):
        self.document, self.page, self.artifacts = document, page, []

    def read(self, stream, resources, open_marks=()):
        marks, font = list(open_marks), None
        fonts = resources.get("/Font", {}) if resources is not None else {}
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "BDC" or name == "BMC":
                marks.append(self.mark(operands, resources))
                if marks[-1][0] == "instead":
                    self.put(marks[:-1], marks[-1][1])
            elif name == "EMC":
                marks.pop()
            elif name == "Tf":
                font = self.document.decoder(fonts[str(operands[0])])
            elif name in ("Tj", "TJ", "'", '"'):
                strings = operands[0] if name == "TJ" else [operands[-1]]
                self.put(marks, "".join(decode(bytes(part), font) for part in strings if isinstance(part, pikepdf.String)))
            elif name == "Do":
                form = resources["/XObject"][str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    self.read(form, form.get("/Resources", resources), marks)

    def mark(self, operands, resources):
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = resources["/Properties"][str(properties)]
        if operands[0] == "/Artifact":
            return ("artifact", None)
        if "/MCID" in properties:
            return ("content", int(properties["/MCID"]))
        if "/ActualText" in properties:
            return ("instead", str(properties["/ActualText"]).replace("\u00ad", ""))
        return ("other", None)

    def put(self, marks, text):
        if any(kind == "instead" for kind, _ in marks):
            return
        if any(kind == "artifact" for kind, _ in marks):
            self.artifacts.append(text)
            return
        for kind, number in reversed(marks):
            if kind == "content":
                key = (self.page, number)
                self.document.marked[key] = self.document.marked.get(key, "") + text
                return


def decode(data, font):
    if font is None:
        return ""
    width, characters = font
    codes = (int.from_bytes(data[index:index + width], "big") for index in range(0, len(data), width))
    return "".join(characters.get(code, "") for code in codes)


def character_map(text):
    """The text of a ToUnicode stream as a map from code to characters."""
    def unicode(digits):
        return bytes.fromhex(digits).decode("utf-16-be", "replace")

    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = unicode(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]*>|\[[^\]]*\])", block):
            values = re.findall(r"<([0-9A-Fa-f]*)>", value)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                start = unicode(values[offset] if len(values) > 1 else values[0])
                step = offset if len(values) == 1 else 0
                found[int(first, 16) + offset] = start[:-1] + chr(ord(start[-1]) + step) if start else ""
    return found
