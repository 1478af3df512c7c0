// Finds pages. Both sides are folded alike; MiniSearch keeps and weighs spaced words, texts are read for all else.
import MiniSearch from "minisearch"
import { fold } from "./folding.js"
import { indexTokens, queryWords } from "./words.js"

const WEIGHTS = { heading: 4, name: 4, text: 1 }
// What a page is worth (see knowledge_base/search_index.py) as a factor.
const factor = worth => 0.4 + worth / 5
// Nobody types more on purpose, and ten thousand letters must not stop a phone.
const LONGEST = 200
const MOST_WORDS = 12
const SUGGESTED = 5
// What pages are worth that help, as the script says it.
const HELP = 1
// The share of the words that a page must have to be shown.
const ENOUGH = 0.6
// In how many other ways a word may have been found, for a phrase to be recognised.
const WAYS = 20
const NOTHING = /[^]^/
// Milliseconds in which sections are taken in at once: the page answers to its reader in between.
const SLICE = 200

const pause = () => new Promise(resolve => setTimeout(resolve))

// A finder for what `readPages` gives, once all is taken in.
export async function makeFinder({ locale, sections, pages }) {
  const engine = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize: text => indexTokens(text, locale),
    processTerm: term => term,
  })
  let began = performance.now()
  for (const section of sections) {
    section.folded = { heading: fold(section.heading), name: fold(section.name), text: fold(section.text) }
    engine.add({ id: section.id, ...section.folded })
    if (performance.now() - began > SLICE) {
      await pause()
      began = performance.now()
    }
  }
  return { locale, pages, find: query => find(query, engine, sections, locale) }
}

// Names that begin, or in which a word begins, with what was typed so far: titles, terms, headings of one page alone.
export function begunNames({ pages }, query) {
  const begun = fold(query.trim())
  if (!begun) return []
  const counts = new Map()
  for (const { worth, sections } of pages) {
    for (const { heading, folded } of worth > HELP ? sections : []) {
      if (folded.heading !== begun && ` ${folded.heading}`.includes(` ${begun}`)) counts.set(heading, (counts.get(heading) || 0) + 1)
    }
  }
  const names = [...counts.keys()].filter(name => counts.get(name) === 1)
  return names.sort((one, other) => one.length - other.length).slice(0, SUGGESTED)
}

// The pages that have the words of a query, the best first.
function find(query, engine, sections, locale) {
  const folded = fold(query.slice(0, LONGEST)).trim()
  const words = queryWords(folded, locale).slice(0, MOST_WORDS)
  const all = words.map(word => hitsOf(word, engine, sections))
  const together = phraseOf(words, all)
  const typed = lettersOf(query, folded, words)
  const pages = new Map()
  for (const entry of bySection(all).values()) {
    const hasAll = entry.words.size === words.length
    entry.together = hasAll && (words.length < 2 || together.test(everything(entry.section)))
    entry.asTyped = hasAll && typed !== NOTHING && typed.test(lettersIn(entry.section))
    entry.score *= likeness(entry.section, folded) * (entry.together ? 2 : 1)
    const { page } = entry.section
    if (!pages.has(page)) pages.set(page, { page, hits: [], words: new Set() })
    pages.get(page).hits.push(entry)
    entry.words.forEach(word => pages.get(page).words.add(word))
  }
  const found = [...pages.values()].filter(page => page.words.size >= words.length * ENOUGH)
  found.forEach(weigh)
  return found.sort(inOrder)
}

// All words before some, then words that stand together as they were typed, then with the tones that were typed: who
// types "cống" does not mean "công", who types "cong" may mean either.
function inOrder(one, other) {
  return other.words.size - one.words.size || other.together - one.together || other.asTyped - one.asTyped ||
    other.score - one.score
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
  found.hits.sort(inOrder)
  found.together = found.hits.some(hit => hit.together)
  found.asTyped = found.hits.some(hit => hit.asTyped)
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

// A query letter by letter, at the beginning of a word; nothing where folding changes none of its letters.
function lettersOf(query, folded, words) {
  const typed = query.trim().toLowerCase().normalize("NFC").slice(0, LONGEST)
  if (typed === folded || words.some(word => !word.tokens)) return NOTHING
  return new RegExp(`(?:^|[^\\p{L}\\p{N}])${escape(typed)}`, "u")
}

// The letters of a section in lower case, made once: who types with tones goes on to do so.
function lettersIn(section) {
  section.letters ||= `${section.heading}\n${section.text}`.toLowerCase()
  return section.letters
}

function escape(text) {
  // Not the hyphen: outside of brackets it is itself, and with a \\ before it no pattern.
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
}

function everything({ folded }) {
  return `${folded.heading}\n${folded.name}\n${folded.text}`
}

// Sections with one word: as it is or begun; where nothing has it, misspelt by a letter or two; else inside of others.
function hitsOf(word, engine, sections) {
  if (!word.tokens) return inside(word, sections)
  const most = [3, 4].filter(length => word.text.length > length).length
  for (let fuzzy = 0; fuzzy <= most; fuzzy++) {
    const hits = ask(word, engine, sections, fuzzy)
    if (hits.size) return hits
  }
  return word.text.length < 3 ? new Map() : inside(word, sections)
}

function ask(word, engine, sections, fuzzy) {
  const results = engine.search(word.text, {
    fuzzy,
    tokenize: () => word.tokens,
    boost: WEIGHTS,
    // A word and its stems begin words, a short number is whole.
    prefix: token => /^(?:\d{3}|\D.)/.test(token),
    weights: { fuzzy: 0.6, prefix: 0.6 },
  })
  return new Map(results.map(({ id, score, terms }) => [sections[id], { score, marks: terms }]))
}

// Sections in whose texts a word stands, weighed as MiniSearch does: by field, how often, how rarely elsewhere.
function inside({ text }, sections) {
  const hits = new Map()
  for (const section of sections) {
    let score = 0
    for (const field in WEIGHTS) {
      const count = times(text, section.folded[field])
      score += WEIGHTS[field] * count / (count + 1)
    }
    if (score) hits.set(section, { score, marks: [text] })
  }
  const rarity = Math.log(1 + sections.length / hits.size)
  hits.forEach(hit => hit.score *= rarity)
  return hits
}

// How often a word stands in a text; not where it would tear a syllable: behind a vowel before its letter, or a subscript.
function times(word, text) {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!/[\u0E40-\u0E44\u0EC0-\u0EC4\u17D2\u1039]/.test(text[at - 1])) count++
  }
  return count
}

// A heading that is what was typed counts most, then one that has it.
function likeness({ folded }, phrase) {
  if (folded.heading === phrase || folded.name === phrase) return 3
  return folded.heading.includes(phrase) ? 1.6 : 1
}
