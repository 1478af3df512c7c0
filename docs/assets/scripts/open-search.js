// The way into the search: its scripts come when a reader goes to the field, presses "/", or comes from one of its
// results; until then nothing of it is loaded.
"use strict"

const searchForm = document.querySelector(".md-search__form")

if (searchForm) {
  const field = searchForm.query
  const say = document.querySelector(".kb-search-words").dataset
  const toggle = document.getElementById("__search")
  const button = document.querySelector(".kb-search-button")
  let loads = false

  function add(tag, attributes) {
    document.head.append(Object.assign(document.createElement(tag), attributes))
  }

  function tell(words) {
    searchForm.parentElement.querySelector("[role=status]").textContent = words
  }

  function load(isSearch) {
    if (loads) return
    loads = true
    if (isSearch) {
      tell(say.loading)
      add("link", { rel: "preload", as: "script", href: `${say.base}/search/${say.locale}.js` })
    }
    // What came may be something else, or half of it.
    const check = () => {
      if ("open" in say) return
      loads = false
      tell(say.broken)
    }
    add("script", { src: say.script, onload: check, onerror: check })
  }

  function open() {
    toggle.checked = true
    field.focus()
  }

  function close() {
    toggle.checked = false
    button.offsetParent ? button.focus() : field.blur()
  }

  field.addEventListener("focus", () => {
    toggle.checked = true
    load(true)
  })
  // A field that failed to bring its search tries again at the next letter.
  field.addEventListener("input", () => load(true))
  button.addEventListener("click", open)
  searchForm.querySelector(".kb-search-close").addEventListener("click", close)
  searchForm.addEventListener("submit", event => event.preventDefault())
  searchForm.parentElement.addEventListener("keydown", event => {
    if (event.key === "Escape") close()
  })
  document.addEventListener("keydown", event => {
    const types = event.target.closest("input, textarea, select, [contenteditable]")
    if (["/", "s", "f"].includes(event.key) && !types && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      open()
    }
  })
  // On a wide screen the list lies over the page: it goes when the reader goes on.
  document.addEventListener("focusin", event => {
    if (toggle.checked && !event.target.closest(".md-search")) toggle.checked = false
  })
  if (new URLSearchParams(location.search).has("h")) load(false)
}
