// The controls on the page "Without internet": what is kept on this phone, keeping a language, removing it. Its words
// stand in the page.
"use strict"

const block = document.getElementById("keeping")
const say = block.dataset, { locale } = say
const store = storeAt(new URL(say.base, location))
const status = block.querySelector("[role=status]")
const bar = block.querySelector("progress")
const withHandouts = block.querySelector("[name=handouts]")
const readPages = block.querySelector("[name=visits]")
const part = name => block.querySelector(`[data-part=${name}]`)
const button = act => block.querySelector(`[data-act=${act}]`)
const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`
let running = null

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name])
}

function show(...acts) {
  for (const control of block.querySelectorAll("[data-act]")) control.hidden = !acts.includes(control.dataset.act)
  bar.hidden = !acts.includes("stop")
}

// What is known here of the language: what is kept, what was begun, what the site has.
async function look() {
  const [kept, about] = await Promise.all([store.kept(locale), ask(store.about(locale)).catch(() => null)])
  const known = [kept?.files, ...await store.replaced()]
  const isBegun = (await store.stores(`${locale} `)).some(name => !known.includes(name))
  return { kept, about, isBegun }
}

async function showState() {
  const { kept, about, isBegun } = await look()
  const isNewer = Boolean(kept && about && about.release !== kept.release)
  const isWhole = Boolean(kept) && !isNewer && (kept.handouts || !withHandouts.checked)
  part("kept").textContent = kept ? fill(say.kept, { count: kept.about.count }) : ""
  part("handouts").hidden = !about?.handouts.count || Boolean(kept?.handouts && !isNewer)
  part("handouts-size").textContent = about ? megabytes(about.handouts.data) : ""
  const act = isWhole || !about ? [] : [isBegun ? "go-on" : isNewer ? "renew" : "keep"]
  show(...act, ...kept || isBegun ? ["remove"] : [])
  part("size").textContent = !about ? say.unknown : isWhole ? "" : await sizes(kept || isBegun, isNewer, about)
}

// Told before anything is loaded: how much comes over the line, how much room it takes.
async function sizes(hasSome, isNewer, about) {
  let data = about.pages.data + (withHandouts.checked ? about.handouts.data : 0)
  const room = about.pages.size + (withHandouts.checked ? about.handouts.size : 0)
  if (hasSome) {
    const plan = await planFor(store, locale, withHandouts.checked).catch(() => null)
    if (plan) data = plan.missing.reduce((all, file) => all + file.data, 0)
  }
  return fill(say.size, { data: megabytes(data), room: megabytes(room) }) + (isNewer ? ` ${say.newer}` : "")
}

function problem(reason) {
  if (running?.signal.aborted) return say.stopped
  if (reason.name === "QuotaExceededError") return say.full
  return reason instanceof Changed ? say.changed : say.lost
}

async function keepLanguage() {
  if (running) return
  running = new AbortController()
  show("stop")
  status.textContent = say.begin
  try {
    await navigator.serviceWorker.register(new URL("worker.js", store.root), { updateViaCache: "all" })
    // Asks the browser not to clear away what was kept when room gets scarce.
    navigator.storage?.persist?.()
    await bring(store, locale, withHandouts.checked, tell, running.signal)
    await askEarly(store, await navigator.serviceWorker.ready)
    status.textContent = say.done
  } catch (reason) {
    status.textContent = problem(reason)
    if (status.textContent === say.lost) addEventListener("online", keepLanguage, { once: true })
  }
  running = null
  await showState()
}

function tell(done, count) {
  bar.value = done
  bar.max = count
  part("progress").textContent = fill(say.progress, { done, count })
}

async function removeLanguage() {
  await store.letGo(locale)
  for (const name of await store.stores(`${locale} `)) await store.clear(name)
  await askEarly(store, await navigator.serviceWorker.ready)
  withHandouts.checked = false
  status.textContent = say.removed
  await showState()
}

async function showVisits() {
  const keys = await caches.has(store.visits) ? await (await caches.open(store.visits)).keys() : []
  const count = keys.filter(request => request.url.endsWith("/")).length
  readPages.checked = await store.keepsVisits()
  part("visits").textContent = fill(readPages.checked ? say.visits : say.noVisits, { count })
}

async function start() {
  // In a private window asking may fail, or there is nothing to ask.
  if (!navigator.serviceWorker || !window.caches || !crypto.subtle) throw new DOMException("", "SecurityError")
  withHandouts.checked = Boolean((await store.kept(locale))?.handouts)
  await showVisits()
  await showState()
  const acts = { keep: keepLanguage, renew: keepLanguage, "go-on": keepLanguage, remove: removeLanguage, stop: () => running?.abort() }
  for (const [act, run] of Object.entries(acts)) button(act).addEventListener("click", run)
  withHandouts.addEventListener("change", showState)
  readPages.addEventListener("change", async () => {
    await store.setVisits(readPages.checked)
    await showVisits()
  })
  part("all").hidden = false
}

// Here, where a reader sees to it, and on no other page: it would be one more request on each.
function addManifest() {
  const href = new URL(`keeping/${locale}.webmanifest`, store.root)
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href }))
}

// What was opened from a folder is on the device already.
if (location.protocol !== "file:") {
  addManifest()
  start().catch(() => { status.textContent = say.cannot }).finally(() => { block.hidden = false })
}
