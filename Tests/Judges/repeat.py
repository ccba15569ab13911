"""Judges that a build is the same bytes every time: built again, with one worker and with eight."""
import filecmp
import pathlib
import shutil
import subprocess
import sys
import tempfile

import verdict


def files(folder):
    return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}


def differences(one, other):
    one, other = files(one), files(other)
    found = [f"only in one of both: {name}" for name in sorted(one.keys() ^ other.keys())]
    found += [f"other bytes: {name}" for name in sorted(one.keys() & other.keys())
              if not filecmp.cmp(one[name], other[name], shallow=False)]
    return found


def beside(site, folder):
    """Puts the sealed editions that stand beside the edition into a folder: a draft tells what changed since the last of them."""
    for path in site.parent.iterdir() if (site.parent / "editions.json").is_file() else []:
        if path.name != site.name:
            (shutil.copytree if path.is_dir() else shutil.copy2)(path, folder / path.name)


def main():
    arguments = verdict.arguments(__doc__).parse_args()
    site = arguments.site.resolve()
    verdict.pages(site)
    result = verdict.Verdict()
    for jobs in ("1", "8"):
        with tempfile.TemporaryDirectory(dir=site.parent.parent) as folder:
            beside(site, pathlib.Path(folder))
            process = subprocess.run([str(arguments.command), "build", "--output", folder, "--jobs", jobs],
                                     capture_output=True, text=True)
            again = site.parent.parent / folder / site.name
            failed = [f"exit status {process.returncode}: {process.stderr[-1000:]}"] if process.returncode else []
            result.case(f"build with --jobs {jobs}", failed or differences(site, again))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
