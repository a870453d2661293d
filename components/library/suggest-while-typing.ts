type Option = { title: string; kind: string; href: string }
type Answer = { said: string; options: Option[] }

const LIST = 'suggestions'
/** How long a pause in typing must be before suggestions are asked for. */
const PAUSE_MS = 200
const SHORTEST = 2

/**
 * Suggests pages while a search is typed: a combobox with a list, as WAI-ARIA describes it. The arrows choose, Enter
 * opens the chosen page or else searches, Escape closes the list. Without this script, or without an answer, the plain
 * form still works.
 */
export function suggestWhileTyping(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-suggest]')
  const input = form?.querySelector<HTMLInputElement>('input[name="q"]')
  if (!form || !input) return
  const { list, status } = addList(form, input)
  const close = () => {
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const open = ({ said, options }: Answer) => {
    close()
    list.replaceChildren(...options.map(toItem))
    status.textContent = said
    if (options.length === 0 || document.activeElement !== input) return
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  askAfterPauses(input, form.dataset.suggest ?? '', open, close)
  input.addEventListener('keydown', (event) => onKey(event, input, list, close))
  input.addEventListener('blur', close)
  // Without this, pressing an option would take the focus away and close the list before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => go((event.target as Element).closest<HTMLElement>('[role="option"]')))
}

function addList(form: HTMLFormElement, input: HTMLInputElement) {
  const list = document.createElement('ul')
  Object.assign(list, { id: LIST, hidden: true, className: 'plain suggestions' })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.suggestLabel ?? '')
  const status = document.createElement('span')
  status.className = 'sr'
  status.setAttribute('aria-live', 'polite')
  input.after(list)
  form.append(status)
  input.autocomplete = 'off'
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', LIST)
  input.setAttribute('aria-expanded', 'false')
  return { list, status }
}

function toItem({ title, kind, href }: Option, place: number): HTMLLIElement {
  const item = document.createElement('li')
  const name = document.createElement('bdi')
  const sort = document.createElement('span')
  name.textContent = title
  sort.textContent = kind
  item.id = `${LIST}-${place}`
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  item.dataset.href = href
  item.append(name, ' ', sort)
  return item
}

function askAfterPauses(input: HTMLInputElement, address: string, open: (answer: Answer) => void, close: () => void) {
  let timer: number | undefined
  let asked: AbortController | undefined
  input.addEventListener('input', () => {
    clearTimeout(timer)
    asked?.abort()
    const typed = input.value.trim()
    if (typed.length < SHORTEST) return close()
    timer = window.setTimeout(() => {
      asked = new AbortController()
      ask(address, typed, asked.signal).then(open, close)
    }, PAUSE_MS)
  })
}

async function ask(address: string, typed: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`${address}&${new URLSearchParams({ q: typed })}`, { signal })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

function onKey(event: KeyboardEvent, input: HTMLInputElement, list: HTMLUListElement, close: () => void): void {
  if (list.hidden || event.isComposing) return
  const items = [...list.querySelectorAll<HTMLElement>('[role="option"]')]
  const at = items.findIndex(({ id }) => id === input.getAttribute('aria-activedescendant'))
  if (event.key === 'Escape') close()
  else if (event.key === 'ArrowDown') choose(items, at + 1, input)
  else if (event.key === 'ArrowUp') choose(items, at < 0 ? items.length - 1 : at - 1, input)
  else if (event.key === 'Enter' && at >= 0) go(items[at])
  else return
  event.preventDefault()
}

/** Marks the option at `place` as chosen. Before the first and after the last option, the field itself is chosen. */
function choose(items: readonly HTMLElement[], place: number, input: HTMLInputElement): void {
  for (const [index, item] of items.entries()) item.setAttribute('aria-selected', String(index === place))
  const chosen = items[place]
  if (chosen) input.setAttribute('aria-activedescendant', chosen.id)
  else input.removeAttribute('aria-activedescendant')
  chosen?.scrollIntoView({ block: 'nearest' })
}

function go(item: HTMLElement | null | undefined): void {
  if (item?.dataset.href) location.assign(item.dataset.href)
}
