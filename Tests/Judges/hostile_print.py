"""Judges that nothing an author writes is a command of Typst: it is printed as it stands, and no file is read that the report does not own.

A programme is made with text in every place that a report prints: names, headings, captions, cells, notes, data, labels. The texts
are commands and special characters of Typst, random ones among them. Each stands between marks, and must come out of the PDF as it
went in. A file beside the programme holds a secret, which must not.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import verdict

SECRET = "GEHEIM7391"
ATTACKS = [
    '#read("/secret.txt")', '#read("../../secret.txt")', '#include "/secret.txt"', '#import "/secret.txt": *', '"); #read("/secret.txt"); ("',
    '\\"); #read("secret.txt"); (\\"', '#image("/secret.png")', '#eval("read(\\"secret.txt\\")")', "#{while true {}}", "#panic(1)", "#pagebreak()",
    "#set page(width: 1pt)", "$ integral x $", "@cite", "<label>", "// gone", "/* gone", "*/", "\\", "\\\\", "\\u{41}", "`raw`", "~", "--", "---",
    "...", "= Kop", "- punt", "+ punt", "/ term: uitleg", "#", "##", "#sys.inputs", "#(1+1)", "#[x]", "https://example.org/#read(x)", "'a' \"b\"",
    "*vet*", "_schuin_", "{x}", "]", "[", ")", "(", ";", "%", "&", "^", "|", "{{", "}}",
]
PIECES = list("#$@\\*_`/\"'[](){}<>=+-~;:,.&|^%! ") + ["//", "/*", "*/", "#read", "#let x", "\\u{", "a", "é", "1"]


def texts(seed):
    """The attacks, and as many random ones."""
    chance = random.Random(seed)
    made = ["".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12))).strip() for _ in range(len(ATTACKS))]
    return [text for text in ATTACKS + made if text]


class Programme:
    """Texts with marks around them, by the place where they stand."""

    def __init__(self):
        self.expected = {}

    def mark(self, text):
        """The text between marks that nothing else in the report has."""
        number = len(self.expected)
        self.expected[number] = text
        return f"q{number}q {text} z{number}z"

    def yaml(self, text):
        return json.dumps(self.mark(text), ensure_ascii=False)

    def markdown(self, text):
        """The text so that Markdown shows it as it is: every sign of ASCII escaped."""
        return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", self.mark(text))


def write(root, programme, group):
    def file(name, text):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    y, m = programme.yaml, programme.markdown
    texts_left = iter(group)
    take = texts_left.__next__
    file("content/programme.yaml", f"title: {y(take())}\nsubtitle: {y(take())}\nperiod: {y(take())}\nplace: {y(take())}\n"
         f"publisher: {y(take())}\npartners: [{y(take())}]\nfunders: [{y(take())}]\nedition: {{id: proef, title: {y(take())}, date: 2021-03-15}}\n")
    file("content/index.md", "---\ntitle: Start\n---\n")
    rows = [(take(), take()) for _ in range(2)]
    cell = '"' + programme.mark(take()).replace('"', '""') + '"'
    body = [f"---\ntitle: {y(take())}\nkind: chapter\nnumber: 1\ndescription: Proef\n---\n",
            f"## {m(take())}\n", m(take()) + "[^1]\n", f"[^1]: {m(take())}\n", f"- {m(take())}\n\n", f"**{m(take())}** en *{m(take())}*\n",
            f"> {m(take())}\n>\n> — {m(take())}\n", f"> [!NOTE]\n> {m(take())}\n", f"[{m(take())}](https://example.org/#$@)\n",
            f"| {m(take())} | b |\n| --- | --- |\n" + "".join(f"| {m(a)} | {m(b)} |\n" for a, b in rows),
            "```\n" + programme.mark(take()) + "\n```\n",
            f"```table\nid: tab-a\nfrom: d\ntitle: Tabel\ncolumns: [naam, aantal]\n```\n", "Cijfer {{ getal }}.\n"]
    file("content/een.md", "\n".join(body))
    file("data/datapackage.yaml", f"""name: d
resources:
  - name: d
    path: d.csv
    title: Data
    sources: [{{title: {y(take())}}}]
    schema: {{fields: [{{name: naam, title: {y(take())}, type: string}}, {{name: aantal, title: Aantal, type: integer}}]}}
    verslag: {{privacy: {{counts: none, reason: proef}}}}
""")
    file("data/d.csv", f"naam,aantal\n{cell},3\n")
    file("data/indicators.yaml", f"- {{id: getal, label: {y(take())}, value: {y(take())}, source: {y(take())}}}\n")
    file("secret.txt", SECRET)
    file("../secret.txt", SECRET)
    if (left := sum(1 for _ in texts_left)):
        verdict.stop(f"{left} texts have no place")


# How many texts one programme holds.
PLACES = 31


def printed(pdf):
    """The PDF's text with line ends, hyphens at line ends and places to break taken out."""
    return subprocess.run([verdict.tool("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def condensed(text):
    return re.sub(r"[\s\u00ad\u200b\u2010\u2060-]+", "", text)


def judge(command, group, result):
    programme = Programme()
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "programma"
        write(root, programme, group)
        process = subprocess.run([str(command), "report", "--root", str(root), "--output", folder],
                                 capture_output=True, text=True, timeout=120, check=False)
        pdf = pathlib.Path(folder) / "eindrapport.pdf"
        if process.returncode or not pdf.is_file():
            result.case(f"report of {group[0]!r}…", [f"exit status {process.returncode}: {process.stderr[-2000:]}"])
            return
        shown = condensed(printed(pdf))
    for number, text in programme.expected.items():
        wanted = condensed(f"q{number}q{text}z{number}z")
        found = re.search(f"q{number}q.*?z{number}z", shown)
        result.case(f"text {text!r}", [] if wanted in shown else [f"printed as {found.group(0) if found else None!r}"])
    result.case("the secret stays out", [SECRET] if SECRET in shown else [])


def judge_files(command, result):
    """Images and drawings that lead elsewhere."""
    outside = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">{}</svg>'
    drawings = {
        "href.svg": outside.format('<image href="../../secret.svg" width="100" height="100"/>'),
        "absolute.svg": outside.format('<image xlink:href="/secret.svg" width="100" height="100"/>'),
        "file.svg": outside.format('<image href="file://{secret}" width="100" height="100"/>'),
        "entity.svg": '<!DOCTYPE svg [<!ENTITY x SYSTEM "../../secret.txt">]>' + outside.format("<text x='5' y='50'>&x;</text>"),
    }
    for name, drawing in drawings.items():
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "programma"
            (root / "content").mkdir(parents=True)
            secret = pathlib.Path(folder) / "secret.svg"
            for place in (secret, root / "secret.svg", root / "content" / "secret.svg"):
                place.write_text(outside.format(f"<text x='5' y='50'>{SECRET}</text>"))
            (pathlib.Path(folder) / "secret.txt").write_text(SECRET)
            (root / "content" / "programme.yaml").write_text("title: Proef\n")
            (root / "content" / "index.md").write_text("---\ntitle: Start\n---\n")
            (root / "content" / "een.md").write_text(f"---\ntitle: Een\nkind: chapter\n---\n\n![plaat]({name})\n")
            (root / "content" / name).write_text(drawing.replace("{secret}", str(secret)))
            process = subprocess.run([str(command), "report", "--root", str(root), "--output", folder],
                                     capture_output=True, text=True, timeout=120, check=False)
            pdf = pathlib.Path(folder) / "eindrapport.pdf"
            findings = []
            if process.returncode not in (0, 1):
                findings.append(f"exit status {process.returncode}: {process.stderr[-500:]}")
            if pdf.is_file() and SECRET in printed(pdf):
                findings.append("the secret is printed")
            result.case(f"drawing {name}", findings)


def main():
    command = verdict.arguments(__doc__.splitlines()[0]).parse_args().command.resolve()
    os.environ["VERSLAG_TYPST"] = str(pathlib.Path(sys.executable).parent.parent)
    result = verdict.Verdict()
    every = texts(7)
    for start in range(0, len(every), PLACES):
        group = every[start:start + PLACES]
        judge(command, group + every[:PLACES - len(group)], result)
    judge_files(command, result)
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
