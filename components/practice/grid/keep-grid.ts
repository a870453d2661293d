const WAIT_MS = 700
const RETRY_MS = 10_000

type State = 'idle' | 'saved' | 'queued' | 'changed' | 'signIn'
type Fields = Record<string, string[]>
/** Ticks that have not reached the server: the attempt, the version that they were made on, and the ticks as ids. */
type Waiting = { number: number; version: number; fields: Fields }

/**
 * Keeps each tick on the server as it is made. Without a network it is kept on the device, and is sent once the network
 * is back; what another window has changed is never overwritten.
 */
export function keepGrid(form: HTMLFormElement) {
  const key = `grid:${form.dataset.grid}`
  const line = form.querySelector<HTMLElement>('[data-grid-state]')
  const hidden = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  let timer: number | undefined
  let sending = false
  let lost = false

  const show = (state: State) => {
    if (!line) return
    line.hidden = false
    for (const words of line.querySelectorAll<HTMLElement>('[data-when]')) words.hidden = words.dataset.when !== state
  }

  restore(form, key)
  show(read(key) ? 'queued' : 'idle')

  async function send() {
    const waiting = read(key)
    if (!waiting || sending || lost) return
    sending = true
    const answer = await put(form, waiting).catch(() => null)
    sending = false
    if (!answer || answer.status >= 500) return show('queued')
    if (answer.status === 401) return show('signIn')
    const { outcome = 'changed' } = answer.ok ? await answer.json() : {}
    if (outcome !== 'saved') {
      lost = true
      write(key, null)
      return show('changed')
    }
    hidden('version').value = String(waiting.version + 1)
    const meanwhile = read(key)
    if (meanwhile && meanwhile !== waiting && JSON.stringify(meanwhile.fields) !== JSON.stringify(waiting.fields)) {
      write(key, { ...meanwhile, version: waiting.version + 1 })
      return send()
    }
    write(key, null)
    show('saved')
  }

  form.addEventListener('change', () => {
    if (lost) return
    const place = { number: Number(hidden('number').value), version: Number(hidden('version').value) }
    write(key, { ...place, fields: fieldsOf(form) })
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void send(), WAIT_MS)
  })
  // The form sends all ticks itself.
  form.addEventListener('submit', () => {
    window.clearTimeout(timer)
    lost = true
    write(key, null)
  })
  window.addEventListener('online', () => void send())
  setInterval(() => void send(), RETRY_MS)
  void send()
}

function put(form: HTMLFormElement, waiting: Waiting) {
  const release = (form.elements.namedItem('release') as HTMLInputElement).value
  return fetch('/api/practice/grids', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ caseId: form.dataset.grid, releaseId: release, ...waiting }),
    keepalive: true,
  })
}

/** Puts the unsent ticks back into the page, if the attempt has not changed since they were made. */
function restore(form: HTMLFormElement, key: string) {
  const waiting = read(key)
  if (!waiting) return
  const at = (name: string) => Number((form.elements.namedItem(name) as HTMLInputElement).value)
  if (form.dataset.restore === 'no' || waiting.number !== at('number') || waiting.version !== at('version')) {
    write(key, null)
    return
  }
  for (const input of form.querySelectorAll<HTMLInputElement>('[type=radio], [type=checkbox]')) {
    input.checked = (waiting.fields[input.name] ?? []).includes(input.value)
  }
}

function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {}
  for (const input of form.querySelectorAll<HTMLInputElement>('[type=radio]:checked, [type=checkbox]:checked')) {
    fields[input.name] ??= []
    fields[input.name]?.push(input.value)
  }
  return fields
}

// If the browser refuses to store the ticks, they are kept in memory until the page is left.
const memory = new Map<string, Waiting>()

function read(key: string): Waiting | null {
  try {
    return memory.get(key) ?? JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key: string, waiting: Waiting | null) {
  memory.delete(key)
  try {
    if (waiting) localStorage.setItem(key, JSON.stringify(waiting))
    else localStorage.removeItem(key)
  } catch {
    if (waiting) memory.set(key, waiting)
  }
}
