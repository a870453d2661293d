import { blank, goElsewhere, keep, kept, rememberFirst, stepsToFirst } from './tab-history'

/** Kept in the tab on its way back to its first page of ours: the address to leave for. */
const LEAVING = 'leaving'
/** On a slow line the first page may not come soon enough: then only the page in view is replaced. */
const PATIENCE_MS = 3000

/**
 * "Leave this page quickly" blanks the page at once and takes every page of ours out of the tab's history. Without
 * JavaScript it is a link. What a page cannot take back stands in docs/accessibility.md.
 */
export function leaveQuickly() {
  const elsewhere = kept(LEAVING)
  if (elsewhere) return forgetAll(elsewhere)
  rememberFirst()
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-leave]')
    if (!link) return
    event.preventDefault()
    leave(link.href)
  })
  // A first page that the browser had kept whole does not run its scripts again.
  window.addEventListener('pageshow', ({ persisted }) => {
    const target = kept(LEAVING)
    if (persisted && target) forgetAll(target)
  })
}

function leave(elsewhere: string) {
  blank(elsewhere)
  const steps = stepsToFirst()
  if (steps === 0 || !keep(LEAVING, elsewhere)) return forgetAll(elsewhere)
  setTimeout(() => replace(elsewhere), PATIENCE_MS)
  // Within one document, from passage to passage, nothing is loaded again.
  window.addEventListener('popstate', () => forgetAll(elsewhere), { once: true })
  history.go(-steps)
}

/** From our first page: a step forward drops all that came after it, a step back lets it be replaced. */
function forgetAll(elsewhere: string) {
  blank(elsewhere)
  setTimeout(() => replace(elsewhere), PATIENCE_MS)
  history.pushState(null, '', '/leave.html')
  window.addEventListener('popstate', () => replace(elsewhere), { once: true })
  history.back()
}

function replace(elsewhere: string) {
  keep(LEAVING, null)
  goElsewhere(elsewhere)
}
