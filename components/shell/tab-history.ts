/** Our first page in this tab: the key of its entry, or how long the history was where browsers give no keys. */
const FIRST = 'first'

// Older browsers have none.
const entries = () => (window.navigation as Navigation | undefined)?.entries()

/** Notes where our pages begin in this tab; anew when another site stands in between. */
export function rememberFirst() {
  const known = entries()
  if (!known) keep(FIRST, kept(FIRST) ?? String(history.length))
  else if (!known.some(({ key }) => key === kept(FIRST))) keep(FIRST, window.navigation.currentEntry?.key ?? null)
  let longest = history.length
  window.addEventListener('popstate', () => {
    // A link to a passage of the page makes the history longer; Back and Forward do not.
    wentBack ||= history.length <= longest
    longest = history.length
  })
}
let wentBack = false

/** How many steps back our first page stands; 0 on that page, and where one cannot know. */
export function stepsToFirst(): number {
  const known = entries()
  if (known) {
    const first = known.find(({ key }) => key === kept(FIRST))
    return first ? Math.max(0, (window.navigation.currentEntry?.index ?? 0) - first.index) : 0
  }
  // Only a page that was come to forwards is known to be the last of the history.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (wentBack || visit?.type !== 'navigate') return 0
  return Math.max(0, history.length - Number(kept(FIRST) ?? history.length))
}

export function blank(elsewhere: string) {
  document.documentElement.hidden = true
  document.title = new URL(elsewhere).hostname
}

/** In place of the page in view, without telling the other site where from. */
export function goElsewhere(elsewhere: string) {
  const referrer = document.createElement('meta')
  referrer.name = 'referrer'
  referrer.content = 'no-referrer'
  document.head.append(referrer)
  window.location.replace(elsewhere)
}

/** What this tab keeps; null where the browser keeps nothing. */
export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** False where the browser keeps nothing. */
export function keep(name: string, value: string | null): boolean {
  try {
    if (value === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}
