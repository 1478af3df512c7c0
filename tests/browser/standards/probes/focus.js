// Whether each thing that takes the focus is then in sight, with a ring of a contrast of 3, on the way down and back.

async () => {
  // Of a group of switches the key reaches the one that is on. The search, which opens with the focus, is gone through
  // with real keys, in test_keyboard.py.
  const isReached = each => each.tabIndex >= 0 && !each.closest(".md-search") && (each.type !== "radio" || each.checked)
  const all = [...document.querySelectorAll(CONTROLS)].filter(isReached)
  const faults = new Set()
  let checked = 0
  const inWindow = ({ left, right, top, bottom }) => ({
    left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight),
  })
  const isHit = seen => [...seen.getClientRects()].filter(({ width, height }) => width && height).map(inWindow).some(
    ({ left, right, top, bottom }) => right > left && bottom > top && [
      [0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8],
    ].some(([across, down]) => {
      const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down)
      return hit && seen.contains(hit)
    })
  )
  const look = element => {
    element.focus()
    if (document.activeElement !== element) return
    document.getAnimations().forEach(animation => animation.effect.getComputedTiming().endTime < Infinity && animation.finish())
    checked++
    const seen = element.matches(".md-option") ? element.nextElementSibling : element
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(seen)
    if (!element.matches(":focus-visible")) faults.add(`not by key: ${nameOf(element)}`)
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 1) faults.add(`no ring: ${nameOf(element)}`)
    const ground = groundOf(parseFloat(outlineOffset) < 0 ? seen : seen.parentElement)
    const ratio = contrast(over(parts(outlineColor), ground), ground)
    if (ratio < 3) faults.add(`ring of contrast ${ratio.toFixed(2)}: ${nameOf(element)}`)
    if (!isHit(seen)) faults.add(`hidden: ${nameOf(element)}`)
  }
  all.forEach(look)
  all.reverse().forEach(look)
  return { faults: [...faults], checked }
}
