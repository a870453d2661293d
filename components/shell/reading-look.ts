/**
 * What a reader has chosen in this browser. Nothing of it is sent to the server. `law`: `2` if quoted law stands open in
 * both languages.
 */
export type ReadingLook = { size: string; lines: string; law: string }

const KEY = 'reading'
export const AS_DESIGNED: ReadingLook = { size: '1', lines: '1', law: '1' }

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

/** Gives the page what was chosen. Before anything is drawn, so that no text moves. */
export function applyLook({ size, lines, law }: ReadingLook): void {
  Object.assign(document.documentElement.dataset, { size, lines, law })
}
