// Brings a language to the phone: every file of the site's list, each compared with its hash, so that files of two
// releases are never mixed and a network's own log-in page is not taken for one of ours. What is here stays for next time.
"use strict"

const AT_ONCE = 4

// The site's files are other ones than its list says: it is being replaced at this moment.
class Changed extends Error {}

async function ask(address, signal) {
  const response = await fetch(address, { cache: "no-cache", signal })
  if (!response.ok) throw response.status === 404 ? new Changed() : new TypeError()
  return response.json()
}

async function hashOf(body, length) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body))
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("").slice(0, length)
}

// The files of a list as { path, hash, size, data }, of which `data` is what they take on the way.
function filesOf(list, withHandouts) {
  const given = [...Object.entries(list.files), ...withHandouts ? Object.entries(list.handouts) : []]
  return given.map(([path, [hash, size, data]]) => ({ path, hash, size, data }))
}

// All stores with files and a list, but one: what they hold need not be loaded again.
async function others(store, except) {
  const found = []
  for (const name of await store.stores()) {
    const list = name !== except && await caches.match(store.ownList, { cacheName: name }).then(answer => answer?.json())
    if (list) found.push({ name, hashes: new Map(filesOf(list, true).map(file => [file.path, file.hash])) })
  }
  return found
}

// The same file, in a store of another release or language; undefined where there is none.
async function copyFrom(stores, store, file) {
  for (const { name, hashes } of stores) {
    const copy = hashes.get(file.path) === file.hash
      && await caches.match(addressOf(store.root, file.path), { cacheName: name })
    if (copy) return copy
  }
}

async function load(store, file, signal) {
  const address = addressOf(store.root, file.path)
  // By its hash a file is asked for past everything that keeps older ones on the way.
  const ways = [[`${address}?${file.hash}`, { signal, cache: "no-store" }]]
  if (NAMED.test(file.path)) ways.unshift([address, { signal }]) // which the browser may have
  for (const way of ways) {
    const response = await fetch(...way)
    if (!response.ok && response.status !== 404) throw new TypeError()
    const body = await response.arrayBuffer()
    if (await hashOf(body, file.hash.length) === file.hash) return copyOf(response, body)
  }
  throw new Changed()
}

// What is to be done for a language: its list, its files, and those of them that have to be loaded.
async function planFor(store, locale, withHandouts, signal) {
  const list = await ask(store.list(locale), signal)
  const name = store.filesOf(locale, list.release), files = filesOf(list, withHandouts)
  const stores = await others(store, name), missing = []
  for (const file of files) {
    const here = await caches.match(addressOf(store.root, file.path), { cacheName: name }) ?? await copyFrom(stores, store, file)
    if (!here) missing.push(file)
  }
  return { list, name, files, stores, missing }
}

// Nothing is loaded for a phone that has no room for all of it.
async function checkRoom(missing) {
  const { quota, usage } = await navigator.storage?.estimate?.() ?? {}
  const needed = missing.reduce((all, file) => all + file.size, 0)
  if (quota !== undefined && usage + needed > quota) throw new DOMException("No room", "QuotaExceededError")
}

async function bringOnce(store, locale, withHandouts, tell, signal) {
  const about = await ask(store.about(locale), signal)
  const { list, name, files, stores, missing } = await planFor(store, locale, withHandouts, signal)
  if (about.release !== list.release) throw new Changed()
  await checkRoom(missing)
  const cache = await caches.open(name)
  await cache.put(store.ownList, asJson(list))
  let done = 0
  const left = files.values()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const file of left) {
      const address = addressOf(store.root, file.path)
      if (!await cache.match(address)) {
        await cache.put(address, await copyFrom(stores, store, file) ?? await load(store, file, signal))
      }
      tell(++done, files.length)
    }
  }))
  const before = await store.kept(locale)
  if (before && before.files !== name) await store.replace(before.files)
  await store.keep(locale, { release: list.release, files: name, handouts: withHandouts, about })
  const staying = [name, ...await store.replaced()]
  for (const other of await store.stores(`${locale} `)) if (!staying.includes(other)) await caches.delete(other)
}

// Brings all files of a language, or throws; `tell(done, count)` is called on the way.
async function bring(store, locale, withHandouts, tell, signal) {
  for (let tries = 3; ; tries--) {
    // Ends what else is on its way when one file fails.
    const ends = new AbortController(), end = () => ends.abort()
    signal.addEventListener("abort", end)
    try {
      return await bringOnce(store, locale, withHandouts, tell, ends.signal)
    } catch (reason) {
      if (!(reason instanceof Changed) || tries === 1) throw reason
    } finally {
      signal.removeEventListener("abort", end)
      end()
    }
  }
}
