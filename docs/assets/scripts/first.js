// Stands inside each page, where its body begins: what must be known before the first paint.
"use strict"
{
  const { dataset } = document.documentElement
  dataset.colours = "sse-knowledge-base.colours" // where the choice is kept
  let scheme
  try {
    scheme = localStorage.getItem(dataset.colours)
  } catch {}
  if (scheme || matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = scheme || "slate"
}
