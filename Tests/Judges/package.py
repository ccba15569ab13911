"""Judges data/datapackage.yaml and every table in it with Frictionless.

Tables that are declared as padded (`verslag: padded: true`, as StatLine writes them) are judged without the blanks
around their values: the standard has no word for padding, and reads the blanks as part of the value.
"""
import csv
import pathlib
import shutil
import sys
import tempfile

import verdict

DESCRIPTOR = pathlib.Path(__file__).resolve().parents[2] / "data" / "datapackage.yaml"


def trim(path, dialect):
    """Rewrites a CSV file without the blanks around its values."""
    options = {"delimiter": dialect.get("delimiter", ","), "quotechar": dialect.get("quoteChar", '"')}
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [[cell.strip(" ") for cell in row] for row in csv.reader(file, **options)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, **options).writerows(rows)


def main():
    parser = verdict.arguments(__doc__.splitlines()[0])
    parser.add_argument("--descriptor", type=pathlib.Path, default=DESCRIPTOR)
    descriptor = parser.parse_args().descriptor.resolve()
    if not descriptor.is_file():
        verdict.stop(f"{descriptor} is missing")
    try:
        import frictionless
        import yaml
    except ImportError:
        verdict.stop("the packages frictionless and PyYAML are missing: run scripts/setup test")

    described = yaml.safe_load(descriptor.read_text(encoding="utf-8")).get("resources") or []
    if not described:
        verdict.stop(f"{descriptor} describes no table")
    result = verdict.Verdict()
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "data"
        shutil.copytree(descriptor.parent, copy)
        for resource in described:
            if (resource.get("verslag") or {}).get("padded") and (copy / resource["path"]).is_file():
                trim(copy / resource["path"], resource.get("dialect") or {})
        report = frictionless.validate(str(copy / descriptor.name))
    result.case(descriptor.name, [error.message for error in report.errors])
    for task in report.tasks:
        findings = [error.message for error in task.errors]
        if not task.stats.get("rows"):
            findings.append("no row was read")
        result.case(task.place, findings[:20] + ([f"and {len(findings) - 20} more"] if len(findings) > 20 else []))
    if len(report.tasks) != len(described):
        result.case("tables", [f"{len(described)} are described, {len(report.tasks)} were judged"])
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
