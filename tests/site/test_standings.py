"""What readers see of a translation that is not what the English says now: built from a repository with a history."""

import pytest

from harness import Built, build, commit, make_project, write_pages
from knowledge_base.reading import read_library
from knowledge_base.recording import mark_reviewed, update_records

ENGLISH = """
# Home

One fish for each.

- Two cows
  { #two }
- Three goats

Old words.

> Work together
>
> — [Owner, A text](sources/text.md#one)
"""
INDONESIAN = """
---
title: Beranda
---

# Beranda

Seekor ikan untuk setiap orang.

- Dua sapi
  { #two }
- Tiga kambing

Kata lama.

> Bekerja bersama
>
> — [Pemilik, Teks](sources/text.md#one)
"""
SOURCE = """
---
title: A text
source: { owner: O, short_owner: O, title: T, number: none, date: unknown, address: unknown, rights: R, language: en }
---

# A text

Work together.
{ #one }
"""
SUMBER = """
---
title: Teks
source: { owner: O, short_owner: O, title: T, rights: R }
---

# Teks

Bekerja bersama.
{ #one }
"""
PAGES = {
    "index.md": ENGLISH,
    "sources/text.md": SOURCE,
    "translations.md": "---\nshows: progress\n---\n\n# How far\n",
    "../id/index.md": INDONESIAN,
    "../id/sources/text.md": SUMBER,
    "../.translations/reviewers.yml": "Budi: [id]\n",
}
AFTER = (
    ENGLISH.replace("One fish", "Two fishes")
    .replace("Old words.\n\n", "")
    .replace("- Three goats", "- A [new](index.md#new) hen\n  { #hen }\n- Three goats")
    + "\n## New { #new }\n\nNew words.\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site whose English page was changed in many ways after its translation was recorded, and reviewed in part."""
    folder = tmp_path_factory.mktemp("standings")
    project = make_project(folder, PAGES)
    docs = project / "docs"
    update_records(docs, read_library(docs).pages, "2026-11-24", "machine")
    mark_reviewed(read_library(docs), docs, ("id", "index.md"), "Budi", "2027-01-15", "two")
    commit(project)
    write_pages(docs / "en", {"index.md": AFTER})
    built = build(project, folder / "site", "--strict")
    assert (built.code, built.output) == (0, "")
    return built


def test_a_stale_block_shows_both_english_versions_and_their_difference(site: Built) -> None:
    """Behind the old translation a mark opens: the English before and now, marked as English, changed words marked."""
    stale = next(each for each in site.article("id/").iter("p") if each.text_content().startswith("Seekor"))
    mark = stale.getnext()
    assert mark is not None
    assert mark.tag == "details"
    before, now = (each for each in mark.iter("p") if each.get("lang") == "en")
    assert (before.text_content(), now.text_content()) == ("One fish for each.", "Two fishes for each.")
    assert ([each.text_content().strip() for each in before.iter("del")], [each.tag for each in now]) == (
        ["One fish"],
        ["ins"],
    )


def test_what_is_not_translated_yet_stands_there_in_english(site: Built) -> None:
    """A new list item, heading and paragraph stand in their places, in English and marked so, with their anchors."""
    article = site.article("id/")
    new = article.find_class("kb-untranslated")
    assert [(each.tag, each.get("lang"), each.get("id")) for each in new] == [
        ("li", "en", "hen"),
        ("h2", "en", "new"),
        ("p", "en", "block-9"),
    ]
    texts = [each.text_content().split("\n")[0].strip() for each in article.iter("li") if each.getparent() is not None]
    assert [text[:6] for text in texts if text][:3] == ["Dua sa", "A new ", "Tiga k"]


def test_what_the_english_has_no_longer_says_so(site: Built) -> None:
    """A paragraph whose English is gone stays, with a line that says so."""
    old = next(each for each in site.article("id/").iter("p") if each.text_content() == "Kata lama.")
    mark = old.getnext()
    assert mark is not None
    assert mark.get("class") == "kb-changed"


def test_a_page_that_was_reviewed_in_part_says_which_part(site: Built) -> None:
    """The notice names the reviewer, the day and how many blocks; what nobody reviewed has a class of its own."""
    article = site.article("id/")
    notice = article.find_class("kb-notice")[0].text_content()
    assert "1 were reviewed by Budi on 15 Januari 2027" in " ".join(notice.split())
    assert {each.tag for each in article.find_class("kb-draft")} == {"h1", "li", "figure"}
    assert "Dua sapi" not in "".join(each.text_content() for each in article.find_class("kb-draft"))


def test_the_status_page_links_to_the_very_block(site: Built) -> None:
    """Each block that needs a translator is linked; the anchors are on the pages."""
    links = [
        str(link.get("href"))
        for link in site.article("translations/").iter("a")
        if str(link.get("href", "")).startswith("../id/#")
    ]
    ids = {str(each.get("id")) for each in site.article("id/").iter() if each.get("id")}
    assert len(links) == 5
    assert {link.partition("#")[2] for link in links} <= ids
