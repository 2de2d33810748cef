"""A Debian release in a folder: made once, then programs run inside it.

Made by debootstrap from the mirror that this machine's apt uses; signatures are checked.  Mounts are
made in a mount namespace of their own, so none is left behind however a program ends.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

SCRIPTS = Path("/usr/share/debootstrap/scripts")
CARRIED = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "http_proxy", "https_proxy", "no_proxy")
"""Environment variables, beside pip's, without which a network with its own rules is not reached."""
MOUNTS = ("/proc", "/dev", "/etc/resolv.conf", "/etc/hosts")
APT_SETTINGS = """\
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
APT::Install-Recommends "false";
"""
# A mirror may carry a testing release that is older than its stated validity; its signature still counts.


class RootFailed(Exception):
    """The release could not be made or something in it failed; the text is for the user."""


class DebianRoot:
    """One Debian release in a folder below ``roots``."""

    def __init__(self, suite: str, roots: Path):
        self.suite = suite
        self.folder = roots / suite
        self.log = roots / f"{suite}.log"
        self._carried = {
            name: value for name, value in os.environ.items() if name in CARRIED or name.startswith("PIP_")
        }

    def prepare(self, packages: Iterable[str]) -> None:
        """Make the release if it is not there yet, and install what is missing of ``packages``."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.log.write_text("", encoding="utf-8")
        if not self.folder.exists():
            self._bootstrap()
        installed = self.folder / "installed-packages"
        wanted = " ".join(packages)
        if installed.exists() and installed.read_text(encoding="utf-8") == wanted:
            return
        # Without the mounts of `run`: packages write where certificates are.
        environment = {**self._carried, "DEBIAN_FRONTEND": "noninteractive"}
        self._enter(f"apt-get update -q && apt-get install -q -y {wanted}", environment, {}, check=True)
        installed.write_text(wanted, encoding="utf-8")

    def run(
        self, script: str, environment: Mapping[str, str] = {}, mounts: Mapping[str, str] = {}, check: bool = True
    ) -> int:
        """Run a shell script inside; its output goes to the log.

        ``mounts`` are further folders: path inside to path outside.  They can be read only, as can
        what this machine's settings of pip and of certificates name.  The return value is the
        script's.  Raises `RootFailed` if it is not 0 and ``check`` is set.
        """
        words = " ".join(self._carried.values()).replace("file://", "").split()
        named = {word: word for word in words if word.startswith("/") and os.path.exists(word)}
        return self._enter(script, {**self._carried, **environment}, {**named, **mounts}, check)

    def _enter(self, script: str, environment: Mapping[str, str], mounts: Mapping[str, str], check: bool) -> int:
        shell = ["set -e"]
        for path in MOUNTS:
            shell.append(f"mount --rbind {shlex.quote(path)} {shlex.quote(self._mount_point(path, path))}")
        for inside, source in mounts.items():
            target = shlex.quote(self._mount_point(inside, source))
            shell += [f"mount --bind {shlex.quote(source)} {target}", f"mount -o remount,bind,ro {target}"]
        shell.append(f"exec chroot {shlex.quote(str(self.folder))} /bin/sh -ec {shlex.quote(script)}")
        variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root", **environment}
        command = ["unshare", "--mount", "--propagation", "private", "/bin/sh", "-c", "\n".join(shell)]
        return self._log_command(command, variables, check)

    def _bootstrap(self) -> None:
        """Make the release beside and rename, so that a folder is whole or not there."""
        if os.geteuid() != 0:
            raise RootFailed("Making a Debian release in a folder needs root.")
        if shutil.which("debootstrap") is None:
            raise RootFailed("debootstrap is missing: apt-get install debootstrap")
        part = self.folder.with_name(f"{self.suite}.part")
        shutil.rmtree(part, ignore_errors=True)
        script = SCRIPTS / self.suite
        # Older debootstraps do not know the names of newer releases; all are made as the unstable one.
        script = script if script.exists() else SCRIPTS / "sid"
        what = [self.suite, str(part), _mirror(), str(script)]
        command = ["debootstrap", "--force-check-gpg", "--variant=minbase", *what]
        self._log_command(command, dict(os.environ), check=True)
        (part / "etc/apt/apt.conf.d/90settings").write_text(APT_SETTINGS, encoding="utf-8")
        # A root that breaks is made again: speed instead of safety.
        (part / "etc/dpkg/dpkg.cfg.d/settings").write_text("force-unsafe-io\n", encoding="utf-8")
        part.rename(self.folder)

    def _mount_point(self, inside: str, source: str) -> str:
        """A place to mount on; a file is mounted on a file, a folder on a folder."""
        target = self.folder / inside.lstrip("/")
        if os.path.isdir(source):
            target.mkdir(parents=True, exist_ok=True)
        elif not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.touch()
        return str(target)

    def _log_command(self, command: list[str], environment: Mapping[str, str], check: bool) -> int:
        with self.log.open("ab") as log:
            code = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, check=False
            ).returncode
        if check and code != 0:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
            raise RootFailed("\n".join([f"{self.suite}: failed; the end of {self.log}:", *lines[-20:]]))
        return code


def _mirror() -> str:
    """Address of the Debian mirror that this machine's apt uses."""
    command = ["apt-get", "indextargets", "--format", "$(ORIGIN) $(LABEL) $(REPO_URI)", "Created-By: Packages"]
    listing = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    for line in listing.splitlines():
        if line.startswith("Debian Debian "):
            return line.split()[2]
    raise RootFailed("apt knows no Debian mirror on this machine; run apt-get update first.")
