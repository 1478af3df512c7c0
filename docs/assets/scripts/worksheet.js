// The worksheet on screen: scores, the wheel, files. Its words stand in the page; nothing leaves the device.
"use strict"

const MOST = 4, RIM = 16, MIDDLE = 150, RADIUS = 112
const controls = document.getElementById("worksheet-controls")
const tables = [...document.querySelectorAll("article table")].filter(table =>
  table.closest("article").querySelector("#wheel").compareDocumentPosition(table) & Node.DOCUMENT_POSITION_PRECEDING)
const status = controls.querySelector("[role=status]")
const wheel = document.querySelector(".kb-wheel")
const scores = document.querySelector(".kb-scores")
let earlier = null

// Each table: four statements and, in the last row, their sum.
const choices = tables.map(table => [...table.querySelectorAll("tbody tr")].slice(0, -1).map(row => choice(row)))
const sums = tables.map(table => {
  const sum = document.createElement("output")
  table.querySelector("tbody tr:last-child td:last-child").append(sum)
  return sum
})
const fields = {}
for (const blank of document.querySelectorAll(".kb-blank")) {
  const field = document.createElement("input")
  field.type = blank.dataset.field === "date" ? "date" : "text"
  field.maxLength = 100
  field.required = true // so that paper shows nothing where nothing was written
  fields[blank.dataset.field] = field
  blank.append(field)
}

function choice(row) {
  const select = document.createElement("select")
  select.setAttribute("aria-label", row.cells[0].textContent)
  select.append(new Option("", ""), ...Array.from({ length: MOST + 1 }, (_, score) => new Option(score, score)))
  select.addEventListener("change", show)
  row.cells[1].append(select)
  return select
}

// The sums of the five dimensions; null where a statement has no number.
function sumsOf(numbers) {
  return numbers.map(row => row.every(score => score !== null) ? row.reduce((sum, score) => sum + score, 0) : null)
}

function numbersNow() {
  return choices.map(row => row.map(select => select.value === "" ? null : Number(select.value)))
}

function show() {
  const numbers = numbersNow(), now = sumsOf(numbers), before = earlier && sumsOf(earlier.scores)
  now.forEach((sum, index) => { sums[index].value = sum === null ? "" : sum })
  draw("kb-wheel__earlier", before)
  draw("kb-wheel__now", now)
  const none = controls.dataset.missing
  ;[...scores.tBodies[0].rows].forEach((row, index) => {
    row.cells[1].textContent = now[index] ?? none
    row.cells[2].textContent = before ? before[index] ?? none : ""
  })
  scores.querySelector("th:last-child").hidden = !before
  for (const row of scores.tBodies[0].rows) row.cells[2].hidden = !before
  const flat = numbers.flat()
  say(controls.dataset.progress.replace("{done}", flat.filter(score => score !== null).length).replace("{total}", flat.length))
}

// The line around the sums, once all five are there; before, a mark on each axis that has one.
function draw(name, values) {
  for (const old of wheel.querySelectorAll("." + name)) old.remove()
  if (!values) return
  const points = values.map((value, index) => {
    const angle = 2 * Math.PI * index / values.length, length = RADIUS * (value ?? 0) / RIM
    return [MIDDLE + length * Math.sin(angle), MIDDLE - length * Math.cos(angle)].map(part => part.toFixed(1))
  })
  if (values.every(value => value !== null)) add("polygon", name, { points: points.join(" ") })
  points.forEach(([cx, cy], index) => { if (values[index] !== null) add("circle", name, { cx, cy, r: 4 }) })
}

function add(tag, name, attributes) {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", tag)
  shape.setAttribute("class", name)
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value)
  wheel.append(shape)
}

function say(words) {
  status.textContent = words
}

function save() {
  const sheet = { worksheet: "sse-five-dimensions", version: 1, group: fields.group.value, date: fields.date.value, scores: numbersNow() }
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([JSON.stringify(sheet, null, 1)], { type: "application/json" }))
  link.download = `worksheet-${sheet.date || new Date().toISOString().slice(0, 10)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

// A saved sheet, or null: whatever a file holds, only numbers from 0 to 4 and two short texts are taken from it.
function parse(text) {
  try {
    const sheet = JSON.parse(text)
    const known = sheet.worksheet === "sse-five-dimensions" && sheet.version === 1 && sheet.scores.length === choices.length
    const sound = score => score === null || Number.isInteger(score) && score >= 0 && score <= MOST
    if (!known || !sheet.scores.every((row, index) => row.length === choices[index].length && row.every(sound))) return null
    const day = typeof sheet.date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(sheet.date) ? sheet.date : ""
    return { group: String(sheet.group ?? "").slice(0, 100), date: day, scores: sheet.scores }
  } catch {
    return null
  }
}

function fill(sheet) {
  fields.group.value = sheet.group
  fields.date.value = sheet.date
  choices.forEach((row, index) => row.forEach((select, place) => { select.value = sheet.scores[index][place] ?? "" }))
}

const acts = {
  save,
  print: () => window.print(),
  clear: () => {
    earlier = null
    fill({ group: "", date: "", scores: choices.map(row => row.map(() => null)) })
    show()
  },
  open: sheet => { fill(sheet); show() },
  compare: sheet => { earlier = sheet; show() },
}
for (const control of controls.querySelectorAll("[data-act]")) {
  const act = acts[control.dataset.act]
  if (control.type !== "file") control.addEventListener("click", act)
  else control.addEventListener("change", async () => {
    const file = control.files[0]
    if (!file) return
    const sheet = file.size < 100000 ? parse(await file.text()) : null
    if (sheet) act(sheet)
    else say(controls.dataset.unreadable)
    control.value = "" // the same file can be chosen again
  })
}
controls.hidden = scores.hidden = false
show()
