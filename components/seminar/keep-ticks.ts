/** A tick sent within this time counts as made when it is sent. */
const LIVE_SECONDS = 300

/** For each ticked box, by its value: the time of the tick in ms, by the clock of this device. */
type Kept = Record<string, number>

/**
 * Keeps the ticks of the organiser's list on this device until she has sent them.
 *
 * @param closing the form that closes the list. A closed list takes no ticks, so it is held back while any are kept.
 */
export function keepTicks(list: HTMLFormElement, closing: HTMLFormElement | null): void {
  const key = `ticks ${list.dataset.ticks}`
  const sent = list.querySelector<HTMLInputElement>('[name="kept"]')
  const says = list.querySelector<HTMLElement>('[data-says]')
  const boxes = [...list.querySelectorAll<HTMLInputElement>('[name="tick"]')]
  const before = read(key)
  // A box that is no longer on the page was sent already: the server shows its time instead.
  const kept: Kept = {}
  for (const box of boxes) {
    const at = before[box.value]
    if (at !== undefined) [kept[box.value], box.checked] = [at, true]
  }
  const show = () => {
    store(key, kept)
    const count = Object.keys(kept).length
    if (!says) return
    says.hidden = count === 0
    says.textContent = (says.dataset.says ?? '').replace('#', String(count))
  }
  show()
  list.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'tick') return
    if (target.checked) kept[target.value] = Date.now()
    else delete kept[target.value]
    show()
  })
  // Older ticks waited on this device. The form sends how long each has waited, since that is right even if the
  // device's clock is wrong.
  list.addEventListener('submit', () => {
    const waited = Object.entries(kept).map(([value, at]) => [value, Math.max(0, Math.round((Date.now() - at) / 1000))])
    if (sent)
      sent.value = JSON.stringify(Object.fromEntries(waited.filter(([, seconds]) => Number(seconds) > LIVE_SECONDS)))
  })
  closing?.addEventListener('submit', (event) => {
    if (Object.keys(kept).length === 0) return
    event.preventDefault()
    says?.focus()
  })
}

function read(key: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

/** A browser that keeps nothing still sends the list. */
function store(key: string, kept: Kept): void {
  try {
    if (Object.keys(kept).length > 0) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    // The ticks are still on the page.
  }
}
