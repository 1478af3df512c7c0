"""A site of four pages without a fault, and the faults that tests make in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is changed, and what the build must say: the place with the message, and the remedy."""

    pages: dict[str, str]
    place: str
    remedy: str


SOURCE = """
---
title: A source
source:
  owner: An owner
  short_owner: Owner
  title: A text
  number: none
  date: 2022-06-10
  address: unknown
  rights: ©
  language: en
---

# A source

Work together, decide together.
{ #principle-1 }
"""
SET = "---\ntitle: Principles\nset: principle\ncount: 1\ncounted_by: Owner\n---\n\n# Principles\n"
CONCEPT = """
---
title: Together
kind: principle
number: 1
---

# Together

> Work together
>
> — [Owner, A text](../sources/text.md#principle-1)
"""
GOOD = {
    "index.md": "# Home\n\n[Together](principles/together.md)\n",
    "principles/index.md": SET,
    "principles/together.md": CONCEPT,
    "sources/text.md": SOURCE,
}

FAULTS = {
    "one word of a quotation": Fault(
        {"principles/together.md": CONCEPT.replace("> Work together", "> Work to-gether")},
        "docs/en/principles/together.md:9: these words do not stand in sources/text.md#principle-1",
        "Copy it from there.",
    ),
    "the anchor of a link": Fault(
        {"principles/together.md": CONCEPT.replace("#principle-1", "#principal-1")},
        "docs/en/principles/together.md:11: there is no passage #principal-1 in docs/en/sources/text.md",
        "The nearest is #principle-1.",
    ),
    "the number of a principle": Fault(
        {"principles/together.md": CONCEPT.replace("number: 1", "number: 2")},
        "docs/en/principles/together.md:4: the number of this principle is not between 1 and 1",
        "the count stands in docs/en/principles/index.md",
    ),
    "the front matter": Fault(
        {"index.md": "---\ntitle: Home: sweet home\n---\n\n# Home\n"},
        "docs/en/index.md:2: broken YAML",
        "Mend the front matter",
    ),
}

# The same site in Lao, without its principle.
LAO = {
    "../.translations/lo/labels.po": (
        'msgid "This page has not been translated yet. Below is the English text."\nmsgstr "ຍັງບໍ່ໄດ້ແປ"\n\n'
        'msgid "This translation is a draft. Nobody has reviewed it yet."\nmsgstr "ສະບັບຮ່າງ"\n'
    ),
    "../lo/index.md": "---\ntitle: ໜ້າທຳອິດ\n---\n\n# ໜ້າທຳອິດ\n\n[ນຳກັນ](principles/together.md)\n",
    "../lo/principles/index.md": "---\ntitle: ຫຼັກການ\n---\n\n# ຫຼັກການ\n",
    "../lo/sources/text.md": (
        "---\ntitle: ແຫຼ່ງ\nsource:\n  title: ຂໍ້ຄວາມ\n---\n\n# ແຫຼ່ງ\n\nເຮັດວຽກນຳກັນ, ຕັດສິນນຳກັນ.\n{ #principle-1 }\n"
    ),
}
