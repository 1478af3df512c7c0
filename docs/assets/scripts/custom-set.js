// Puts a set of pages together, to be printed as one document. Each page comes as a script of its own, so that it works
// from a folder too; it is loaded when the set is put together. Its words stand in the page.
"use strict"

const choice = document.getElementById("set-choice")
const made = document.getElementById("set-made")
const list = choice.querySelector(".kb-set__chosen")
const status = choice.querySelector("[role=status]")
const button = act => choice.querySelector(`[data-act=${act}]`)
const boxes = [...choice.querySelectorAll("input[type=checkbox]")]
let chosen = []

// The one whose script runs now takes what it brings.
let take = null
window.knowledgeBasePage = article => take(article)

function say(words) {
  status.textContent = words
}

function titleOf(box) {
  return box.closest("label").textContent.trim()
}

function show(focus) {
  list.replaceChildren(...chosen.map((box, index) => {
    const item = document.createElement("li")
    item.append(titleOf(box))
    for (const act of ["up", "down", "out"]) {
      const control = button(act).cloneNode(true)
      control.hidden = false
      control.disabled = act === "up" && index === 0 || act === "down" && index === chosen.length - 1
      control.setAttribute("aria-label", `${control.textContent}: ${titleOf(box)}`)
      control.addEventListener("click", () => acts[act](box, index))
      item.append(control)
    }
    return item
  }))
  say(chosen.length ? choice.dataset.count.replace("{count}", chosen.length) : choice.dataset.none)
  // Whoever moves a page by key stays on the key.
  if (focus) (list.children[focus.index]?.querySelector(`[data-act=${focus.act}]:enabled`) ?? button("make")).focus()
}

function move(index, step, act) {
  const [box] = chosen.splice(index, 1)
  chosen.splice(index + step, 0, box)
  show({ index: index + step, act })
}

const acts = {
  up: (_, index) => move(index, -1, "up"),
  down: (_, index) => move(index, 1, "down"),
  out: (box, index) => {
    box.checked = false
    chosen = chosen.filter(other => other !== box)
    show({ index: Math.min(index, chosen.length - 1), act: "out" })
  },
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    take = resolve
    script.onerror = reject
    script.onload = () => script.remove()
    document.head.append(script)
  })
}

async function putTogether() {
  if (!chosen.length) return say(choice.dataset.none)
  const articles = [], lost = []
  for (const box of chosen) {
    try {
      articles.push(await load(box.value))
    } catch {
      lost.push(choice.dataset.unreadable.replace("{title}", titleOf(box)))
    }
  }
  made.innerHTML = articles.join("")
  button("print").hidden = !articles.length
  say([choice.dataset.count.replace("{count}", articles.length), ...lost].join(" "))
}

for (const box of boxes) {
  box.checked = false
  box.addEventListener("change", () => {
    chosen = box.checked ? [...chosen, box] : chosen.filter(other => other !== box)
    show()
  })
}
button("make").addEventListener("click", putTogether)
button("print").addEventListener("click", () => window.print())
choice.hidden = false
show()
