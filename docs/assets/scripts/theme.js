// What this site uses of the theme's own script, in a twentieth of its size: colours, menu, title, contents, the way
// back up, what is folded, keys. Everything is there without it; this makes it follow the reader.
"use strict"

const drawer = document.getElementById("__drawer")
const search = document.getElementById("__search")
const header = document.querySelector(".md-header")
const heading = document.querySelector(".md-content h1")
const up = document.querySelector(".md-top")

// ---- colours: the system's, until the reader chooses; the choice is read before the first paint (first.js)

const dark = matchMedia("(prefers-color-scheme: dark)")
const palette = [...document.querySelectorAll("[data-md-component=palette] input")]
const schemeOf = choice => choice.dataset.mdColorScheme

function kept() {
  try {
    return localStorage.getItem(document.documentElement.dataset.colours)
  } catch {
    return null // a browser that keeps nothing
  }
}

function showColours() {
  const scheme = kept() || (dark.matches ? "slate" : "default")
  document.body.dataset.mdColorSwitching = "" // nothing fades from one colour to the other
  document.body.dataset.mdColorScheme = scheme
  for (const choice of palette) {
    choice.checked = schemeOf(choice) === scheme
    choice.nextElementSibling.hidden = !choice.checked
  }
  // In the frame that comes: a question now would make the browser work all styles out in between.
  requestAnimationFrame(() => {
    const { backgroundColor, colorScheme } = getComputedStyle(header)
    say("theme-color", backgroundColor)
    say("color-scheme", colorScheme)
  })
  setTimeout(() => delete document.body.dataset.mdColorSwitching)
}

function choose(choice) {
  try {
    localStorage.setItem(document.documentElement.dataset.colours, schemeOf(choice))
  } catch {
    return // without a memory there is no choice
  }
  showColours()
}

// What the browser around the page is told.
function say(name, content) {
  const meta = document.head.querySelector(`meta[name=${name}]`) || document.head.appendChild(document.createElement("meta"))
  meta.name = name
  meta.content = content
}

for (const choice of palette) choice.addEventListener("change", () => choose(choice))
palette[0]?.form.addEventListener("keydown", event => {
  if (event.key !== "Enter") return
  const other = palette.find(choice => !choice.checked)
  choose(other)
  other.focus()
})
dark.addEventListener("change", showColours)
if (palette.length) showColours()

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

// ---- what is folded opens when the reader is sent into it, and on paper

function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const folded = target?.closest("details:not([open])")
  if (!folded) return
  folded.open = true
  target.scrollIntoView()
}

let unfolded = []
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("article details:not([open])")]
  for (const each of unfolded) each.open = true
})
addEventListener("afterprint", () => {
  for (const each of unfolded) each.open = false
})
addEventListener("hashchange", unfold)
unfold()

// ---- words that are cut off are told whole

document.addEventListener("pointerover", event => {
  const cut = event.target.closest?.(".md-ellipsis")
  if (cut && cut.offsetWidth < cut.scrollWidth) (cut.closest("a") || cut).title = cut.innerText
})
