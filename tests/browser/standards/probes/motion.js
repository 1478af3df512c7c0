// What moves although the reader's system asks for stillness.

() => {
  const faults = new Set()
  const all = [...document.querySelectorAll("*")]
  const long = times => times.split(",").some(time => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1) > 0.02)
  for (const element of all) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part)
      const moves = style.transitionProperty !== "none" && long(style.transitionDuration)
      if (moves) faults.add(`passes over ${style.transitionProperty}: ${nameOf(element)}${part || ""}`)
      if (style.animationName !== "none" && long(style.animationDuration)) faults.add(`${style.animationName}: ${nameOf(element)}`)
      if (style.scrollBehavior === "smooth") faults.add(`scrolls slowly: ${nameOf(element)}`)
    }
  }
  return { faults: [...faults], checked: all.length }
}
