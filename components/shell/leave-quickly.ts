import { blank, goElsewhere, readTabValue, rememberFirst, stepsToFirst, storeTabValue } from './tab-history'

/** The address to leave for. The tab stores it while it goes back to its first page of this site. */
const LEAVING = 'leaving'
/** On a slow line the first page may not load soon enough. Then only the page in view is replaced. */
const PATIENCE_MS = 3000

/**
 * Makes "leave this page quickly" blank the page at once and remove every page of this site from the tab's history.
 * Without JavaScript it is a link. docs/accessibility.md says what a page cannot remove.
 */
export function leaveQuickly() {
  const elsewhere = readTabValue(LEAVING)
  if (elsewhere) return forgetAll(elsewhere)
  rememberFirst()
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-leave]')
    if (!link) return
    event.preventDefault()
    leave(link.href)
  })
  // A first page that the browser restores from its back/forward cache does not run its scripts again.
  window.addEventListener('pageshow', ({ persisted }) => {
    const target = readTabValue(LEAVING)
    if (persisted && target) forgetAll(target)
  })
}

function leave(elsewhere: string) {
  blank(elsewhere)
  const steps = stepsToFirst()
  if (steps === 0 || !storeTabValue(LEAVING, elsewhere)) return forgetAll(elsewhere)
  setTimeout(() => replace(elsewhere), PATIENCE_MS)
  // Going back within one document, from passage to passage, loads nothing.
  window.addEventListener('popstate', () => forgetAll(elsewhere), { once: true })
  history.go(-steps)
}

/** Called on this site's first page: a step forward drops all entries after it, and a step back allows replacing it. */
function forgetAll(elsewhere: string) {
  blank(elsewhere)
  setTimeout(() => replace(elsewhere), PATIENCE_MS)
  history.pushState(null, '', '/leave.html')
  window.addEventListener('popstate', () => replace(elsewhere), { once: true })
  history.back()
}

function replace(elsewhere: string) {
  storeTabValue(LEAVING, null)
  goElsewhere(elsewhere)
}
