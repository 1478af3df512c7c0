// A page that was read can be read again without a connection: what keeps it comes once the page is read. Where a page
// is shown from what a phone keeps, it asks whether there is a newer one.
"use strict"

const worker = new URL("../../worker.js", document.currentScript.src)
const container = navigator.serviceWorker // not there in some private windows, nor where the address is not safe

if (container && worker.protocol !== "file:") {
  addEventListener("load", () => (window.requestIdleCallback || setTimeout)(() => {
    container.register(worker, { updateViaCache: "all" }).catch(() => {})
    if (!container.controller) container.ready.then(({ active }) => active.postMessage("read"))
    const line = document.querySelector(".kb-kept [role=status]")
    if (!line || !container.controller) return
    container.addEventListener("message", event => { line.textContent = event.data })
    container.startMessages()
    container.controller.postMessage("newer?")
  }))
}
