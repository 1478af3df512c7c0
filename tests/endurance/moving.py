"""Builds the site and its editions on two differently set machines, as far as one machine can be set differently.

Run by `make faults`: time zone, language, home, user, path, rights of new files, order of sets, number of processes
differ, and nothing is kept from a build before. All bytes must be the same.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from workshop import ENVIRONMENT, Site, build, copy_wholly, differences, fingerprint

EDITIONS = ("epub", "zim", "offline")
NOBODY = 65534


class Machine(NamedTuple):
    """How a machine is set: where the project lies, its environment, the user, the rights of new files."""

    path: str
    environment: dict[str, str]
    user: int | None
    mask: int


MACHINES = (
    Machine(
        "project",
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "SITE_JOBS": "2"},
        None,
        0o022,
    ),
    Machine(
        "ບ່ອນ ທີ່ ເລິກ/ổ đĩa của tôi/" + "/".join("deep folder" for _ in range(8)) + "/kho kiến thức",
        {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "POSIX",
            "LANG": "th_TH",
            "LANGUAGE": "km:lo",
            "HOME": "/nonexistent",
            "USER": "nobody",
            "PYTHONHASHSEED": "4242",
            "SITE_JOBS": "1",
        },
        NOBODY,
        0o077,
    ),
)


def build_on(machine: Machine, folder: Path) -> Site:
    """The checksums of the site with its editions."""
    project = copy_wholly(folder / machine.path)
    before: list[str] = []
    if machine.user is not None and os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{machine.user}:{machine.user}", str(folder)], check=True)
        number = str(machine.user)
        # May read what Python needs, wherever it is installed, and write nothing but its own.
        reads = ["--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"]
        before = ["setpriv", "--reuid", number, "--regid", number, "--clear-groups", *reads]
    environment = dict(machine.environment)
    old = os.umask(machine.mask)
    try:
        done = build(project, *before, **environment)
        if done.code:
            sys.exit(f"The build on {machine.path} failed: {done.said[-3000:]}")
        for kind in EDITIONS:
            command = [*before, sys.executable, "-m", "knowledge_base", kind]
            given = ENVIRONMENT | environment | {"PYTHONPATH": str(project / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
            made = subprocess.run(command, cwd=project, env=given, capture_output=True, text=True)
            if made.returncode:
                sys.exit(f"The editions on {machine.path} failed: {made.stdout} {made.stderr[-3000:]}")
    finally:
        os.umask(old)
    return fingerprint(project / "site")


def main() -> int:
    sites = []
    for machine in MACHINES:
        with TemporaryDirectory(prefix="moving-") as folder:
            Path(folder).chmod(0o755)
            sites.append(build_on(machine, Path(folder)))
            print(f"{machine.path}: {len(sites[-1])} files", flush=True)
    changed = differences(*sites)
    print("\n".join(changed[:50]))
    print(f"{len(sites[0]) - len(changed)} of {len(sites[0])} files have the same bytes.")
    return int(bool(changed))


if __name__ == "__main__":
    sys.exit(main())
