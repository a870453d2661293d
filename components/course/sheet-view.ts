import { citedPart, foldOf } from './cited-part'

export type SheetView = {
  /** The passage whose citation is shown. */
  passage: () => HTMLAnchorElement | null
  show: (passage: HTMLAnchorElement) => void
  hide: () => void
}

/** The focus stays on one of these if the reader has moved it there. A click on text or a table does not count. */
const CONTROLS = 'a, button, input, select, textarea, summary'

/** Fills, opens and closes the sheet without scrolling the page. The focus moves into it, and back to the passage. */
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
