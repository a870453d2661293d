import { citedPart, foldOf } from './cited-part'

export type SheetView = {
  /** The passage whose citation is shown. */
  passage: () => HTMLAnchorElement | null
  show: (passage: HTMLAnchorElement) => void
  hide: () => void
}

/** Where she has gone on herself. A click on text or on a table is no wish to go there. */
const CONTROLS = 'a, button, input, select, textarea, summary'

/** Fills, opens and closes the sheet. It never scrolls the page; the focus goes in, and back to the passage. */
export function sheetView(sheet: HTMLElement): SheetView {
  const part = (name: string) => sheet.querySelector<HTMLElement>(name)
  const title = part('h2')
  const text = part('.sheet-text')
  const foot = part('footer')
  let shown: HTMLAnchorElement | null = null

  return {
    passage: () => shown,

    show(passage) {
      const fold = foldOf(passage)
      if (!fold || !title || !text) return
      const cited = citedPart(fold, passage.dataset.cite?.split('#')[1])
      shown?.removeAttribute('aria-expanded')
      shown = passage
      passage.setAttribute('aria-expanded', 'true')
      title.replaceChildren(...cited.title)
      text.replaceChildren(cited.text)
      foot?.replaceChildren(...(cited.link ? [cited.link] : []))
      sheet.hidden = false
      if (!sheet.matches(':popover-open')) sheet.showPopover()
      text.scrollTop = 0
      title.focus({ preventScroll: true })
    },

    hide() {
      const { activeElement } = document
      const elsewhere = activeElement?.matches(CONTROLS) && !sheet.contains(activeElement)
      if (!elsewhere) shown?.focus({ preventScroll: true })
      shown?.removeAttribute('aria-expanded')
      shown = null
      sheet.hidePopover()
    },
  }
}
