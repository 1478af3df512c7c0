// What the list holds, in the theme's markup; `say` has the words in the reader's language.
import { excerpt, marked, places } from "./excerpt.js"

// How many further sections of a page are shown.
const SECTIONS = 3

function element(tag, name = "", text = "") {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (text) made.textContent = text
  return made
}

export function heading(words) {
  return element("li", "kb-search__heading", words)
}

// What to try when nothing was found, and where else to look.
export function wayOut(say) {
  const item = element("li", "kb-search__hint")
  const link = element("a", "", say.terms)
  link.href = say.termsAddress
  item.append(say.hint, " ", link)
  return item
}

// The names as buttons in one item; no item without names.
export function suggestions(names, say, choose) {
  if (!names.length) return []
  const item = element("li", "kb-search__suggestions")
  item.setAttribute("aria-label", say.suggestions)
  item.append(...names.map(name => {
    const button = element("button", "", name)
    button.type = "button"
    button.addEventListener("click", () => choose(name))
    return button
  }))
  return [item]
}

// A page that was found: its best section, the next ones folded away.
export function result({ page, hits }, say) {
  const item = element("li", "md-search-result__item")
  item.append(entry(page, hits[0], true, say))
  const others = hits.slice(1).filter(hit => hit.section.anchor).slice(0, SECTIONS)
  if (others.length) {
    const more = element("details", "md-search-result__more")
    const summary = element("summary")
    const words = others.length === 1 ? say.moreOne : say.moreOther.replace("#", others.length)
    summary.append(element("div", "", words))
    more.append(summary)
    // Few are opened, and to cut out and mark takes its time for each.
    more.addEventListener("toggle", () => more.append(...others.map(hit => entry(page, hit, false, say))), { once: true })
    item.append(more)
  }
  if (page.language !== say.locale) item.lang = page.language
  return item
}

function entry(page, { section, marks }, isFirst, say) {
  const all = [...marks]
  const show = text => marked(text, places(text, all, say.locale))
  const link = element("a", "md-search-result__link")
  link.href = `${say.base}/${fileOf(page.address)}?h=${encodeURIComponent(all.join(" "))}${section.anchor && "#"}${section.anchor}`
  const title = element("p", isFirst ? "kb-search__title" : "kb-search__section")
  const named = section.name || section.heading
  title.append(...show(isFirst ? page.title : section.heading || section.name || page.title))
  if (isFirst && section.anchor && named && named !== page.title) title.append(" · ", ...show(named))
  const text = element("p")
  text.append(...excerpt(section.text, all, say.locale))
  const article = element("article", "md-search-result__article md-typeset")
  article.append(title, text)
  link.append(article)
  return link
}

// In a folder nobody finds the page of a folder.
function fileOf(address) {
  return location.protocol === "file:" ? address.replace(/(^|\/)$/, "$1index.html") : address
}
