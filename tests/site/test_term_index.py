"""The index of terms stands in every language, and a reader without JavaScript finds it."""

import pytest

from harness import TRANSLATIONS, Built


@pytest.mark.parametrize("folder", ["", *(f"{locale}/" for locale in TRANSLATIONS)])
def test_every_language_has_its_index(site: Built, folder: str) -> None:
    """The first page leads to the index; each of its letters leads to entries; all terms of the glossary are there."""
    assert f"{folder}terms/" in [f"{folder}{href}" for href in site.page(folder).xpath("//nav//a/@href")]
    index = site.article(f"{folder}terms/")
    letters = [href[1:] for href in index.xpath(".//*[@class='kb-letters']/a/@href")]
    assert letters == index.xpath(".//h2[following-sibling::*[1]/self::dl]/@id")
    assert len(set(letters)) == len(letters) > 10
    names = {str(name.text_content()) for name in index.xpath(".//div[@class='kb-index']//dt")}
    terms = [str(term.text_content()).strip() for term in site.article(f"{folder}glossary/").iter("dt")]
    assert [term for term in terms if not {term, term.partition(" (")[0]} & names] == []
