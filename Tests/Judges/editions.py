"""Judges that the sealed editions of this repository are what they say: digests recomputed without verslag, every edition built again.

An edition that another version of the command sealed may come out differently; what differs is then told, and no failure.
"""
import hashlib
import json
import re
import subprocess
import sys

import verdict


def canonical(value):
    """JSON as editions.json has it."""
    return (json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def digests(editions, edition, folder):
    """What does not fit in an entry, by the rules that the manual gives."""
    files = edition["files"]
    found = [f"{path}: other bytes" for path, digest in files.items() if sha256((folder / path).read_bytes()) != digest]
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}
    found += [f"{path}: not in editions.json" for path in sorted(there - files.keys())]
    listed = "".join(f"{files[path]}  {path}\n" for path in sorted(files, key=str.encode))
    if sha256(listed.encode()) != edition["treeDigest"]:
        found.append("treeDigest")
    core = {key: value for key, value in edition.items() if key not in ("entryDigest", "errata", "signature")}
    if sha256(canonical(core)) != edition["entryDigest"]:
        found.append("entryDigest")
    entered = [{"edition": other["id"], "erratum": erratum}
               for other in editions for erratum in other["errata"] if erratum["mendedIn"] == edition["id"]]
    if (sha256(canonical(entered)) if entered else None) != edition["errataDigest"]:
        found.append("errataDigest")
    return found


def rebuilt(command, edition, output):
    """What differs when the edition is built again from its commit."""
    process = subprocess.run([str(command), "edition", "verify", "--rebuild", edition["id"], "--output", str(output)],
                             capture_output=True, text=True)
    if process.returncode == 0:
        return []
    version = subprocess.run([str(command), "--version"], capture_output=True, text=True).stdout.split()[-1]
    lines = process.stderr.splitlines()
    differing = [line for line in lines if line.endswith("[edition.rebuild]")]
    # Another version may write other bytes, and may refuse sources or templates that the old one took: `verify` says so, with the
    # version that built it. The digests above hold whatever is said here.
    if version != edition["toolVersion"] and differing:
        others = [line for line in lines if re.search(r"\[[a-z.-]+\]$", line) and line not in differing]
        what = f"not built by this version: {others[0]}" if others else f"{len(differing)} files differ"
        print(f"{edition['id']}: {what}; {edition['toolVersion']} sealed it, this is {version}")
        return []
    hint = ["raise toolVersion in Sources/SiteBuild/ToolVersion.swift: pages of this version are sealed"] if differing else []
    return lines[:20] + hint


def main():
    arguments = verdict.arguments(__doc__).parse_args()
    site = arguments.site.resolve().parent
    path = site / "editions.json"
    if not path.is_file():
        verdict.stop(f"no {path}")
    listed = json.loads(path.read_bytes())
    result = verdict.Verdict()
    result.case("editions.json", [] if path.read_bytes() == canonical(listed) else ["is not canonical"])
    landing = listed["editions"][-1]["landing"]
    result.case("landing", [name for name, digest in landing.items() if sha256((site / name).read_bytes()) != digest])
    for edition in listed["editions"]:
        result.case(f"{edition['id']}: digests", digests(listed["editions"], edition, site / edition["id"]))
        result.case(f"{edition['id']}: built again", rebuilt(arguments.command, edition, site))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
