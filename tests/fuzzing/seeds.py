"""Inputs to begin with, of the kinds that are read."""

CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: th\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. heading
#: docs/en/a.md:5
#, fuzzy
#| msgid "B"
msgctxt "a.md:2"
msgid "Decent work."
msgid_plural "A"
msgstr[0] "ก\\n"
msgstr[1] "\\"ข"

#~ msgid "C"
#~ msgstr "ค"
"""
XML = """\
<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" target-language="th"
 original="a.md" datatype="plaintext"><body><trans-unit id="2" xml:space="preserve"><source>Decent work.</source>
<target state="needs-adaptation">งาน<g id="1">ๆ</g></target><note>heading</note></trans-unit></body></file></xliff>
"""
RECORD = """\
# What each block of this page was made from. Written by `make translations`; not for editing.
page: a.md
blocks:
  - { block: "heading", anchor: "a", english: "1-1", translation: "2-2", state: "draft", origin: "machine", \
date: "2026-11-24" }
  - { block: "item", english: "3-3", translation: "4-4", made-from: "0-0", blob: "ff", state: "stale", \
origin: "person", reviewer: "ສົມ: \\"#\\\\", date: "2026-11-24" }
"""
HEAD = """\
---
title: "A: b"
description: Words
source:
  owner: ILO
  number: none
  date: 2022-06-10
---
"""
PAGE = (
    HEAD
    + """\

# A { #a }

Words *of* **ours**, [words](b.md#c) and `code`
{ #p }

> Quoted words
>
> — [ILO, paragraph 1](sources/ilo.md#one)

!!! editors-note "Note"

    - One
    - Two 2,5

| A | B |
|---|---|
| 1 | 2 { #c } |

Term
:   Definition

```
code
```

1. [Page](b.md#c){ .include }
"""
)
CONCEPT = """\
---
kind: principle
number: 1
---

# A { #a }

Words, a 2 and 3.

> Decent work is work. […] Quoted words stand here
>
> — [ILO, paragraph 1](sources/ilo.md#one)

!!! example "Example"

    “Quoted words stand here, 1 and 2” says the [ILO](sources/ilo.md).
"""
PAGE_TWO = "# A { #a }\n\nDecent work 1.\n\n> Decent work is work.\n>\n> — [ILO](sources/ilo.md#one)\n"
PLAIN = "# A\n\nWords *of* `ours`, [B](sources/ilo.md).\n\n- One\n- Two\n\n|A|B|\n|---|---|\n|1|2|\n"
IN_THAI = "# ก\n\nงาน *ของ* `ours` [ข](sources/ilo.md)\n\n- ค\n- ง\n\n|ก|ข|\n|---|---|\n|1|2|\n"
TERMS = 'term,forms,preferred,allowed,forbidden,status\ndecent work,decent work;decent jobs,งาน,"งาน ๆ",x; y,S\n'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><text x="1">A</text><path d="M1 1"/></g></svg>'
