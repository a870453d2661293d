import { applyLook, type ReadingLook, storedLook, storeLook } from './reading-look'

const BOTH = '2'

/**
 * Makes the panel choose the text size, the line spacing and the languages of quoted law. Without this script its button
 * stays hidden, and the browser's own zoom does the same.
 */
export function readingPanel(): void {
  const panel = document.getElementById('reading')
  if (!panel || !('showPopover' in panel)) return
  const look = storedLook()
  for (const name of ['size', 'lines', 'law'] as const) {
    for (const choice of panel.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) {
      choice.checked = choice.value === (look[name] ?? '1')
      choice.addEventListener('change', () => choose(look, name, choice.value))
    }
  }
  if (look.law === BOTH) openLaw(look)
  for (const opener of document.querySelectorAll<HTMLElement>('[popovertarget="reading"]')) opener.hidden = false
}

function choose(look: ReadingLook, name: keyof ReadingLook, value: string): void {
  look[name] = value
  applyLook(look)
  storeLook(look)
  if (name === 'law') openLaw(look)
}

function openLaw({ law }: ReadingLook): void {
  for (const rest of document.querySelectorAll<HTMLDetailsElement>('.both-languages')) rest.open = law === BOTH
}
