// What is too small to be hit: less than 24 by 24 px, not in a line of text, and another target nearer than 24 px
// (WCAG 2.5.8).

() => {
  const all = [...document.querySelectorAll(CONTROLS)]
    .filter(each => isSeen(each) && !isForListeners(each) && !isOutOfFlow(each) && getComputedStyle(each).pointerEvents !== "none")
  const targets = all.map(element => {
    const label = element.matches("input") && element.closest("label")
    const rect = (label || element).getBoundingClientRect()
    return { element, rect, small: rect.width < 23.9 || rect.height < 23.9 }
  }).filter(({ rect }) => rect.width > 1 && rect.height > 1)
  const isInText = element => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false
    const block = blockOf(getComputedStyle(element).display === "inline" ? element : element.parentElement)
    return block.textContent.trim().length > element.textContent.trim().length
  }
  const centre = ({ x, y, width, height }) => [x + width / 2, y + height / 2]
  const isNear = (target, other) => {
    const [x, y] = centre(target.rect)
    if (other.small) return Math.hypot(x - centre(other.rect)[0], y - centre(other.rect)[1]) < 23.9
    const right = Math.max(other.rect.left - x, 0, x - other.rect.right)
    const down = Math.max(other.rect.top - y, 0, y - other.rect.bottom)
    return Math.hypot(right, down) < 11.9
  }
  const related = (one, other) => one.contains(other) || other.contains(one) || one.htmlFor === other.id && other.id
    || other.htmlFor === one.id && one.id || one.htmlFor && one.htmlFor === other.htmlFor
  const faults = targets.filter(target => target.small && !isInText(target.element)).flatMap(target => {
    const near = targets.find(other => !related(target.element, other.element) && isNear(target, other))
    const { width, height } = target.rect
    return near ? [`${width.toFixed()} by ${height.toFixed()} px beside ${nameOf(near.element)}: ${nameOf(target.element)}`] : []
  })
  return { faults, checked: targets.length }
}
