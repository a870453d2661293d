/** The scripts of the kinds of question, each with the selector of the questions that need it. */
const MARKS = { 'order.js': '[data-order]', 'rank.js': '[data-places]', 'number.js': '[data-number]' } as const
export type KindScript = keyof typeof MARKS
export const KIND_SCRIPTS = Object.keys(MARKS) as KindScript[]

/**
 * Loads the scripts that the questions on the page need; `data-kinds` holds their addresses. The script for numbers is
 * loaded only when a number field first receives the focus.
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
