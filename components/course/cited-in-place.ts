/**
 * Unfolds the text that a passage cites, also in browsers that do not do that themselves, and sets its link back to the
 * passage. If the sheet opens instead, the click arrives here with `defaultPrevented`.
 */
export function citedInPlace() {
  const { cited, opened } = unfold(location.hash)
  // The browser looked for the target of the address while the target was still folded.
  if (opened) cited?.scrollIntoView()
  document.addEventListener('click', ({ target, defaultPrevented }) => {
    const passage = target instanceof Element ? target.closest<HTMLAnchorElement>('a.cite') : null
    if (!passage || defaultPrevented) return
    // The browser scrolls there after the click. If the script scrolled, the position that Back returns to would be
    // lost: the browser stores it only when it leaves the history entry.
    const back = unfold(passage.hash).cited?.querySelector<HTMLAnchorElement>('.to-passage')
    if (back) back.hash = passage.id
  })
}

/** Unfolds the element that holds the target of a fragment, if there is one. */
function unfold(hash: string): { cited: HTMLElement | null; opened: boolean } {
  const cited = document.getElementById(hash.slice(1))
  const fold = cited?.closest<HTMLDetailsElement>('.cited details')
  if (!cited || !fold) return { cited: null, opened: false }
  const opened = !fold.open
  fold.open = true
  return { cited, opened }
}
