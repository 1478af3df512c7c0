// The service worker. A language that is kept is shown from the phone, without asking the site for its files; all else
// comes from the site, and the pages that were read last once more when there is no connection. It knows no dates: a
// phone's clock may be wrong. Before it stand store.js and LOCALES, of which the first stands at the site's root.
"use strict"

const store = storeAt(new URL("./", location))
const { root } = store
// How many pages that were read are kept, and how long one of them waits for the site's answer.
const MOST = 50, PATIENCE = 8000
// The store from which each open page was taken: what it asks for later comes from there, too.
const taken = new Map()
let queue = Promise.resolve()

const pageOf = address => address.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/")

function localeOf(address) {
  const [first] = address.slice(root.href.length).split("/")
  return LOCALES.includes(first) ? first : LOCALES[0]
}

addEventListener("install", () => skipWaiting())
// Nothing here that takes time: until it is done, no page opens.
addEventListener("activate", event => event.waitUntil(Promise.all([clients.claim(), askEarly(store, registration)])))

addEventListener("fetch", event => {
  const { method, mode, url } = event.request
  if (method !== "GET" || !url.startsWith(root.href)) return
  if (mode === "navigate") event.respondWith(open(event))
  else if (NAMED.test(url)) event.respondWith(named(event))
  // What asks with a hash, and for lists, wants to go past what is kept.
  else if (!url.includes("?") && !url.startsWith(`${root}keeping/`)) event.respondWith(other(event))
})

async function open(event) {
  const page = pageOf(event.request.url), kept = await store.kept(localeOf(page))
  const copy = kept && await caches.match(page, { cacheName: kept.files })
  if (!copy) return ask(event, page)
  taken.set(event.resultingClientId, kept.files)
  event.waitUntil(clear())
  const { words } = kept.about
  return isPage(copy) ? mark(copy, kept.about, navigator.onLine ? words.kept : words.offline, "kb-kept") : copy
}

async function ask(event, page) {
  const copy = await caches.match(page, { cacheName: store.visits })
  const coming = Promise.resolve(event.preloadResponse).then(early => early ?? fetch(event.request)).then(answer => {
    if (answer.ok && isPage(answer)) event.waitUntil(remember(page, answer.clone()))
    if (answer.status === 404 || answer.status === 410) event.waitUntil(forget(page))
    return answer
  })
  event.waitUntil(coming.catch(() => {}))
  try {
    const answer = await (copy ? Promise.race([coming, late()]) : coming)
    if (answer.status < 500 || !copy) return answer
  } catch {
    if (!copy) return missing(page)
  }
  const about = await aboutOf(localeOf(page))
  return about ? mark(copy, about, about.words.visited, "") : copy
}

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE))
const isPage = answer => (answer.headers.get("Content-Type") ?? "").startsWith("text/html")

async function named(event) {
  const { url } = event.request, copy = await caches.match(url)
  if (copy) return copy
  const answer = await fetch(event.request)
  if (answer.ok && !isPage(answer) && await store.keepsVisits()) {
    const again = answer.clone()
    event.waitUntil(caches.open(store.visits).then(cache => cache.put(url, again)).catch(() => {}))
  }
  return answer
}

async function other({ request, clientId }) {
  const asks = (await clients.get(clientId))?.url ?? request.url
  const name = taken.get(clientId) ?? (await store.kept(localeOf(asks)))?.files
  const copy = name && await caches.match(request.url, { cacheName: name })
  return copy || fetch(request)
}

// ---- pages that were read

// Keeps a page with the exact files that it asks for, one page after the other; or nothing, where one of them is missing
// or not named by its content, or where there is no room.
function remember(page, answer) {
  queue = queue.then(async () => {
    const html = await answer.text()
    if (!await store.keepsVisits()) return
    const named = pattern => [...html.matchAll(pattern)].map(match => new URL(match[1], page).href)
    const needs = named(/(?:src|href)="([^"]+\.(?:css|js))"/g), fonts = named(/url\(([^)]+\.woff2)\)/g)
    // A page without them is not ours: a network's own, before a log-in.
    if (!needs.length || !needs.every(name => NAMED.test(name))) return
    const cache = await caches.open(store.visits)
    let isNew = false
    for (const name of [...needs, ...fonts]) {
      if (await cache.match(name)) continue
      const isFont = fonts.includes(name) // which a phone with such letters has not loaded
      const file = await fetch(name, isFont ? { cache: "only-if-cached", mode: "same-origin" } : {}).catch(() => null)
      if (file?.ok && !isPage(file)) await cache.put(name, file)
      else if (!isFont) return
      isNew = true
    }
    const words = store.about(localeOf(page))
    if (!await cache.match(words)) await cache.add(words)
    await cache.delete(page) // so that it becomes the last
    const title = /<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1].replace(/<[^>]+>/g, "").trim() ?? page
    await cache.put(page, copyOf(answer, html, { Needs: [...needs, ...fonts].join(" "), Named: encodeURIComponent(title) }))
    if (isNew || (await cache.keys()).filter(({ url }) => isRead(url)).length > MOST) await drop(cache)
  }).catch(() => {})
  return queue
}

// Takes out the oldest pages above the number, and the files that none of those left needs.
async function drop(cache) {
  const kept = (await cache.keys()).map(request => request.url), pages = kept.filter(isRead)
  const gone = pages.slice(0, Math.max(0, pages.length - MOST)), needed = new Set()
  for (const page of pages.slice(gone.length)) {
    for (const name of (await cache.match(page)).headers.get("Needs").split(" ")) needed.add(name)
  }
  const unused = kept.filter(url => NAMED.test(url) && !needed.has(url))
  for (const url of [...gone, ...unused]) await cache.delete(url)
}

const isRead = url => !NAMED.test(url) && !url.startsWith(`${root}keeping/`)

async function forget(page) {
  if (await caches.has(store.visits)) await (await caches.open(store.visits)).delete(page)
}

// ---- what pages from the phone say

// The words of a language: of the release that is kept, or of the pages that were read.
async function aboutOf(locale) {
  return (await store.kept(locale))?.about
    ?? (await caches.match(store.about(locale), { cacheName: store.visits }))?.json()
}

async function mark(copy, about, words, kind) {
  const html = await copy.text()
  const more = `<a href="${new URL(about.page, root).href}">${about.words.more}</a>`
  const line = `<p class="kb-notice ${kind}"><span role="status">${words}</span> ${more}</p>`
  return copyOf(copy, html.replace(/<article[^>]*>/, start => start + line))
}

addEventListener("message", event => {
  event.waitUntil(event.data === "read" ? take(pageOf(event.source.url)) : compare(event.source))
})

// A page that was read before there was a worker: the browser still has it, and gives it without the network.
async function take(page) {
  const answer = await fetch(page, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null)
  if (answer?.ok) await remember(page, answer)
}

// Tells a page of a kept language, once it is read, whether the site has a newer release, or does not answer.
async function compare(client) {
  const locale = localeOf(client.url), kept = await store.kept(locale)
  const about = await fetch(store.about(locale), { cache: "no-cache" }).then(answer => answer.json()).catch(() => null)
  if (!kept || about?.release === kept.release) return
  client.postMessage(about ? kept.about.words.newer : kept.about.words.offline)
}

// A page that is not here: another one from this phone, if possible in the same language, with these words in its place.
async function missing(page) {
  const read = await caches.has(store.visits) ? (await (await caches.open(store.visits)).keys()).map(({ url }) => url) : []
  const places = [], locales = await store.keptLocales()
  for (const kept of await Promise.all(locales.map(store.kept))) {
    places.push({ url: new URL(kept.about.home, root).href, cacheName: kept.files, about: kept.about })
  }
  for (const url of read.filter(isRead).reverse()) {
    places.push({ url, cacheName: store.visits, about: await aboutOf(localeOf(url)) })
  }
  const usable = places.filter(({ about }) => about), isNear = place => localeOf(place.url) === localeOf(page)
  const frame = usable.find(isNear) ?? usable[0]
  if (!frame) return Response.error() // the browser's own words
  const copy = await caches.match(frame.url, { cacheName: frame.cacheName })
  if (!copy) return Response.error()
  const near = usable.filter(place => localeOf(place.url) === localeOf(frame.url))
  const items = await Promise.all(near.map(async ({ url, cacheName }) => {
    const title = (await caches.match(url, { cacheName }))?.headers.get("Named")
    return `<li><a href="${url}">${title ? decodeURIComponent(title) : frame.about.name}</a></li>`
  }))
  const { words } = frame.about
  const article = `<h1>${words.missing}</h1><p>${words.instead}</p><ul>${items.join("")}</ul>`
  const html = (await copy.text())
    .replace(/(<article[^>]*>)[^]*(<\/article>)/, (_, start, end) => start + article + end)
    .replace(/<title>[^<]*/, () => `<title>${words.missing}`)
    // It stands at another address than the page that it was.
    .replace(/ (href|src|action|data-base|data-script|data-terms-address)="([^"]*)"/g,
      (_, name, way) => ` ${name}="${new URL(way, frame.url).href}"`)
    // The contents of that page, and what comes after it.
    .replace(/<div class="md-sidebar md-sidebar--secondary"[^]*?(?=<div class="md-content")/, "")
    .replace(/<nav class="md-footer__inner[^]*?<\/nav>/, "")
  return new Response(html, { status: 503, headers: copyOf(copy, "").headers })
}

// Stores that were replaced go when no other page is open, which may have been taken from them.
async function clear() {
  if ((await clients.matchAll({ type: "window", includeUncontrolled: true })).length > 1) return
  for (const name of await store.replaced()) await store.clear(name)
}
