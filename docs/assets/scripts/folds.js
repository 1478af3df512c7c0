// What is folded opens when the reader is sent into it, and on paper; words that are cut off are told whole.
"use strict"

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

document.addEventListener("pointerover", event => {
  const cut = event.target.closest?.(".md-ellipsis")
  if (cut && cut.offsetWidth < cut.scrollWidth) (cut.closest("a") || cut).title = cut.innerText
})
