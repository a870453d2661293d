/**
 * What is wrong with the layout of drawings: words that are cut, broken in two or leave their box, and parts that cover
 * each other.
 * It runs in the page, so it may use nothing from outside.
 */
export function drawingFaults(drawings: readonly Element[]): string[] {
  const LEAVES =
    'p, time, .n, .key, .num, .yes, .no, .track, .years, .phases li, .always li, .all li, svg text, .round, .lane-name'
  const HALF_A_PIXEL = 0.5

  function isCut(part: Element): boolean {
    if (part instanceof SVGElement || part.clientWidth === 0) return false
    const hides = getComputedStyle(part).overflowY !== 'visible'
    return part.scrollWidth > part.clientWidth + 1 || (hides && part.scrollHeight > part.clientHeight + 1)
  }

  function cover(a: DOMRect, b: DOMRect): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return across > HALF_A_PIXEL && along > HALF_A_PIXEL
  }

  /** Words of which a part stands on the next line. A line may end after a hyphen. */
  function brokenWords(drawing: Element): string[] {
    const texts = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    const range = document.createRange()
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const word of (text.nodeValue ?? '').matchAll(/[^\s-]+/g)) {
        range.setStart(text, word.index)
        range.setEnd(text, word.index + word[0].length)
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word[0])
      }
    }
    return broken
  }

  function named(part: Element): string {
    return `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''} “${(part.textContent ?? '').trim().slice(0, 40)}”`
  }

  return drawings.flatMap((drawing) => {
    const title = drawing.querySelector('.drawing-title')?.textContent ?? ''
    const frame = drawing.getBoundingClientRect()
    const cut = [drawing, ...drawing.querySelectorAll('*')].filter(isCut).map((part) => `cut: ${named(part)}`)
    const leaves = [...drawing.querySelectorAll(LEAVES)].map((part) => ({ part, box: part.getBoundingClientRect() }))
    const out = leaves
      .filter(({ box }) => box.left < frame.left || box.right > frame.right)
      .map(({ part }) => `outside: ${named(part)}`)
    const over = leaves.flatMap((a, at) =>
      leaves
        .slice(at + 1)
        .filter((b) => !a.part.contains(b.part) && cover(a.box, b.box))
        .map((b) => `covered: ${named(a.part)} and ${named(b.part)}`),
    )
    const broken = brokenWords(drawing).map((word) => `broken: ${word}`)
    return [...cut, ...out, ...over, ...broken].map((fault) => `${title}: ${fault}`)
  })
}
