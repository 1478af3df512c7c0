// Fuzzing of the scripts that read what a reader gives them: files of the worksheet, and what is typed into the search.
// node scripts.mjs COUNT SEED, or node scripts.mjs --inputs FILE with a list of [target, input] in JSON; prints as JSON how
// many inputs there were and what went wrong.
// It runs in Node: the functions are those of the site, taken out of their files, without a page around them.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..")
const scripts = join(project, "docs", "assets", "scripts")
const HANG = 2000
const LOCALES = ["en", "th", "vi", "id", "km", "lo", "tl"]
const given = process.argv[2] === "--inputs" ? JSON.parse(readFileSync(process.argv[3], "utf-8")) : null
const count = given ? 0 : Number(process.argv[2])
let seed = (given ? 1 : Number(process.argv[3])) * 2654435761 % 2147483646 + 1

const upTo = most => {
  seed = seed * 48271 % 2147483647
  return seed % most
}
const pick = list => list[upTo(list.length)]
const times = (most, make) => Array.from({ length: upTo(most + 1) }, make)

// Node takes a .js file for a module only where a package says so.
const copy = mkdtempSync(join(tmpdir(), "scripts-"))
cpSync(join(scripts, "search"), copy, { recursive: true })
writeFileSync(join(copy, "package.json"), '{ "type": "module" }')
mkdirSync(join(copy, "node_modules"))
cpSync(join(project, "node_modules", "minisearch"), join(copy, "node_modules", "minisearch"), { recursive: true })
const load = name => import(pathToFileURL(join(copy, `${name}.js`)))
const { fold, pieces } = await load("folding")
const { indexTokens, queryWords } = await load("words")
const { stems, isAffix } = await load("affixes")
const { excerpt, places } = await load("excerpt")
const { begunNames, makeFinder } = await load("finder")
const { readPages } = await load("pages")
rmSync(copy, { recursive: true })
globalThis.document = { createElement: () => ({}) }

// The worksheet's reader of files, without the page that it fills.
const worksheet = readFileSync(join(scripts, "worksheet.js"), "utf-8")
const MOST = 4
const choices = Array.from({ length: 5 }, () => Array.from({ length: 4 }))
const parseSheet = new Function("choices", "MOST", `"use strict"\n${worksheet.match(/^function parse\(text\) \{[^]*?^\}/m)[0]}\nreturn parse`)(choices, MOST)

const RANGES = [[0x20, 0x7e], [0xc0, 0x24f], [0x300, 0x36f], [0x600, 0x6ff], [0x900, 0x97f], [0xe01, 0xe5b], [0xe81, 0xedf],
  [0x1000, 0x109f], [0x1780, 0x17f9], [0x1e00, 0x1eff], [0x200b, 0x206f], [0x3040, 0x30ff], [0xd800, 0xdfff], [0xfb00, 0xfdff],
  [0xff00, 0xffdc], [0x1d400, 0x1d7ff], [0, 0x10ffff]]
const SIGNS = [..."\\^$.*+?()[]{}|/-'’ʼ‐\"\n\t\0", " ", "  ", "\\p{L}", "\u17d2", "\u17dd", "\u0e40", "\u0ec0", "\u0e33", "\u0eb3", "\u17c1",
  "\u17b8", "\u200b", "\u0301", "ß", "İ", "ı", "Σ", "ς", "covid-19", "co-operative", "asean's", "pag-iimpok", "mempekerjakan", "công",
  "ទំនិញ", "សហករណ៍", "ສະຫະກອນ", "สหกรณ์", "work", "decent work", "12", "2022-06-10", "__proto__", "constructor", "a".repeat(300), "ก".repeat(300)]

const letters = () => {
  const [first, last] = pick(RANGES)
  return String.fromCodePoint(first + upTo(last - first + 1))
}
const text = most => times(most, () => upTo(3) ? letters() : pick(SIGNS)).join("")

// Any value of JSON, often of the form that the worksheet saves.
const VALUES = [null, 0, 1, 4, 5, -1, -0, 1.5, 1e999, "", "1", "2026-11-26", "2026-99-99", true, [], {}, ["2026-11-26"], [[1]]]
const value = depth => {
  if (!depth || upTo(3)) return upTo(4) ? structuredClone(pick(VALUES)) : text(5)
  return upTo(2) ? times(5, () => value(depth - 1)) : Object.fromEntries(times(4, () => [pick(NAMES), value(depth - 1)]))
}
const NAMES = ["worksheet", "version", "group", "date", "scores", "length", "every", "toString", "__proto__", "constructor"]
const sheet = () => {
  const made = { worksheet: "sse-five-dimensions", version: 1, group: text(4), date: "2026-11-26", scores: scores() }
  for (let changes = upTo(3); changes > 0; changes--) made[pick(NAMES)] = value(3)
  if (!upTo(4) && Array.isArray(made.scores)) made.scores[upTo(6)] = value(2)
  if (!upTo(4) && Array.isArray(made.scores?.[0])) made.scores[0][upTo(5)] = value(2)
  let saved = JSON.stringify(made)
  for (let changes = upTo(8) - 5; changes > 0; changes--) {
    const at = upTo(saved.length)
    saved = saved.slice(0, at) + text(2) + saved.slice(at + upTo(4))
  }
  return saved
}
const scores = () => choices.map(row => row.map(() => upTo(4) ? upTo(5) : null))

const must = (holds, what) => {
  if (!holds) throw new Error(what)
}
const isShort = words => typeof words === "string" && words.length <= 100

// A finder of a few sections in each language, as a page has it.
const SECTIONS = ["Decent work", "สหกรณ์ งานที่มีคุณค่า", "Công việc tử tế, hợp tác xã", "Pekerjaan layak dan koperasi", "ការងារសមរម្យ សហករណ៍",
  "ວຽກທີ່ມີຄຸນຄ່າ ສະຫະກອນ", "Disenteng trabaho, kooperatiba"]
const rows = SECTIONS.map((words, at) => `/${at}/\t${words}\t${at}\t${words}\n\ta\t${words}\t\t${words} ${words.toLowerCase()}, 2022.`).join("\n")
const finders = {}
for (const locale of LOCALES) finders[locale] = await makeFinder(readPages(locale, "", rows))

const targets = {
  "worksheet": {
    share: 4,
    make: sheet,
    check: given => {
      const read = parseSheet(given)
      if (read === null) return
      must(isShort(read.group) && isShort(read.date), "a text that is none, or is long")
      must(Object.keys(read).join() === "group,date,scores", "other keys")
      must(Array.isArray(read.scores) && read.scores.length === 5, "scores")
      for (const row of read.scores) {
        must(Array.isArray(row) && row.length === 4, "a row")
        must(row.every(score => score === null || [0, 1, 2, 3, 4].includes(score)), "a number")
      }
      const again = parseSheet(JSON.stringify({ worksheet: "sse-five-dimensions", version: 1, ...read }))
      must(JSON.stringify(again) === JSON.stringify(read), "read again it is another")
    },
  },
  "fold": {
    share: 3,
    make: () => text(14),
    check: given => {
      const cut = pieces(given), folded = fold(given)
      must(cut.map(([start, end]) => given.slice(start, end)).join("") === given, "pieces do not make up the text")
      must(cut.map(([, , part]) => part).join("") === folded, "folded pieces are not the folded text")
    },
  },
  "words": {
    share: 2,
    make: () => text(14),
    check: given => {
      const folded = fold(given)
      for (const locale of LOCALES) {
        const kept = indexTokens(folded, locale)
        must(kept.every(token => typeof token === "string" && token), "a token that is none")
        for (const word of queryWords(folded, locale)) {
          must(folded.includes(word.text), "a word that was not typed")
          must(!word.tokens || word.tokens.length && word.tokens.every(token => typeof token === "string"), "no tokens")
          stems(word.text, locale)
          isAffix(word.text, locale)
        }
      }
    },
  },
  "query": {
    share: 2,
    make: () => text(8),
    check: given => {
      const locale = LOCALES[given.length % LOCALES.length], finder = finders[locale]
      for (const { page, hits } of finder.find(given)) {
        must(finder.pages.includes(page), "a page that is none")
        for (const { section, marks } of hits) excerpt(section.text, [...marks], locale)
      }
      begunNames(finder, given)
    },
  },
  "places": {
    share: 1,
    make: () => `${text(6)}\uE000${text(20)}`,
    check: given => {
      const [query, found] = given.split("\uE000")
      let free = 0
      for (const [start, end] of places(found, queryWords(fold(query), "vi").flatMap(word => word.tokens ?? [word.text]), "vi")) {
        must(start >= free && end > start && end <= found.length, "marks over another, or outside of the text")
        free = end
      }
    },
  },
}

const shares = Object.values(targets).reduce((sum, { share }) => sum + share, 0)
for (const [target, { share, make, check }] of Object.entries(targets)) {
  const kinds = {}, inputs = {}
  const run = input => {
    const began = performance.now()
    let kind = ""
    try {
      check(input)
    } catch (error) {
      const place = String(error.stack).split("\n").find(line => line.includes("at ")) ?? ""
      kind = `${error.name}: ${error.message.slice(0, 80)} ${place.trim().split(" ")[1] ?? ""}`
    }
    if (performance.now() - began > HANG) kind ||= "Hang"
    if (!kind) return
    kinds[kind] = (kinds[kind] ?? 0) + 1
    if (!(inputs[kind]?.length <= input.length)) inputs[kind] = input
  }
  const inputsOf = function* () {
    if (given) yield* given.filter(([name]) => name === target).map(([, input]) => input)
    for (let left = Math.round(count * share / shares); left > 0; left--) yield make()
  }
  let ran = 0
  for (const input of inputsOf()) {
    run(input)
    ran++
  }
  console.log(JSON.stringify({ by: "generator in Node", target, count: ran, kinds, inputs }))
}
