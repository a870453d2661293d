const REST_MS = 1500

/**
 * Calls back with the block she reads once she has stopped scrolling: the first one in view, numbered alike in every
 * language. On the way up to the header, where the menu and the languages are, she reads nothing.
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

/** A change of language opens the lesson at the block where she last rested, and so does the way back. */
export function keepPlaceOverLanguages() {
  let rested = 0
  whenResting((block) => {
    rested = block
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a')) link.hash = placeOf(block)
  })
  for (const link of document.querySelectorAll('.langs a')) {
    link.addEventListener('click', () => {
      if (rested === 0) return
      // The browser would come back to the menu, where she went for the languages.
      history.scrollRestoration = 'manual'
      history.replaceState({ rested }, '')
    })
  }
  window.addEventListener('pageshow', () => {
    const { rested: block = 0 } = (history.state ?? {}) as { rested?: number }
    if (block === 0) return
    document.getElementById(placeOf(block))?.scrollIntoView()
    history.replaceState(null, '')
    // Not before the browser has let the page be.
    setTimeout(() => {
      history.scrollRestoration = 'auto'
    })
  })
}

function placeOf(block: number): string {
  return `b${block}`
}

function readingPlace(): number {
  const header = document.querySelector('header')
  if (header && header.getBoundingClientRect().bottom > 0) return -1
  const blocks = [...document.querySelectorAll<HTMLElement>('.block')]
  return blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0)
}
