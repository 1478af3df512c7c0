// Whether what is seen comes in the order of the document: from above to below, from left to right, column by column.

() => {
  const controls = [...document.querySelectorAll(CONTROLS)].filter(
    each => !each.textContent.trim() && isSeen(each) && !isScrolledAway(each, each.getBoundingClientRect())
  )
  const blocks = new Map(controls.map(each => [each, [each.getBoundingClientRect()]]))
  for (const { element, rects } of pieces(document.body)) {
    if (element.closest("svg") || stays(element)) continue // a drawing is a picture with an alternative in words
    const block = blockOf(element)
    if (isScrolledAway(block, block.getBoundingClientRect())) continue
    blocks.set(block, [...blocks.get(block) || [], ...rects])
  }
  const inOrder = [...blocks].filter(([block, rects]) => !isOutOfFlow(block) && rects.some(({ width }) => width > 1))
    .sort(([one], [other]) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)
    .map(([block, rects]) => ({ block, ...around(rects) }))
  const faults = []
  inOrder.slice(1).forEach((after, at) => {
    const before = inOrder[at]
    if (before.block.contains(after.block)) return
    const overlap = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top)
    const beside = overlap > Math.min(before.bottom - before.top, after.bottom - after.top) / 2
    const isAbove = after.bottom <= before.top + 1 && after.left < before.right - 1
    const isLeft = beside && after.right <= before.left + 1
    if (isAbove || isLeft) faults.push(`${nameOf(after.block)} is seen before ${nameOf(before.block)}`)
  })
  document.querySelectorAll("[tabindex]").forEach(each => {
    if (each.tabIndex > 0) faults.push(`${nameOf(each)} jumps the queue`)
  })
  return { faults, checked: inOrder.length }
}
