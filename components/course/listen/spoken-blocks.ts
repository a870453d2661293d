const BLOCKS = 'p, li, h2, h3, h4, td, th, dt, dd'
/**
 * Elements that are not read aloud: controls, questions, folded parts, marks of articles, and graphics that repeat the
 * words beside them.
 */
const SILENT =
  'form, button, select, video, .practice, .listen, .no-print, .sr, .cite.mark, [hidden], [popover], [aria-hidden="true"], details:not([open])'

/** A block of text and its words. */
export type SpokenBlock = { block: HTMLElement; words: string }

/** The blocks of a section in the language of the page, from its heading as far as the next one. */
export function spokenBlocks(heading: HTMLElement, language: string): SpokenBlock[] {
  const spoken: SpokenBlock[] = []
  for (const part of partsOf(heading)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode
      const block = text.parentElement?.closest<HTMLElement>(BLOCKS)
      if (!block || !isSpoken(text.parentElement, language)) continue
      const last = spoken.at(-1)
      if (last?.block === block) last.words += text.textContent ?? ''
      else spoken.push({ block, words: text.textContent ?? '' })
    }
  }
  return spoken.filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
}

/** The top-level blocks of the lesson that belong to the section. */
function partsOf(heading: HTMLElement): Element[] {
  const first = heading.closest('.block') ?? heading
  const parts: Element[] = [first]
  for (let next = first.nextElementSibling; next && !next.querySelector('h2'); next = next.nextElementSibling) {
    if (next.matches('.block')) parts.push(next)
  }
  return parts
}

/** Text in another language, such as quoted law, is left out: the voice cannot pronounce it. */
function isSpoken(element: Element | null, language: string): boolean {
  if (!element || element.closest(SILENT)) return false
  return element.closest<HTMLElement>('[lang]')?.lang.split('-')[0] === language
}
