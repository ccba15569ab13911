"""Pipe tables to compare with cmark-gfm: those of the GFM specification, and generated ones.

The generated ones come from a fixed seed, so that a failure has a number that stays.
"""
import random
import re

SEED = 2021
CELLS = ["", " ", "wijk", "Limmel", "**sterk**", "*nadruk*", "`code`", "`een \\| twee`", "a \\| b", "\\|", "\\\\", "\\*",
         "[naar](x.md)", "![beeld](b.png)", "<https://example.org>", "&amp;", "€ 1.250", "12,5 %", "één", "- niet",
         "> niet", "# niet", "1. niet", "`open", "*open", "---", ":--", "a  b", "~~x~~", "\"aanhaling\"", "a & b < c"]
DELIMITERS = ["---", ":--", "--:", ":-:", "-", ":-", "-:", ":---------:"]
BEFORE = ["", "", "", "Een alinea.\n\n", "Een alinea.\n", "- punt\n\n", "## Kop\n", "> citaat\n\n"]
AFTER = ["", "", "\nSlot.\n", "Geen lege regel.\n", "> citaat\n", "- punt\n", "# Kop\n", "```\nx\n```\n", "    vier\n", "***\n"]
INSIDE = ["", "", "", "", "> ", "- ", "1. "]


def specified(text):
    """The examples of the extension named table in the GFM specification: (number of the line, Markdown)."""
    pattern = re.compile(r"^`{32} example table\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)
    return [(text.count("\n", 0, found.start()) + 1, found[1].replace("→", "\t")) for found in pattern.finditer(text)]


def row(dice, cells):
    """One row, with its outer pipes or without, with blanks or without."""
    blank = dice.choice(["", " ", "  "])
    line = "|".join(blank + cell + blank for cell in cells)
    outer = dice.randrange(6)
    if outer != 0 or len(cells) == 1 or not line.strip():
        line = "|" + line
    if outer != 1:
        line += "|"
    return line


def table(dice):
    """One table, and often something wrong with it: a cell too many or too few, no delimiter row, text against it."""
    columns = dice.randint(1, 5)

    def cells(count):
        return [dice.choice(CELLS) for _ in range(count)]

    def about(chance):
        return columns + (dice.choice([-1, 1]) if dice.random() < chance and columns > 1 else 0)

    lines = [row(dice, cells(columns)), row(dice, [dice.choice(DELIMITERS) for _ in range(about(0.1))])]
    lines += [row(dice, cells(about(0.25))) for _ in range(dice.randint(0, 4))]
    if dice.random() < 0.05:
        lines[1] = lines[1].replace("-", "=")
    inside = dice.choice(INSIDE)
    rest = "> " if inside == "> " else " " * len(inside)
    body = "".join((inside if place == 0 else rest) + line + "\n" for place, line in enumerate(lines))
    return dice.choice(BEFORE) + body + dice.choice(AFTER)


def generated(count):
    dice = random.Random(SEED)
    return [table(dice) for _ in range(count)]
