"""Judges how reports are set: nothing is lost at the edge of a page, nothing passes a heading, nothing is left alone.

Programmes are made with sections of random text, figures, tables, notes and addresses, so that every kind of block comes to stand
at every place of a page. Each part carries a mark of its own, which is looked for in the words of the PDF and where they stand:

- every row of every table is there, within the page;
- headings, figures and tables stand in the order of the text;
- no heading is the last of its page, and no page is blank but the left one before a chapter;
- an address is there once, as it was written, and notes beside each other are kept apart.
"""
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import verdict

PROGRAMMES = 16
# Above the running foot, in points; a page has 842.
FOOT = 842 - 85
WORDS = "de wijk heeft een plan voor meer bewegen en gezonde jongeren samen met huisarts school sportclub onderzoeksomschrijvingen".split()
DATA = """name: d
resources:
  - name: d
    path: d.csv
    title: Data
    sources: [{title: "Bron, https://opendata.example.org/statline/gegevens-over-wijken-en-buurten/83021NED/table"}]
    schema: {fields: [{name: naam, type: string}, {name: waarde, type: integer}, {name: tweede, type: integer}]}
    verslag: {privacy: {counts: none, reason: proef}}
"""


class Chapter:
    """Text with marks, and what of them must be found."""

    def __init__(self, chance, number):
        self.chance, self.number = chance, number
        self.order, self.rows, self.addresses, self.blocks = [], [], [], []
        self.count = 0
        self.notes = []

    def mark(self, kind):
        self.count += 1
        return f"{kind}{self.number}x{self.count}z"

    def prose(self, least, most):
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(least, most))).capitalize() + "."

    def heading(self):
        mark = self.mark("Kop")
        self.order.append(mark)
        self.blocks.append("#" * self.chance.choice([2, 2, 3]) + " " + mark)

    def paragraph(self):
        text = self.prose(5, 120)
        if self.chance.random() < 0.3:
            text += "".join(self.note() for _ in range(self.chance.randint(1, 3)))
        self.blocks.append(text)

    def note(self):
        name = self.mark("n")
        self.notes.append(f"[^{name}]: {self.prose(3, 20)}")
        return f"[^{name}]"

    def items(self):
        self.blocks.append("\n".join("- " + self.prose(3, 20) for _ in range(self.chance.randint(2, 6))))

    def address(self):
        parts = "/".join("-".join(self.chance.sample(WORDS, self.chance.randint(1, 3))) for _ in range(self.chance.randint(1, 6)))
        address = f"https://www.{self.mark('adres').lower()}.example/{parts}?a=%20(b)&c=d#e"
        self.addresses.append(address)
        return address

    def link(self):
        address = self.address()
        self.blocks.append(self.chance.choice([f"Zie <{address}>.", f"Zie [de site]({address}).{self.note()}", f"> Zie <{address}>.", f"- zie <{address}>"]))

    def figure(self):
        mark = self.mark("Figuur")
        self.order.append(mark)
        some = self.chance.choice(["", "", "where: {tweede: 1}\n"])
        size = self.chance.choice(["", "", "size: wide\n"])
        self.blocks.append(f"```chart\nid: fig-{mark.lower()}\ntype: bars\nfrom: d\nx: naam\ny: waarde\n{some}{size}title: {mark}\ncaption: {self.prose(3, 30)}\n```")

    def table(self):
        mark = self.mark("Tabel")
        self.order.append(mark)
        self.blocks.append(f"```table\nid: tab-{mark.lower()}\nfrom: d\ncolumns: [naam, waarde, tweede]\ntitle: {mark}\n```")

    def typed(self):
        columns = self.chance.choice([2, 3, 3, 5, 12])
        lines = ["| " + " | ".join(self.prose(1, 2) for _ in range(columns)) + " |", "|" + "---|" * columns]
        longest = self.chance.choice([3, 30, 30, 400]) if columns < 12 else 6
        for _ in range(self.chance.choice([1, 4, 12, 40])):
            mark = self.mark("rij")
            self.rows.append(mark)
            cells = [self.prose(1, longest if index == 1 else 4) for index in range(columns)]
            if self.chance.random() < 0.3:
                cells[-1] = self.chance.choice(["[site]({})", "<{}>"]).format(self.address())
            cells[0] = mark
            # What stands at the end of a long cell is lost first.
            end = self.mark("rij")
            self.rows.append(end)
            cells[1] += " " + end
            lines.append("| " + " | ".join(cells) + " |")
        self.blocks.append("\n".join(lines))

    def text(self):
        parts = [self.heading, self.heading, self.heading, self.paragraph, self.paragraph, self.paragraph, self.items, self.link, self.figure,
                 self.figure, self.table, self.typed]
        for _ in range(self.chance.randint(12, 30)):
            self.chance.choice(parts)()
        self.paragraph()
        title = f"Hoofdstuk{self.number}z"
        self.order.insert(0, title)
        return f"---\ntitle: {title}\nkind: chapter\nnumber: {self.number}\n---\n\n" + "\n\n".join(self.blocks + self.notes) + "\n"


def words(pdf):
    """The words of each page: (top, bottom, left, right, text)."""
    found = subprocess.run([verdict.tool("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for page in found.split("<page ")[1:]:
        yield [(float(y), float(yy), float(x), float(xx), text) for x, y, xx, yy, text in
               re.findall(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)</word>', page)]


def judge(command, seed, result):
    chance = random.Random(seed)
    chapters = [Chapter(chance, number + 1) for number in range(3)]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "programma"
        for name, text in {
            "content/programme.yaml": "title: Proef\n", "content/index.md": "---\ntitle: Start\n---\n", "data/datapackage.yaml": DATA,
            "data/d.csv": "naam,waarde,tweede\n" + "".join(f"Naam {n},{n},{n % 6}\n" for n in range(1, 25)),
            **{f"content/{chapter.number}.md": chapter.text() for chapter in chapters},
        }.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        process = subprocess.run([str(command), "report", "--root", str(root), "--output", folder], capture_output=True, text=True,
                                 timeout=120, check=False)
        pdf = pathlib.Path(folder) / "eindrapport.pdf"
        if keep := os.environ.get("KEEP_PRINT_LAYOUT"):
            pathlib.Path(keep).mkdir(parents=True, exist_ok=True)
            (pathlib.Path(keep) / f"{seed}.pdf").write_bytes(pdf.read_bytes())
        if process.returncode or not pdf.is_file():
            result.case(f"report {seed}", [f"exit status {process.returncode}: {process.stderr[-2000:]}"])
            return
        pages = list(words(pdf))
        shown = subprocess.run([verdict.tool("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    order = [mark for chapter in chapters for mark in chapter.order]
    # The contents and the lists name them first; the appendices name figures again.
    first = next(index for index, page in enumerate(pages) if any(word[4] == order[0] and word[1] - word[0] > 20 for word in page))
    last = next(index for index, page in enumerate(pages) if index > first and any(word[4] == "Bijlage" and word[0] > 100 for word in page))
    body = list(enumerate(pages))[first:last]
    places = {}
    for index, page in body:
        for top, bottom, left, right, text in page:
            # Running heads name chapters.
            if top > 60 and (mark := re.match(r"[A-Za-z]+\d+(?:x\d+)?z", text)):
                places.setdefault(mark.group(0), (index, top, bottom, left, right))

    rows = [row for chapter in chapters for row in chapter.rows]
    lost = [f"{row} is not printed" for row in rows if row not in places]
    lost += [f"{row} stands outside page {places[row][0] + 1}" for row in rows if row in places and (places[row][2] > FOOT + 40 or places[row][4] > 590)]
    result.case(f"report {seed}: rows", lost)

    missing = [f"{mark} is not printed" for mark in order if mark not in places]
    found = sorted((mark for mark in order if mark in places), key=lambda mark: places[mark][:2])
    wanted = [mark for mark in order if mark in places]
    passed = [f"{a} stands where {b} belongs, page {places[a][0] + 1}" for a, b in zip(found, wanted) if a != b][:1]
    result.case(f"report {seed}: order", missing + passed)

    alone = []
    for mark in order:
        if mark.startswith("Kop") and mark in places:
            index, _, bottom, *_ = places[mark]
            below = [word for word in pages[index] if word[0] > bottom and word[1] < FOOT and not word[4].startswith("Kop")]
            # Notes are smaller.
            if not [word for word in below if word[1] - word[0] > 8.6 or word[4].startswith(("Naam", "rij"))]:
                alone.append(f"{mark} is alone at the foot of page {index + 1}")
    result.case(f"report {seed}: headings", alone)

    blank = []
    for index, page in body:
        text = [word for word in page if 60 < word[0] and word[1] < FOOT]
        after = pages[index + 1] if index + 1 < len(pages) else []
        opens = any(word[4].startswith(("Hoofdstuk", "Bijlage")) and word[0] > 100 for word in after)
        if not text and not (index % 2 == 1 and opens):
            blank.append(f"page {index + 1} is blank")
    result.case(f"report {seed}: pages", blank)

    texts = [re.sub(r"\s+", "", text) for text in shown.split("\f")]
    addresses = []
    for address in (address for chapter in chapters for address in chapter.addresses):
        bare = address.removeprefix("https://")
        # A cell or an item may go on on the next page.
        parts = sum(bare[:at] in one and bare[at:] in two for one, two in zip(texts, texts[1:]) for at in range(20, len(bare)))
        count = sum(text.count(bare) for text in texts)
        if count != 1 and not (count == 0 and parts):
            addresses.append(f"{address} is printed {count} times")
    result.case(f"report {seed}: addresses", addresses + ["U+200B"] * ("\u200b" in shown))


def main():
    command = verdict.arguments(__doc__.splitlines()[0]).parse_args().command.resolve()
    os.environ["VIRTUAL_ENV"] = str(pathlib.Path(sys.executable).parent.parent)
    result = verdict.Verdict()
    for seed in range(PROGRAMMES):
        judge(command, seed, result)
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
