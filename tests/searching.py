"""How tests use the search: the field, and a question asked as fast as the page can answer."""

from playwright.sync_api import Page

from harness import TRANSLATIONS

LOCALES = ("en", *TRANSLATIONS)
FIELD = ".md-search__input"
# Types a query and gives the addresses that it found, as soon as the list is complete.
ASK = """async query => {
    const field = document.querySelector(".md-search__input")
    const output = document.querySelector(".md-search__output")
    field.focus()
    field.value = query
    field.dispatchEvent(new Event("input", { bubbles: true }))
    for (let waited = 0; output.getAttribute("aria-busy") !== "false"; waited += 5) {
        if (waited > 8000) throw new Error(`No answer to ${query}`)
        await new Promise(resolve => setTimeout(resolve, 5))
    }
    const heading = output.querySelector(".kb-search__heading")
    return [...output.querySelectorAll(".md-search-result__item > a")]
        .filter(link => !heading || link.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING)
        .map(link => link.href.replace(/[?].*?(?=#|$)/, "").replace("index.html", ""))
}"""


def ask(page: Page, query: str) -> list[str]:
    """The addresses that a query finds, the best first."""
    found: list[str] = page.evaluate(ASK, query)
    return found
