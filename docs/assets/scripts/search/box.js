// The field and the list below it, in the theme's own markup. All words stand in the page, in the reader's language.
import { excerpt, marked, places } from "./excerpt.js"
import { fold } from "./folding.js"
import { makeFinder } from "./finder.js"
import { readPages } from "./pages.js"

const SHOWN = 20
const SECTIONS = 3
const FEW = 3
const SUGGESTED = 5
const REST = 120

// Opens the search behind a form; what it says stands in the form's data.
export function openBox(form) {
  const field = form.query
  const say = form.dataset
  const output = form.parentElement.querySelector(".md-search__output")
  const status = output.querySelector("[role=status]")
  const list = output.querySelector(".md-search-result__list")
  const finders = new Map()
  let asked = null
  let waiting

  const tell = words => {
    status.textContent = words
  }

  // The finder of a language, once its script is here; the script calls a function that all of them share.
  function finderOf(locale) {
    if (!finders.has(locale)) {
      finders.set(locale, load(`${say.base}/search/${locale}.js`).then(given => makeFinder(readPages(...given))))
      // What did not come may come the next time.
      finders.get(locale).catch(() => finders.delete(locale))
    }
    return finders.get(locale)
  }

  async function search() {
    const query = field.value
    if (query !== asked) {
      asked = query
      await answer(query)
    }
    if (query === field.value) output.setAttribute("aria-busy", "false")
  }

  async function answer(query) {
    if (!query.trim()) {
      list.replaceChildren()
      tell(say.begin)
      return
    }
    try {
      const finder = await finderOf(say.locale)
      if (query === asked) await show(finder, query)
    } catch {
      list.replaceChildren(wayOut())
      tell(say.broken)
      asked = null
    }
  }

  async function show(finder, query) {
    const pages = finder.find(query)
    const items = [...suggestions(finder, query), ...pages.slice(0, SHOWN).map(page => result(page))]
    list.replaceChildren(...items)
    output.querySelector(".md-search__scrollwrap").scrollTop = 0
    tell(count(pages.length))
    if (pages.length < FEW && say.locale !== "en") await showEnglish(query, pages.length)
    else if (!pages.length) list.append(wayOut())
  }

  async function showEnglish(query, own) {
    const english = await finderOf("en").catch(() => null)
    if (query !== asked) return
    const pages = english ? english.find(query) : []
    if (pages.length) {
      const heading = element("li", "kb-search__heading", say.english)
      list.append(heading, ...pages.slice(0, SHOWN).map(page => result(page)))
      tell(`${count(own)} · ${say.english}: ${pages.length}`)
    }
    if (!own) list.append(wayOut())
  }

  function count(number) {
    if (!number) return say.none
    return number === 1 ? say.one : say.other.replace("#", number)
  }

  // What to try when nothing was found, and where else to look.
  function wayOut() {
    const item = element("li", "kb-search__hint")
    const link = element("a", "", say.terms)
    link.href = say.termsAddress
    item.append(say.hint, " ", link)
    return item
  }

  // Titles, terms and owners that begin with what was typed so far.
  function suggestions(finder, query) {
    const begun = fold(query.trim())
    if (begun.length < 1 || begun.length > 30) return []
    const names = new Set()
    for (const page of finder.pages) {
      for (const section of page.worth > 1 ? page.sections : []) {
        if (section.anchor && page.worth < 5) continue
        const at = section.folded.heading.indexOf(begun)
        if (section.folded.heading !== begun && (at === 0 || (at > 0 && section.folded.heading[at - 1] === " "))) names.add(section.heading)
      }
    }
    const few = [...names].sort((a, b) => a.length - b.length).slice(0, SUGGESTED)
    if (!few.length) return []
    const item = element("li", "kb-search__suggestions")
    item.setAttribute("aria-label", say.suggestions)
    item.append(...few.map(name => {
      const button = element("button", "", name)
      button.type = "button"
      button.addEventListener("click", () => {
        field.value = name
        field.focus()
        search()
      })
      return button
    }))
    return [item]
  }

  function result({ page, hits }) {
    const item = element("li", "md-search-result__item")
    item.append(entry(page, hits[0], true))
    const others = hits.slice(1).filter(hit => hit.section.anchor).slice(0, SECTIONS)
    if (others.length) {
      const more = element("details", "md-search-result__more")
      const summary = element("summary")
      const words = others.length === 1 ? say.moreOne : say.moreOther.replace("#", others.length)
      summary.append(element("div", "", words))
      more.append(summary, ...others.map(hit => entry(page, hit, false)))
      item.append(more)
    }
    if (page.language !== say.language) item.lang = page.language
    return item
  }

  function entry(page, { section, marks }, isFirst) {
    const all = [...marks]
    const link = element("a", "md-search-result__link")
    const query = all.length ? `?h=${encodeURIComponent(all.join(" "))}` : ""
    link.href = `${say.base}/${fileOf(page.address)}${query}${section.anchor ? `#${section.anchor}` : ""}`
    link.tabIndex = 0
    const article = element("article", "md-search-result__article md-typeset")
    const title = element("p", isFirst ? "kb-search__title" : "kb-search__section")
    const shown = isFirst ? page.title : section.heading || section.name || page.title
    title.append(...marked(shown, places(shown, all, say.locale)))
    const where = isFirst && section.anchor && (section.name || section.heading)
    if (where && where !== page.title) title.append(" · ", ...marked(where, places(where, all, say.locale)))
    const text = element("p")
    text.append(...excerpt(section.text, all, say.locale))
    article.append(title, text)
    link.append(article)
    return link
  }

  // By arrow from the field into the list and back. Escape closes: see open-search.js.
  form.parentElement.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target === field) {
      event.preventDefault()
      list.querySelector("a")?.click()
      return
    }
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return
    const stops = [field, ...list.querySelectorAll("button, a, summary")].filter(stop => stop.offsetParent)
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)]
    if (next) {
      event.preventDefault()
      next.focus()
    }
  })
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("reset", () => setTimeout(() => {
    field.focus()
    search()
  }))
  field.addEventListener("input", () => {
    clearTimeout(waiting)
    output.setAttribute("aria-busy", "true")
    waiting = setTimeout(search, REST)
  })
  if (document.activeElement === field || field.value) {
    tell(say.begin)
    // The script of the language comes while the first word is typed.
    finderOf(say.locale).then(search, search)
  }
}

// In a folder nobody finds the page of a folder.
function fileOf(address) {
  return location.protocol === "file:" ? address.replace(/(^|\/)$/, "$1index.html") : address
}

let script = Promise.resolve()

// Loads what a script of the search hands over; one after another, since all of them call the same function.
function load(address) {
  script = script.catch(() => {}).then(() => new Promise((done, failed) => {
    const tag = document.createElement("script")
    window.knowledgeBaseSearch = (...given) => done(given)
    tag.src = address
    tag.onload = () => failed(new Error(`${address} handed nothing over`))
    tag.onerror = () => failed(new Error(`${address} did not come`))
    document.head.append(tag)
  }))
  return script
}

function element(tag, name = "", text = "") {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (text) made.textContent = text
  return made
}
