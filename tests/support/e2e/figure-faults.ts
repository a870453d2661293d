import type { Page } from '@playwright/test'

const WIDTHS = [360, 1280]

/**
 * What is wrong with the charts, codes and drawings of a page, on a phone and on a wide screen: a part that lies over a
 * text, leaves its drawing, or has no colour of its own.
 */
export async function figureFaults(page: Page): Promise<string[]> {
  if ((await page.locator(FIGURES).count()) === 0) return []
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const found = await page.locator(FIGURES).evaluateAll(faultsOf)
    faults.push(...found.map((fault) => `${width} px: ${fault}`))
  }
  return faults
}

/** Drawings that say something: no icons, and no cover of a course, which is cropped on purpose. */
const FIGURES = 'svg:not(.icon):not(.cover svg)'

/** It runs in the page, so it may use nothing from outside. */
function faultsOf(figures: readonly Element[]): string[] {
  const SPILL = 2

  function named(part: Element): string {
    return `${part.tagName}.${part.getAttribute('class') ?? ''} “${(part.textContent ?? '').slice(0, 30)}”`
  }

  function cover(a: DOMRect, b: DOMRect): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return across > SPILL && along > SPILL
  }

  /** The box of a line is higher than its letters, in Arabic by more than half: lines whose boxes touch can be read. */
  function coverWords(a: DOMRect, b: DOMRect): boolean {
    const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return cover(a, b) && along > Math.min(a.height, b.height) / 2
  }

  /** The lines of text beside a drawing, in the block that holds it. */
  function linesBeside(figure: Element): DOMRect[] {
    const block = figure.closest('figure, section, li, article, main') ?? document.body
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const lines: DOMRect[] = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement
      if (!parent || !text.nodeValue?.trim() || parent.closest('svg, .sr, script, style')) continue
      if (!parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      lines.push(...range.getClientRects())
    }
    return lines
  }

  return figures.flatMap((figure) => {
    const box = figure.getBoundingClientRect()
    if (!figure.checkVisibility() || box.width === 0) return []
    const parts = [...figure.querySelectorAll('circle, rect, line, path, text')].filter(
      (part) => !part.closest('defs, clipPath'),
    )
    const boxes = parts.map((part) => ({ part, at: part.getBoundingClientRect() }))
    const lines = linesBeside(figure)
    const leaves = ({ at }: { at: DOMRect }) =>
      at.left < box.left - SPILL ||
      at.right > box.right + SPILL ||
      at.top < box.top - SPILL ||
      at.bottom > box.bottom + SPILL
    const texts = boxes.filter(({ part }) => part.tagName === 'text' && part.textContent?.trim())
    // A custom property that is not defined where it is used leaves the initial colour, black.
    const uncoloured = parts.filter(
      (part) =>
        /^(circle|rect|text)$/.test(part.tagName) &&
        !part.closest('[fill]') &&
        getComputedStyle(part).fill === 'rgb(0, 0, 0)',
    )
    return [
      ...boxes
        .filter(({ at }) => lines.some((line) => cover(at, line)))
        .map(({ part }) => `over a text: ${named(part)}`),
      ...boxes.filter(leaves).map(({ part }) => `outside its drawing: ${named(part)}`),
      ...texts.flatMap((one, place) =>
        texts
          .slice(place + 1)
          .flatMap((other) => (coverWords(one.at, other.at) ? [`over another: ${named(one.part)}`] : [])),
      ),
      ...uncoloured.map((part) => `without a colour: ${named(part)}`),
    ]
  })
}
