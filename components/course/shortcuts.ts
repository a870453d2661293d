const KEY = 'shortcuts'

/**
 * Single keys for the elements that name them in `data-key`: a link is opened, a field receives the focus. The reader
 * may turn them off for this browser (WCAG 2.1.4). They do nothing while she types or a dialog or popover is open.
 */
export function shortcuts(): void {
  const box = document.querySelector<HTMLInputElement>('#reading [name="keys"]')
  if (!box) return
  box.checked = stored() !== 'off'
  box.addEventListener('change', () => store(box.checked ? 'on' : 'off'))
  document.addEventListener('keydown', (event) => {
    if (!box.checked || isForAnother(event)) return
    const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(keyOf(event))}"]`)
    if (!target) return
    event.preventDefault()
    reach(target)
  })
}

function isForAnother(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat, target } = event
  // A key that is held down would run through all lessons.
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || repeat) return true
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return true
  return isCovered()
}

/** Whether a dialog or a popover is open: a key would act on the page behind it. */
function isCovered(): boolean {
  const open = 'showPopover' in document.body ? 'dialog[open], :popover-open' : 'dialog[open]'
  return document.querySelector(open) !== null
}

/** The Latin letter of a key. On a keyboard with Arabic letters, it is the letter in the same place. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key === '؟') return '?'
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  return (/^[a-z?]$/i.test(key) ? key : (letter ?? key)).toLowerCase()
}

function reach(target: HTMLElement): void {
  target.closest('details')?.setAttribute('open', '')
  // A browser without popovers does not know the selector, and shows their content in the page.
  if ('showPopover' in target) target.closest<HTMLElement>('[popover]:not(:popover-open)')?.showPopover()
  if (target.matches('input, [aria-current]')) target.focus()
  else target.click()
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(KEY, value)
  } catch {
    // A private window may store nothing: then the choice holds for this page only.
  }
}
