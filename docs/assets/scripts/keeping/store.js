// What is kept on a phone, and where it lies. The page "Without internet" and the worker read it the same way.
//
// A language is kept as a release: all its files in a store (cache) of its own, and one entry that names the store. The
// entry is written when the last file is there; so a phone has all of a release or none of it, whenever it is ended.
"use strict"

// Whoever changes the form of what is kept counts on: a worker of an older release then leaves it alone.
const FORM = 1
// As the build names files by their content: whatever has the name has the content.
const NAMED = /\.[0-9a-f]{8}\.(css|js|woff2)$/

const asJson = value => new Response(JSON.stringify(value))

function storeAt(root) {
  const prefix = `${root.pathname} ${FORM} `
  const entries = () => caches.open(`${prefix}entries`)
  const entry = (kind, name) => `${root}keeping/${kind}/${encodeURIComponent(name)}`

  async function read(kind, name) {
    return (await (await entries()).match(entry(kind, name)))?.json()
  }

  async function write(kind, name, value) {
    await (await entries()).put(entry(kind, name), asJson(value))
  }

  async function drop(kind, name) {
    await (await entries()).delete(entry(kind, name))
  }

  async function names(kind) {
    const all = (await (await entries()).keys()).map(request => request.url)
    return all.filter(url => url.startsWith(entry(kind, ""))).map(url => decodeURIComponent(url.slice(entry(kind, "").length)))
  }

  return {
    root,
    // What is asked of the site itself, past all that is kept.
    about: locale => `${root}keeping/${locale}.json`,
    list: locale => `${root}keeping/${locale}.files.json`,
    // Under this address a store has the list of its files.
    ownList: `${root}keeping/list`,
    visits: `${prefix}visits`,
    filesOf: (locale, release) => `${prefix}${locale} ${release}`,
    stores: async locale => (await caches.keys()).filter(name => name.startsWith(`${prefix}${locale ?? ""}`)),

    // A language that is kept: its release, the store with its files, whether handouts are among them, its words.
    kept: locale => read("kept", locale),
    keptLocales: () => names("kept"),
    keep: (locale, value) => write("kept", locale, value),
    letGo: locale => drop("kept", locale),

    // A store that a newer one has replaced; it goes when no page is open that may need it.
    replaced: () => names("replaced"),
    replace: name => write("replaced", name, true),
    async clear(name) {
      await caches.delete(name)
      await drop("replaced", name)
    },

    // Whether pages that are read are kept: yes, until the reader says no.
    keepsVisits: async () => !await read("no", "visits"),
    async setVisits(on) {
      if (on) return drop("no", "visits")
      await write("no", "visits", true)
      await caches.delete(`${prefix}visits`)
    },
  }
}

// While no language is kept, the browser asks the site for a page at once, and does not wait until the worker is awake;
// for pages from the phone that would be in vain.
async function askEarly(store, { navigationPreload }) {
  const isKept = (await store.keptLocales()).length > 0
  await navigationPreload?.[isKept ? "disable" : "enable"]()
}

// The address of a file of the site; a page's is that of its folder.
function addressOf(root, path) {
  return new URL(path.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/"), root).href
}

// A copy of an answer to be kept: what came, and what the host said of it, but not how it was packed for the way.
function copyOf(response, body, more = {}) {
  const headers = new Headers(response.headers)
  for (const name of ["Content-Encoding", "Content-Length", "Transfer-Encoding", "Vary"]) headers.delete(name)
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  return new Response(body, { headers })
}
