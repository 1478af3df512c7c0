// Finds pages. Both sides are folded alike and cut below the word; MiniSearch keeps and weighs what was cut.
import MiniSearch from "minisearch"
import { fold } from "./folding.js"
import { indexTokens, queryWords } from "./words.js"

const WEIGHTS = { heading: 4, name: 4, text: 1 }
// What a page is worth (see knowledge_base/search_index.py) as a factor.
const factor = worth => 0.4 + worth / 5
// Nobody types more on purpose, and ten thousand letters must not stop a phone.
const LONGEST = 200
const MOST_WORDS = 12
// The share of the words that a page must have to be shown.
const ENOUGH = 0.6
const WAYS = 20
// Sections that are taken in at once, so that the page answers to its reader in between.
const SLICE = 40

const pause = () => new Promise(resolve => setTimeout(resolve))

// A finder for what `readPages` gives, once all is taken in.
export async function makeFinder({ locale, sections, pages }) {
  const engine = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize: text => indexTokens(text, locale),
    processTerm: term => term,
  })
  for (let at = 0; at < sections.length; at += SLICE) {
    engine.addAll(sections.slice(at, at + SLICE).map(section => {
      section.folded = { heading: fold(section.heading), name: fold(section.name), text: fold(section.text) }
      return { id: section.id, ...section.folded }
    }))
    await pause()
  }
  return { locale, pages, find: query => find(query, engine, sections, locale) }
}

// The pages that have the words of a query: those with all words first, of those the ones in which the words stand
// together as they were typed, then the best.
function find(query, engine, sections, locale) {
  const folded = fold(query.slice(0, LONGEST)).trim()
  const words = queryWords(folded, locale).slice(0, MOST_WORDS)
  const all = words.map(word => hitsOf(word, engine, sections))
  const together = phraseOf(words, all)
  const typed = query.trim().toLowerCase().normalize("NFC")
  const pages = new Map()
  for (const entry of bySection(all).values()) {
    entry.together = words.length < 2 || together.test(everything(entry.section))
    entry.score *= likeness(entry.section, folded, typed) * (entry.together ? 2 : 1)
    const { page } = entry.section
    if (!pages.has(page)) pages.set(page, { page, hits: [], words: new Set() })
    pages.get(page).hits.push(entry)
    entry.words.forEach(word => pages.get(page).words.add(word))
  }
  const found = [...pages.values()].filter(page => page.words.size >= words.length * ENOUGH)
  found.forEach(weigh)
  return found.sort((a, b) => b.words.size - a.words.size || b.together - a.together || b.score - a.score)
}

// The sections that have any of the words: which words, what to mark, how well all in all.
function bySection(all) {
  const found = new Map()
  all.forEach((hits, number) => {
    for (const [section, { score, marks }] of hits) {
      if (!found.has(section)) found.set(section, { section, words: new Set(), marks: new Set(), score: 0 })
      const entry = found.get(section)
      entry.words.add(number)
      entry.score += score
      marks.forEach(mark => entry.marks.add(mark))
    }
  })
  return found
}

// The best section counts for the page, the others a little.
function weigh(found) {
  found.hits.sort((a, b) => b.words.size - a.words.size || b.together - a.together || b.score - a.score)
  found.together = found.hits.some(hit => hit.together)
  const sum = found.hits.reduce((total, hit, rank) => total + hit.score * hit.words.size / (1 + rank * 3), 0)
  found.score = sum * factor(found.page.worth)
}

// Words as they are, or as they were found instead, one behind the other.
function phraseOf(words, all) {
  const ways = words.map(({ text }, number) => {
    const marks = [...new Set([...all[number].values()].flatMap(hit => hit.marks))]
    return [text, ...marks.filter(mark => !mark.startsWith(text)).slice(0, WAYS)].map(escape).join("|")
  })
  return new RegExp(ways.map(way => `(?:${way})`).join("[\\p{L}\\p{M}]*[^\\p{L}\\p{N}]*"), "u")
}

function escape(text) {
  return text.replace(/[-.*+?^${}()|[\]\\/]/g, "\\$&")
}

function everything({ folded }) {
  return `${folded.heading}\n${folded.name}\n${folded.text}`
}

// Sections with one word: as it is or begun; where nothing has it, misspelt by a letter or two; else inside of others.
function hitsOf(word, engine, sections) {
  const { text, spaced } = word
  for (const fuzzy of spaced ? [0, text.length > 3 && 1, text.length > 4 && 2] : [0]) {
    const hits = fuzzy === false ? new Map() : ask(word, engine, sections, { fuzzy })
    if (hits.size) return hits
  }
  return inside(word, sections)
}

function ask(word, engine, sections, options) {
  const last = word.tokens.length - 1
  const results = engine.search(word.text, {
    ...options,
    tokenize: () => word.tokens,
    combineWith: word.spaced ? "OR" : "AND",
    boost: WEIGHTS,
    // A spaced word and its stems begin words; of a run without spaces only the end may be unfinished.
    // A number is whole.
    prefix: (token, at) => word.spaced ? /^(?:\d{3}|\D.)/.test(token) : at === last,
    weights: { fuzzy: 0.6, prefix: 0.6 },
  })
  const hits = new Map()
  for (const result of results) {
    const section = sections[result.id]
    // Its clusters may stand in other words: what counts is that they stand together.
    if (!word.spaced && !Object.values(section.folded).some(text => text.includes(word.text))) continue
    hits.set(section, { score: result.score, marks: word.spaced ? result.terms : [word.text] })
  }
  return hits
}

function inside(word, sections) {
  const hits = new Map()
  if (word.text.length < 3) return hits
  for (const section of sections) {
    const { heading, name, text } = section.folded
    const score = (heading.includes(word.text) ? 2 : 0) + (name.includes(word.text) ? 2 : 0) + (text.includes(word.text) ? 1 : 0)
    if (score) hits.set(section, { score, marks: [word.text] })
  }
  return hits
}

// A heading that is what was typed counts most, then one that has it, then a text that has it letter by letter.
function likeness({ heading, text, folded }, phrase, typed) {
  const isNamed = folded.heading === phrase || folded.name === phrase
  const inHeading = isNamed ? 3 : folded.heading.includes(phrase) ? 1.6 : 1
  return inHeading * ((heading + " " + text).toLowerCase().includes(typed) ? 1.3 : 1)
}
