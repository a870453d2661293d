/** Unfolds what a passage cites, also where the browser would not, and leads back to that passage. */
export function citedInPlace() {
  unfold(location.hash)
  document.addEventListener('click', ({ target }) => {
    const passage = target instanceof Element ? target.closest<HTMLAnchorElement>('a.cite') : null
    const back = passage && unfold(passage.hash)?.querySelector<HTMLAnchorElement>('.to-passage')
    if (back) back.hash = passage.id
  })
}

function unfold(hash: string): HTMLElement | null {
  const cited = document.getElementById(hash.slice(1))
  const fold = cited?.closest<HTMLDetailsElement>('.cited details')
  if (!cited || !fold) return null
  if (!fold.open) {
    fold.open = true
    cited.scrollIntoView()
  }
  return cited
}
