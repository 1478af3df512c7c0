// The search as a whole: loaded when a reader goes to the field, or comes from a result to a page.
import { markIn } from "./excerpt.js"
import { openBox } from "./box.js"

const form = document.querySelector(".md-search__form")
const say = document.querySelector(".kb-search-words")?.dataset
const asked = new URLSearchParams(location.search).get("h")

if (form && asked && document.querySelector("article")) {
  markIn(document.querySelector("article"), asked.split(" "), say.locale)
  // Whoever passes the address on passes on the page, not what was looked for.
  history.replaceState(null, "", location.pathname + location.hash)
}
if (form) {
  say.open = ""
  openBox(form, say)
}
