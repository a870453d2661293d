import { foldOf } from './cited-part'
import { sheetView } from './sheet-view'

/** Below this width the sheet lies over the text. */
const NARROW = '(max-width: 63.99rem)'
/** Controls that navigate by themselves. If the script also went back in the history, one of the two would be lost. */
const PAGES_WITH_UNMEASURED_LINKS = 'a[href], [type=submit]'

/**
 * Shows what a passage cites in a sheet, so that the reader stays where she reads. An open sheet is an entry of the
 * history, so that Back closes it.
 */
export function citationInSheet(sheet: HTMLElement): void {
  const view = sheetView(sheet)
  const close = () => {
    view.hide()
    if (openedIn(history.state)) history.back()
  }
  const follow = () => {
    const passage = openedIn(history.state)
    if (passage && view.passage()) return
    if (passage) return view.show(passage)
    history.scrollRestoration = 'auto'
    if (view.passage()) view.hide()
  }
  const click = (event: MouseEvent) => {
    const target = event.target as Element
    const passage = target.closest<HTMLAnchorElement>('a.cite')
    if (passage && foldOf(passage) && !opensElsewhere(event)) {
      event.preventDefault()
      view.show(passage)
      return remember(passage)
    }
    if (!view.passage() || target.closest('[data-leave]')) return
    if (target.closest('[data-close]')) return close()
    if (sheet.contains(target)) return
    if (matchMedia(NARROW).matches) {
      // A tap beside the sheet closes it and does nothing else.
      event.preventDefault()
      event.stopPropagation()
    } else if (target.closest(PAGES_WITH_UNMEASURED_LINKS)) return
    close()
  }
  document.addEventListener('click', click, { capture: true })
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && view.passage()) close()
  })
  window.addEventListener('popstate', follow)
  // The reader came back from the library: the sheet whose link she followed is opened again.
  const passage = openedIn(history.state)
  if (passage) view.show(passage)
}

/** Adds the open sheet to the history; while the sheet stays open, the same entry is replaced. */
function remember(passage: HTMLAnchorElement): void {
  const state = { sheet: passage.id || passage.dataset.cite }
  if (openedIn(history.state)) {
    history.replaceState(state, '')
    return
  }
  // Going back must not restore the old scroll position: she may have read on beside the sheet.
  history.scrollRestoration = 'manual'
  history.pushState(state, '')
  history.scrollRestoration = 'auto'
  // `pushState` fires no event, so the script that counts the history entries is told here. @see rememberFirst
  window.dispatchEvent(new PopStateEvent('popstate', { state }))
}

/** The passage whose sheet an entry of the history shows. */
function openedIn(state: { sheet?: string } | null): HTMLAnchorElement | null {
  const name = state?.sheet
  return name ? document.querySelector<HTMLAnchorElement>(`a.cite:is([id="${name}"], [data-cite="${name}"])`) : null
}

function opensElsewhere({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey
}
