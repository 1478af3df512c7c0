// What is not seen where the system chooses the colours: signs whose ink is like their ground, drawings, borders that
// were only shadows.

() => {
  const faults = new Set()
  let checked = 0
  const inks = element => [element, ...element.querySelectorAll("path, circle, rect, line, polygon, ellipse, text")]
    .flatMap(each => {
      const { fill, stroke } = getComputedStyle(each)
      return [fill, stroke].filter(colour => colour.startsWith("rgb")).map(parts).filter(({ alpha }) => alpha > 0.5)
    })
  for (const drawing of document.querySelectorAll("svg")) {
    if (!isSeen(drawing) || isOutOfFlow(drawing) || !drawing.getBoundingClientRect().width) continue
    checked++
    const ground = groundOf(drawing)
    if (!inks(drawing).some(ink => contrast(ink, ground) >= 3)) faults.add(`a drawing not seen: ${nameOf(drawing.closest(CONTROLS) || drawing)}`)
    for (const text of drawing.querySelectorAll("text")) {
      const ratio = contrast(parts(getComputedStyle(text).fill), ground)
      if (ratio < 4.5) faults.add(`words of contrast ${ratio.toFixed(2)} in a drawing: ${nameOf(text)}`)
    }
  }
  for (const element of document.querySelectorAll("body *")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part)
      if (part && style.content === "none") continue
      if (style.maskImage === "none" || !style.maskImage || !isSeen(element) || isOutOfFlow(element)) continue
      checked++
      const ratio = contrast(parts(style.backgroundColor), groundOf(part ? element : element.parentElement))
      if (ratio < 3) faults.add(`a sign of contrast ${ratio.toFixed(2)}: ${nameOf(element)}${part || ""}`)
    }
  }
  for (const { element } of pieces(document.body)) {
    if (element.closest("svg")) continue
    checked++
    const ratio = contrast(parts(getComputedStyle(element).color), groundOf(element))
    if (ratio < 4.5) faults.add(`words of contrast ${ratio.toFixed(2)}: ${nameOf(element)}`)
  }
  return { faults: [...faults], checked }
}
