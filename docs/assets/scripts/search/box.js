// The field and the list below it, in the theme's own markup. All words stand in the page, in the reader's language.
import { begunNames, makeFinder } from "./finder.js"
import { heading, result, suggestions, wayOut } from "./list.js"
import { readPages } from "./pages.js"

const SHOWN = 20
// With fewer pages of the reader's language, English ones come below.
const FEW = 3
// Milliseconds to wait for the next letter.
const REST = 120

// Opens the search behind a form; `say` is what it says, and where its parts are.
export function openBox(form, say) {
  const field = form.query
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
      list.replaceChildren(wayOut(say))
      tell(say.broken)
      asked = null
    }
  }

  async function show(finder, query) {
    const pages = finder.find(query)
    const names = begunNames(finder, query)
    list.replaceChildren(...suggestions(names, say, choose), ...results(pages))
    output.querySelector(".md-search__scrollwrap").scrollTop = 0
    tell(count(pages.length))
    if (pages.length < FEW && say.locale !== "en") await showEnglish(query, pages.length)
    else if (!pages.length) list.append(wayOut(say))
  }

  async function showEnglish(query, own) {
    const english = await finderOf("en").catch(() => null)
    if (query !== asked) return
    const pages = english ? english.find(query) : []
    if (pages.length) {
      list.append(heading(say.english), ...results(pages))
      tell(`${count(own)} · ${say.english}: ${pages.length}`)
    }
    if (!own) list.append(wayOut(say))
  }

  function results(pages) {
    return pages.slice(0, SHOWN).map(found => result(found, say))
  }

  function choose(name) {
    field.value = name
    field.focus()
    search()
  }

  function count(number) {
    if (!number) return say.none
    return number === 1 ? say.one : say.other.replace("#", number)
  }

  // By arrow from the field into the list and back. Escape closes: see open-search.js.
  form.parentElement.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target === field) {
      event.preventDefault()
      if (output.getAttribute("aria-busy") === "false") list.querySelector(".md-search-result__link")?.click()
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
