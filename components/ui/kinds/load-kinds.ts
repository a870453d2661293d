/** The scripts of kinds of question, and what marks the questions that need them. */
const MARKS = { 'order.js': '[data-order]', 'rank.js': '[data-places]', 'number.js': '[data-number]' } as const
export type KindScript = keyof typeof MARKS
export const KIND_SCRIPTS = Object.keys(MARKS) as KindScript[]

/**
 * Loads the scripts of the kinds of question on the page, as far as the page does not have them: `data-kinds` carries
 * their addresses. What reads numbers has nothing to do before a field for a number is entered.
 */
export function loadKinds(): void {
  const addresses: Partial<Record<KindScript, string>> = JSON.parse(document.body.dataset.kinds ?? '{}')
  for (const name of KIND_SCRIPTS) {
    const address = addresses[name]
    if (!address || !document.querySelector(MARKS[name])) continue
    if (name === 'number.js') atFirstFocus(MARKS[name], () => void import(address))
    else void import(address)
  }
}

function atFirstFocus(selector: string, act: () => void) {
  const notice = ({ target }: Event) => {
    if (!(target as Element).matches(selector)) return
    document.removeEventListener('focusin', notice)
    act()
  }
  document.addEventListener('focusin', notice)
}
