// The language switcher keeps the section: it is a plain link to the page, this adds where on the page the reader is.
"use strict"

// The theme asks for a sitemap at each address that the head names as a translation, on every page view. Nothing here
// needs it; a second space is the same relation to everyone else.
for (const link of document.head.querySelectorAll("link[rel=alternate]")) link.setAttribute("rel", "alternate ")

// The last heading or passage with an address that begins above the middle of the upper half of the screen.
function section() {
  let last = ""
  for (const place of document.querySelectorAll("article [id]")) {
    if (!place.closest("h1, details") && place.getBoundingClientRect().top > window.innerHeight / 3) break
    if (!place.closest("h1, details, svg")) last = place.id
  }
  return last
}

for (const link of document.querySelectorAll(".kb-languages a")) {
  link.addEventListener("click", () => {
    link.hash = section()
  })
}
