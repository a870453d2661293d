const REST_MS = 1500

/**
 * Calls `tell` with the block in view once the reader has stopped scrolling: the first visible one, numbered alike in
 * every language. While she scrolls up to the header, with the menu and the languages, no block is reported.
 */
export function whenResting(tell: (block: number) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    const block = readingPlace()
    if (block > 0) tell(block)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(rest, REST_MS)
  }
  document.addEventListener('scroll', later, { passive: true })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') rest()
  })
  later()
}

/**
 * Opens the lesson in another language at the block where the reader last stopped scrolling, also when she goes back.
 */
export function keepPlaceOverLanguages() {
  let rested = 0
  whenResting((block) => {
    rested = block
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a')) link.hash = placeOf(block)
  })
  for (const link of document.querySelectorAll('.langs a')) {
    link.addEventListener('click', () => {
      if (rested === 0) return
      // The browser would scroll back to the menu, where the reader chose the language.
      history.scrollRestoration = 'manual'
      history.replaceState({ rested }, '')
    })
  }
  window.addEventListener('pageshow', () => {
    const { rested: block = 0 } = (history.state ?? {}) as { rested?: number }
    if (block === 0) return
    document.getElementById(placeOf(block))?.scrollIntoView()
    history.replaceState(null, '')
    // Wait until the browser has finished restoring the page.
    setTimeout(() => {
      history.scrollRestoration = 'auto'
    })
  })
}

function placeOf(block: number): string {
  return `b${block}`
}

/** The first block in view; -1 if there is none, or the header is in view. */
export function readingPlace(): number {
  const header = document.querySelector('header')
  if (header && header.getBoundingClientRect().bottom > 0) return -1
  const blocks = [...document.querySelectorAll<HTMLElement>('.block')]
  const seen = blocks.find((element) => element.getBoundingClientRect().bottom > 0)
  return Number(seen?.id.slice(1) ?? -1)
}
