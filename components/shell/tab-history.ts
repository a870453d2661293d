/**
 * This site's first page in this tab: the key of its history entry, or the history's length in browsers without keys.
 */
const FIRST = 'first'

// Older browsers have no Navigation API.
const entries = () => (window.navigation as Navigation | undefined)?.entries()

/** Records where the pages of this site begin in this tab, and again after another site in between. */
export function rememberFirst() {
  const known = entries()
  if (!known) storeTabValue(FIRST, readTabValue(FIRST) ?? String(history.length))
  else if (!known.some(({ key }) => key === readTabValue(FIRST)))
    storeTabValue(FIRST, window.navigation.currentEntry?.key ?? null)
  let longest = history.length
  window.addEventListener('popstate', () => {
    // A link to a passage of the page makes the history longer; Back and Forward do not.
    wentBack ||= history.length <= longest
    longest = history.length
  })
}
let wentBack = false

/** How many steps back the first page of this site is. 0 on that page itself, and if it is unknown. */
export function stepsToFirst(): number {
  const known = entries()
  if (known) {
    const first = known.find(({ key }) => key === readTabValue(FIRST))
    return first ? Math.max(0, (window.navigation.currentEntry?.index ?? 0) - first.index) : 0
  }
  // Only a page reached by a forward navigation is known to be the last entry of the history.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (wentBack || visit?.type !== 'navigate') return 0
  return Math.max(0, history.length - Number(readTabValue(FIRST) ?? history.length))
}

/** The event on the window that tells the scripts of a page that it was blanked: whatever it plays must stop. */
export const BLANKED = 'page-blanked'

/** Hides the page and its title, and silences it: it may take seconds until the other site has taken its place. */
export function blank(elsewhere: string) {
  document.documentElement.hidden = true
  document.title = new URL(elsewhere).hostname
  for (const media of document.querySelectorAll<HTMLMediaElement>('video, audio')) media.pause()
  window.dispatchEvent(new Event(BLANKED))
}

/** Replaces the page in view. The other site gets no referrer. */
export function goElsewhere(elsewhere: string) {
  const referrer = document.createElement('meta')
  referrer.name = 'referrer'
  referrer.content = 'no-referrer'
  document.head.append(referrer)
  window.location.replace(elsewhere)
}

/** A value that this tab stores; null if the browser stores nothing. */
export function readTabValue(name: string): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** Stores a value for this tab; false if the browser stores nothing. */
export function storeTabValue(name: string, value: string | null): boolean {
  try {
    if (value === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}
