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

/** A change of language opens the lesson at the block where she last rested. */
export function keepPlaceOverLanguages() {
  whenResting((block) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a')) link.hash = `b${block}`
  })
}

function readingPlace(): number {
  const header = document.querySelector('header')
  if (header && header.getBoundingClientRect().bottom > 0) return -1
  const blocks = [...document.querySelectorAll<HTMLElement>('.block')]
  return blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0)
}
