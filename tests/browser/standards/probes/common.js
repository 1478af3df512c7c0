// What all probes share: which text is seen where, and how an element is named in a fault.

const INLINE = /^(inline|contents|ruby)/
const CONTROLS = "a[href], button, input, select, textarea, summary, label[for], [tabindex]"

const ancestors = element => {
  const found = []
  for (let each = element; each; each = each.parentElement) found.push(each)
  return found
}

const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

// Words for those who listen: one point in size, or cut away.
const isForListeners = element => ancestors(element).some(each => {
  const { clipPath, clip, position } = getComputedStyle(each)
  return clipPath === "inset(50%)" || (position === "absolute" && clip.startsWith("rect(0px"))
})

const isOutOfFlow = element => ancestors(element).some(each => getComputedStyle(each).position === "fixed")

// What stays in its place while the rest is scrolled away below it.
const stays = element => ancestors(element).some(each => getComputedStyle(each).position === "sticky" && each.matches("label"))

// What is moved out of sight, up or down, in a box of its own.
const isScrolledAway = (element, { top, bottom }) => ancestors(element).slice(0, -2).some(each => {
  const box = each.getBoundingClientRect()
  const isScroller = /auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight
  return isScroller && (bottom <= box.top + 1 || top >= box.bottom - 1)
})

const nameOf = element => {
  const marks = [...element.classList].map(mark => `.${mark}`).join("")
  const words = (element.getAttribute("aria-label") || element.textContent).replace(/\s+/g, " ").trim().slice(0, 40)
  return `<${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${marks}> "${words}"`
}

const rectsOf = node => {
  const range = document.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
}

// The pieces of text that are seen: the element that holds each, and where its lines are.
const pieces = root => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    if (!node.data.trim() || element.closest("script, style, template, noscript") || !isSeen(element)) continue
    const rects = rectsOf(node)
    if (rects.length && !isForListeners(element)) found.push({ element, rects })
  }
  return found
}

const blockOf = element => ancestors(element).find(each => !INLINE.test(getComputedStyle(each).display)) || element

const around = rects => ({
  left: Math.min(...rects.map(({ left }) => left)), right: Math.max(...rects.map(({ right }) => right)),
  top: Math.min(...rects.map(({ top }) => top)), bottom: Math.max(...rects.map(({ bottom }) => bottom)),
})

const parts = colour => {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number)
  return { red, green, blue, alpha }
}

const luminance = ({ red, green, blue }) => {
  const [r, g, b] = [red, green, blue].map(value => value / 255).map(
    value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const over = (above, below) => Object.fromEntries(["red", "green", "blue"].map(
  each => [each, above[each] * above.alpha + below[each] * (1 - above.alpha)]
).concat([["alpha", 1]]))

const canvas = (() => {
  const probe = document.body.appendChild(document.createElement("i"))
  probe.style.backgroundColor = "Canvas"
  const colour = getComputedStyle(probe).backgroundColor
  probe.remove()
  return parts(colour)
})()

// The ground below an element: all grounds that can be seen through one another, down to the window's.
const groundOf = element => ancestors(element).map(each => parts(getComputedStyle(each).backgroundColor))
  .reduceRight((below, above) => over(above, below), canvas)

const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
