"""Files in a ZIP archive: the same files and the same time give the same bytes, on every machine."""

from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first year that a ZIP archive can name.
EARLIEST = 1980


def add_file(archive: ZipFile, path: str, content: bytes, made: datetime, packing: int = ZIP_DEFLATED) -> None:
    """Adds a file that everybody may read, with the time that the archive is of."""
    info = ZipInfo(path, (max(made.year, EARLIEST), made.month, made.day, made.hour, made.minute, made.second // 2 * 2))
    # As on Unix, wherever it is made.
    info.create_system, info.external_attr, info.compress_type = 3, 0o644 << 16, packing
    archive.writestr(info, content, compresslevel=9)
