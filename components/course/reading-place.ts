/** The numbered block at the top of the window; the same number is the same place in every language. */
export function readingPlace(): number {
  const blocks = [...document.querySelectorAll<HTMLElement>('.block')]
  return blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0)
}

/** A change of language opens the lesson at the same block. */
export function keepPlaceOverLanguages() {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a')) {
    link.addEventListener('click', () => {
      const place = readingPlace()
      if (place > 0) link.hash = `b${place}`
    })
  }
}
