"""Fuzzing by coverage: atheris changes inputs, and goes on from those that reach lines that no other reached.

python -m fuzzing.by_coverage FOLDER TARGET COUNT SEED
"""

import json
import os
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["knowledge_base", "babel.messages", "yaml", "mdit_py_plugins"]):
    from fuzzing.inputs import SIGNS
    from fuzzing.targets import TARGETS
    from fuzzing.watch import Log

LONGEST = 4096


def main(folder: Path, name: str, count: int, chance: int) -> None:
    """Fuzzes one target, prints as JSON how many inputs there were, and ends the process."""
    log = Log(folder, name, TARGETS[name].check)
    corpus = folder / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(TARGETS[name].seeds):
        (corpus / f"seed-{number}").write_text(text, encoding="utf-8")
    words = folder / "signs.txt"
    pieces = [sign.encode("utf-8", "surrogatepass") for sign in SIGNS if 0 < len(sign) < 30]
    words.write_text(
        "".join(f'"{"".join(f"{chr(92)}x{byte:02x}" for byte in piece)}"\n' for piece in pieces), encoding="ascii"
    )

    def run(given: bytes) -> None:
        log.run(given)
        if log.count >= count:
            print(json.dumps({"by": "coverage", "target": name, "count": log.count, "kinds": log.kinds}), flush=True)
            # libFuzzer knows no way to end from inside.
            os._exit(0)

    options = [f"-seed={chance}", f"-max_len={LONGEST}", f"-dict={words}", "-verbosity=0", "-timeout=60"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
