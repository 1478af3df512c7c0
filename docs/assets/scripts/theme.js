// What this site uses of the theme's own script, in a twentieth of its size: menu, keys, title, contents, the way back
// up; colours and what is folded are beside it. Everything is there without it; this makes it follow the reader.
"use strict"

const drawer = document.getElementById("__drawer")
const search = document.getElementById("__search")
const header = document.querySelector(".md-header")
const heading = document.querySelector(".md-content h1")
const up = document.querySelector(".md-top")

// ---- menu and search close when the reader goes elsewhere; the menu also by its key

function close(toggle) {
  if (toggle?.checked) toggle.click()
}

function closeMenu() {
  const active = document.activeElement
  if (active.closest(".md-sidebar--primary")) active.blur() // else its focus would keep the menu open
  close(drawer)
}

addEventListener("hashchange", () => {
  closeMenu()
  close(search)
  showUp(false)
  before = Infinity
})
addEventListener("pageshow", () => close(drawer)) // back from another page

for (const label of document.querySelectorAll(".md-sidebar label[tabindex]")) {
  label.addEventListener("click", () => setTimeout(() => {
    const list = document.querySelector(`[aria-labelledby="${label.id}"]`) || label.closest("li").querySelector("nav")
    list.setAttribute("aria-expanded", document.getElementById(label.htmlFor).checked)
  }))
}

// ---- keys: previous and next page, menu; those of the search are its own script's

function go(direction) {
  const link = document.querySelector(`link[rel=${direction}]`)
  if (link) location.href = link.href
}

const isTyping = place => place.matches("input:not([type=radio]), select, textarea, [contenteditable]")
const press = place => { if (place.matches("label")) place.click() }
const previous = () => go("prev"), next = () => go("next")
const keys = { p: previous, ",": previous, n: next, ".": next, Escape: closeMenu }

addEventListener("keydown", event => {
  const place = document.activeElement
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || search?.checked || isTyping(place)) return
  if (event.key === "Enter") press(place)
  else if (Object.hasOwn(keys, event.key)) keys[event.key]()
})

// ---- what follows the reader down the page

const contents = [...document.querySelectorAll(".md-nav--secondary")].map(list =>
  [...list.querySelectorAll(".md-nav__link")].flatMap(link => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return target ? [[link, target]] : []
  }))
const columns = [["primary", "(min-width: 76.25em)"], ["secondary", "(min-width: 60em)"]].flatMap(([name, query]) => {
  const column = document.querySelector(".md-sidebar--" + name)
  return column ? [[column.firstElementChild, matchMedia(query)]] : []
})
const main = document.querySelector(".md-main")
let before = Infinity, length = 0, waiting = false

function follow() {
  waiting = false
  const height = header.offsetHeight, here = scrollY
  if (heading) {
    const { bottom } = heading.getBoundingClientRect()
    document.querySelector(".md-header__title").classList.toggle("md-header__title--active", bottom <= height)
  }
  // Letters or drawings that come late move the page, too; that is not the reader's way up.
  showUp(here < before && here > 0 && document.body.offsetHeight === length)
  before = here
  length = document.body.offsetHeight
  if (columns.some(([, wide]) => wide.matches)) {
    const atEnd = here + innerHeight >= Math.floor(length)
    for (const list of contents) mark(list, atEnd ? Infinity : height + 0.8 * gap())
  }
  fit(height)
}

// Between the header and what stands below it, in the middle of the page.
const gap = () => main.firstElementChild.offsetTop - main.offsetTop

function mark(list, line) {
  let last = null
  for (const [link, target] of list) {
    const passed = target.getBoundingClientRect().top < line
    link.classList.toggle("md-nav__link--passed", passed)
    link.classList.remove("md-nav__link--active")
    if (passed) last = link
  }
  last?.classList.add("md-nav__link--active")
}

// A column beside the article ends where the article ends.
function fit(height) {
  const { top, bottom } = main.getBoundingClientRect()
  const room = Math.min(innerHeight, bottom) - Math.max(top + gap(), height)
  for (const [inner, wide] of columns) {
    inner.style.height = wide.matches ? `${room - 2 * inner.offsetTop}px` : ""
  }
}

// Out of sight it takes no focus.
function showUp(shown) {
  if (!up) return
  up.hidden = !shown
  up.tabIndex = shown ? 0 : -1
  if (!shown) up.blur()
}

function soon() {
  if (!waiting) requestAnimationFrame(follow)
  waiting = true
}

addEventListener("scroll", soon, { passive: true })
addEventListener("resize", soon)
soon()
up?.addEventListener("click", () => scrollTo({ top: 0 }))

// A long menu is moved to where the page stands in it.
requestAnimationFrame(() => {
  for (const [inner] of columns) {
    const active = [...inner.querySelectorAll(".md-nav__link--active[href]")].find(link => link.clientHeight)
    if (active) inner.scrollTop = active.offsetTop - inner.offsetTop - inner.clientHeight / 2
  }
})
