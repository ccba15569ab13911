#!/usr/bin/env python3
"""Writes one corpus of pages twice, from one fixed seed: for verslag and for Hugo.

    corpus.py FOLDER PAGES [verslag]

makes FOLDER/verslag and FOLDER/hugo (or the first only), each a whole project with templates. The pages are alike to the last byte, but
for their links: verslag's name the .md file, which the build checks; Hugo's name the address.

A page has about 2.75 KB: Dutch-like sentences, a table, lists, links and front matter; 50 pages make a section.
"""
import pathlib
import random
import shutil
import sys

SEED = 7
SECTION = 50
HERE = pathlib.Path(__file__).resolve().parent
WORDS = (
    "de het een gemeente inwoners wijk buurt huisarts gezin professional vertrouwen ruimte zorgverzekering overleg "
    "coördinatie begeleiding schulden gezondheid financiële tegemoetkoming beleidsmedewerkers verantwoordelijkheid "
    "evaluatie kwartaalcijfers tevredenheid van in op met door voor naar bij uit omdat hoewel daarnaast echter vooral "
    "ook niet wel meer minder sinds wordt werden blijkt toont zien neemt toe groeit één casus regie kinderen kind "
    "huizen huis lopen loopt gelopen steden stad fietsen coöperatie geïndiceerd Limmel Nazareth"
).split()
ROWS = ("Wittevrouwenveld", "Wyckerpoort", "Nazareth", "Limmel", "Malberg")


class Writer:
    """The dice, and what is written with them."""

    def __init__(self, pages):
        self.dice, self.pages = random.Random(SEED), pages

    def word(self):
        return self.dice.choice(WORDS)

    def sentence(self):
        words = [self.word() for _ in range(self.dice.randint(9, 18))]
        place = self.dice.randrange(len(words))
        kind = self.dice.random()
        if kind < 0.25:
            words[place] = f"**{words[place]}**"
        elif kind < 0.40:
            words[place] = f"*{words[place]}*"
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraph(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))

    def link(self):
        """A link to some page; both ways of writing its target stand in it until `for_verslag`, `for_hugo`."""
        target = self.dice.randrange(self.pages)
        return f"[{self.word()} {self.word()}](<<{target // SECTION:03d} {target:05d}>>)"

    def table(self):
        rows = "".join(
            f"| {name} | {self.dice.randint(1000, 9999)} | {self.dice.randint(1000, 9999)} "
            f"| {self.dice.uniform(-9, 9):+.1f}% |\n" for name in ROWS)
        return "| Wijk | 2019 | 2020 | Verschil |\n|:--|--:|--:|--:|\n" + rows

    def page(self, number):
        description = self.sentence().replace("*", "")[:90]
        return "\n".join([
            "---",
            f'title: "Pagina {number}: {self.word()} en {self.word()}"',
            f"date: 2020-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            f'tags: ["{self.word()}", "{self.word()}"]',
            f'description: "{description}"',
            "---", "",
            f"{self.paragraph(3)} Zie ook {self.link()}.", "",
            "## Achtergrond", "", self.paragraph(4), "",
            "### Cijfers", "", self.table(),
            "## Werkwijze", "", self.paragraph(4), "",
            *(f"- {self.sentence()}" for _ in range(4)), "",
            "### Bronnen", "",
            f"1. {self.link()}", f"2. {self.link()}", "3. [Statistiek](https://www.example.org/nl/cijfers)", "",
            "## Conclusie", "",
            f"{self.paragraph(4)} Lees {self.link()} voor meer.", ""])


def linked(text, before, after):
    """The text with each link in one of both spellings."""
    head, *rest = text.split("<<")
    parts = [head]
    for part in rest:
        target, tail = part.split(">>", 1)
        section, page = target.split()
        parts += [f"{before}rubriek-{section}/pagina-{page}{after}", tail]
    return "".join(parts)


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["verslag"]) or not sys.argv[2].isdigit() or int(sys.argv[2]) < 1:
        print(__doc__)
        return 2
    folder, pages, both = pathlib.Path(sys.argv[1]), int(sys.argv[2]), len(sys.argv) == 3
    sections = range((pages + SECTION - 1) // SECTION)
    ours, hugo = folder / "verslag", folder / "hugo"
    shutil.copytree(HERE / "verslag", ours, dirs_exist_ok=True)
    if both:
        shutil.copytree(HERE / "hugo", hugo, dirs_exist_ok=True)

    menu = "".join(f"  - {{page: rubriek-{section:03d}/index.md, title: Rubriek {section}}}\n" for section in sections)
    put(ours / "content/programme.yaml", f"title: Proefsite\nlanguage: nl\nnavigation:\n{menu}")
    put(ours / "content/index.md", "---\ntitle: Proefsite\n---\n\nWelkom.\n")
    if both:
        put(hugo / "content/_index.md", "---\ntitle: Proefsite\n---\n\nWelkom.\n")
    for section in sections:
        head = f'---\ntitle: "Rubriek {section}"\n---\n\nOverzicht van rubriek {section}.\n'
        # Hugo's template lists the pages of a section; ours is asked to by a block.
        block = f"\n```pages\nfolder: rubriek-{section:03d}\nstyle: list\n```\n"
        put(ours / f"content/rubriek-{section:03d}/index.md", head + block)
        if both:
            put(hugo / f"content/rubriek-{section:03d}/_index.md", head)
    writer = Writer(pages)
    for number in range(pages):
        text = writer.page(number)
        name = f"content/rubriek-{number // SECTION:03d}/pagina-{number:05d}.md"
        put(ours / name, linked(text, "../", ".md"))
        if both:
            put(hugo / name, linked(text, "../../", "/"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
