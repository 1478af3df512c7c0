// Colours: the system's, until the reader chooses; the choice is read before the first paint (first.js).
"use strict"

const header = document.querySelector(".md-header")
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
