/** What a reader has chosen in this browser. Nothing of it is sent to the server. */
export type ReadingLook = { size: string; lines: string }

const KEY = 'reading'
export const AS_DESIGNED: ReadingLook = { size: '1', lines: '1' }

/** The stored choice; as designed if there is none, or the browser keeps nothing. */
export function storedLook(): ReadingLook {
  try {
    return { ...AS_DESIGNED, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return AS_DESIGNED
  }
}

export function storeLook(look: ReadingLook): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(look))
  } catch {
    // A private window may store nothing: the choice is then lost with this page.
  }
}

/** Gives the page the text size and the line spacing. Before anything is drawn, so that no text moves. */
export function applyLook({ size, lines }: ReadingLook): void {
  Object.assign(document.documentElement.dataset, { size, lines })
}
