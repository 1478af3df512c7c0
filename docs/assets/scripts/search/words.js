// Cuts folded text into what the index keeps, and a query into what is looked for. Browsers disagree about the words of
// scripts without spaces, so those are not cut at all: a run of their letters is looked for as it was typed.
import { isAffix, stems } from "./affixes.js"

// How often one word counts in one text; the engine takes its time for each.
const MOST = 3

// Letters and signs of scripts without spaces; what repeats or shortens words (ๆ ໆ ៗ ฯ ຯ) is no part of them.
const UNSPACED = [
  "\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E", // Thai
  "\u0E81-\u0EAE\u0EB0-\u0EC5\u0EC8-\u0ECE\u0EDC-\u0EDF", // Lao
  "\u1780-\u17D3\u17DD", // Khmer
  "\u1000-\u103F\u1050-\u109F\uA9E0-\uA9FE\uAA60-\uAA7F", // Myanmar
  "\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}", // Han, kana
]
const LETTERS = `(?:(?![${UNSPACED.join("")}\u0E2F\u0E46\u0EAF\u0EC6\u17D7])[\\p{L}\\p{M}\\p{N}])+`
const SPACED = `${LETTERS}(?:['’ʼ‐-]${LETTERS})*`

const spaced = new RegExp(SPACED, "gu")
const word = new RegExp(`${UNSPACED.map(letters => `[${letters}]+`).join("|")}|${SPACED}`, "gu")
const unspaced = new RegExp(`^[${UNSPACED.join("")}]`, "u")

// A spaced word: its parts between hyphens, each with the forms under which it is kept.
function parts(found, locale) {
  // An apostrophe alone is a letter to Unicode, and no word.
  const whole = found.split(/[‐-]/).filter(bare)
  // "co-operative" is also "cooperative", "covid-19" also "covid19"; a date is no number.
  const joined = whole.length > 1 && /^\p{L}/u.test(found) ? [bare(whole.join(""))] : []
  const common = joined.concat(whole.length > 1 ? stems(bare(whole.join("-")), locale) : [])
  return whole.map(part => {
    // "asean's" is "aseans" and "asean".
    const forms = [bare(part), ...(/..['’ʼ]s$/.test(part) ? [part.slice(0, -2)] : [])]
    return { text: part, forms: [...new Set([...forms, ...forms.flatMap(form => stems(form, locale)), ...common])] }
  })
}

function bare(part) {
  return part.replace(/['’ʼ]/g, "")
}

// Folded text in; out the list of tokens under which its spaced words are found, each at most three times.
export function indexTokens(folded, locale) {
  const counts = new Map()
  const tokens = []
  const add = token => {
    const count = counts.get(token) || 0
    if (count === MOST) return
    counts.set(token, count + 1)
    tokens.push(token)
  }
  for (const found of folded.match(spaced) || []) {
    if (/['’ʼ‐-]/.test(found)) {
      new Set(parts(found, locale).flatMap(part => part.forms)).forEach(add)
    } else {
      add(found)
      stems(found, locale).forEach(add)
    }
  }
  return tokens
}

// A folded query in; out its words: { text, tokens }. Of a spaced word any one token is enough, the word or a stem or a
// compound that it is part of; a run without spaces has no tokens.
export function queryWords(folded, locale) {
  return (folded.match(word) || []).flatMap(text => {
    if (unspaced.test(text)) return { text }
    const all = parts(text, locale)
    // In "pag-iimpok" nobody looks for "pag".
    const meant = all.filter((part, number) => number === all.length - 1 || !isAffix(part.text, locale))
    return meant.map(part => ({ text: part.text, tokens: part.forms }))
  })
}
