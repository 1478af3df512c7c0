// Whether text is lost: cut off by what holds it, drawn over other text, or beside the window; and what has to be moved
// both ways to be read. A title that is cut off in the header and the menu's fold stands in full elsewhere.

where => {
  const root = document.querySelector(where)
  const faults = new Set()
  const middle = ({ left, right, top, bottom }) => ({
    left: left + 1, right: right - 1, top: top + (bottom - top) * 0.3, bottom: bottom - (bottom - top) * 0.3,
  })
  const found = pieces(root).filter(({ element }) => where !== "body" || !isOutOfFlow(element))
  const lines = found.flatMap(({ element, rects }) => rects.map(rect => ({ element, ...middle(rect) })))
    .filter(({ element }) => !element.closest(".md-header__title") && !stays(element))
  const scrolls = element => ancestors(element).find(each => {
    const { overflowX } = getComputedStyle(each)
    return /auto|scroll/.test(overflowX) && each.scrollWidth > each.clientWidth + 1 && each !== document.documentElement
  })
  for (const line of lines) {
    const scroller = scrolls(line.element)
    if (scroller && !scroller.querySelector("table")) faults.add(`to be moved both ways: ${nameOf(scroller)}`)
    if (scroller) continue
    if (line.left < -1 || line.right > innerWidth + 1) faults.add(`beside the window: ${nameOf(line.element)}`)
    for (const holder of ancestors(line.element)) {
      const { overflowX, overflowY, display } = getComputedStyle(holder)
      if (/auto|scroll/.test(overflowY) && holder.scrollHeight > holder.clientHeight) break // it can be scrolled there
      if (INLINE.test(display) && display !== "inline-block") continue
      const box = holder.getBoundingClientRect()
      const cutX = /hidden|clip/.test(overflowX) && (line.left < box.left - 2 || line.right > box.right + 2)
      const cutY = /hidden|clip/.test(overflowY) && (line.top < box.top - 2 || line.bottom > box.bottom + 2)
      if (cutX || cutY) faults.add(`cut off: ${nameOf(line.element)}`)
    }
  }
  const inSight = lines.filter(line => !isScrolledAway(line.element, line)).sort((one, other) => one.top - other.top)
  inSight.forEach((line, at) => {
    for (const other of inSight.slice(at + 1)) {
      if (other.top >= line.bottom) break
      const across = Math.min(line.right, other.right) - Math.max(line.left, other.left)
      const down = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top)
      if (across > 2 && down > 2 && !scrolls(line.element) && !scrolls(other.element)) {
        faults.add(`one over the other: ${nameOf(line.element)}, ${nameOf(other.element)}`)
      }
    }
  })
  if (document.documentElement.scrollWidth > innerWidth) faults.add("the page has to be moved sideways")
  return { faults: [...faults], checked: lines.length }
}
