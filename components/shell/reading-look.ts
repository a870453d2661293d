/**
 * What a reader has chosen in this browser; what is not named is as designed, `1`. Nothing of it is sent to the server.
 * `law`: `2` if quoted law stands open in both languages.
 */
export type ReadingLook = { size?: string; lines?: string; law?: string }

const KEY = 'reading'

/** The stored choice; empty if there is none, or the browser keeps nothing. */
export function storedLook(): ReadingLook {
  try {
    return { ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return {}
  }
}

export function storeLook(look: ReadingLook): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(look))
  } catch {
    // A private window may store nothing: the choice is then lost with this page.
  }
}

/** Gives the page what was chosen. Before anything is drawn, so that no text moves. */
export function applyLook(look: ReadingLook): void {
  Object.assign(document.documentElement.dataset, look)
}
