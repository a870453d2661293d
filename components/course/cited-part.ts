/** What the sheet shows of a fold at the end of a lesson. */
export type CitedPart = { title: readonly Node[]; text: DocumentFragment; link: HTMLAnchorElement | null }

/** The fold that a citation leads to, if the page has it. `data-cite` is an id such as `cp-448-3#1.4`. */
export function foldOf(passage: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(`cited-${passage.dataset.cite?.split('#')[0]}`)
}

/** A copy of the cited part of a fold: of a long article only the paragraph, with the notes on it. */
export function citedPart(fold: HTMLElement, place: string | undefined): CitedPart {
  const copy = fold.cloneNode(true) as HTMLElement
  const placed = [...copy.querySelectorAll<HTMLElement>('[data-p]')]
  const inPlace = (element: HTMLElement) => isIn(element.dataset.p, place)
  // Nothing is removed if no part matches: an item that the law does not set apart is in the text of its paragraph.
  if (placed.some(inPlace)) for (const element of placed) if (!inPlace(element)) element.remove()
  // The sheet has a title of its own.
  for (const element of copy.querySelectorAll('.law > header h3, .law-title, .to-passage, [data-copy]'))
    element.remove()
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id')
  for (const element of copy.querySelectorAll('[aria-labelledby]')) element.removeAttribute('aria-labelledby')
  const link = copy.querySelector<HTMLAnchorElement>('.to-library')
  link?.closest('p')?.remove()
  if (link && place) link.hash = `p${place}`
  const text = document.createDocumentFragment()
  text.append(...copy.childNodes)
  const title = fold.closest('details')?.querySelector('summary')?.cloneNode(true).childNodes ?? []
  return { title: [...title], text, link }
}

/** Whether one of the ids of an element is the cited place, an item of it, or the paragraph that introduces it. */
function isIn(paragraphs: string | undefined, place = ''): boolean {
  return (paragraphs ?? '').split(' ').some((id) => id === place || isItemOf(id, place) || isItemOf(place, id))
}

function isItemOf(item: string, paragraph: string): boolean {
  return item.startsWith(`${paragraph}.`)
}
