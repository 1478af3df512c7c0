// Marks what was found: in a piece of a section's text for the list, and in the page itself after the click.
import { fold, pieces } from "./folding.js"
import { indexTokens } from "./words.js"

const BEFORE = 40
const AFTER = 110
const DIGITS = /^\d+$/
const LETTER = /[\p{L}\p{N}]/u

// Where the marks stand in the text: [start, end] by the text's own letters, none over another. A mark that begins
// words is not looked for inside of others; one that stands nowhere is a stem or a compound of a word that does.
export function places(text, marks, locale) {
  const cut = pieces(text)
  let folded = ""
  const origin = []
  for (const [start, end, part] of cut) {
    for (let at = 0; at < part.length; at++) origin.push([start, end])
    folded += part
  }
  const found = marks.flatMap(mark => placesOf(mark, folded, locale)).map(([from, to]) => [origin[from][0], origin[to - 1][1]])
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let free = 0
  return found.filter(([from, to]) => from >= free && (free = to))
}

function placesOf(mark, folded, locale) {
  const all = []
  for (let at = folded.indexOf(mark); mark && at >= 0; at = folded.indexOf(mark, at + mark.length)) {
    // "2" is not marked in "2002".
    if (!(DIGITS.test(mark) && /\d/.test(folded[at - 1] + folded[at + mark.length]))) all.push([at, at + mark.length])
  }
  const beginnings = all.filter(([at]) => at === 0 || !LETTER.test(folded[at - 1]))
  if (all.length) return beginnings.length ? beginnings : all
  const words = [...folded.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)]
  return words.filter(([word]) => indexTokens(word, locale).includes(mark)).map(({ 0: word, index }) => [index, index + word.length])
}

// The part of the text where most of the marks stand together, as nodes.
export function excerpt(text, marks, locale) {
  const found = places(text, marks, locale)
  const first = densest(text, found)
  let start = first > BEFORE ? first - BEFORE : 0
  while (start > 0 && start < first && LETTER.test(text[start - 1])) start++
  let end = Math.min(text.length, first + AFTER)
  while (end < text.length && end < first + AFTER + 20 && /\S/.test(text[end])) end++
  const nodes = start > 0 ? ["… "] : []
  nodes.push(...marked(text, found, start, end))
  return end < text.length ? [...nodes, " …"] : nodes
}

// The first place from which on a piece of text has the most different marks.
function densest(text, found) {
  const near = ([start]) => found.filter(([from, to]) => from >= start && to <= start + AFTER)
  const counts = found.map(place => new Set(near(place).map(([from, to]) => text.slice(from, to).toLowerCase())).size)
  return found.length ? found[counts.indexOf(Math.max(...counts))][0] : 0
}

export function marked(text, found, start = 0, end = text.length) {
  const nodes = []
  let at = start
  for (const [from, to] of found) {
    if (from < at || to > end) continue
    const mark = document.createElement("mark")
    mark.textContent = text.slice(from, to)
    nodes.push(text.slice(at, from), mark)
    at = to
  }
  return [...nodes, text.slice(at, end)]
}

// Marks the words in the texts of an element, wherever each stands in one stretch of text.
export function markIn(root, marks, locale) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, svg, textarea, .headerlink")) texts.push(walker.currentNode)
  }
  const wanted = marks.map(mark => fold(mark).trim()).filter(mark => LETTER.test(mark))
  for (const text of texts) {
    const found = places(text.data, wanted, locale)
    if (found.length) text.replaceWith(...marked(text.data, found))
  }
}
