const LOOK_MS = 2000
const AWAY_MS = 10_000

type Looked = 'goes-on' | 'away' | 'over'

/**
 * Polls the progress of an import until it has ended or the reader stops it. WCAG 2.2.2 requires that content which
 * updates by itself can be stopped.
 */
export function followImport(place: HTMLElement) {
  let next = setTimeout(look, LOOK_MS)
  let stopped = false
  const stop = place.querySelector<HTMLButtonElement>('[data-stop]')
  if (stop) stop.hidden = false
  stop?.addEventListener('click', () => {
    stopped = true
    clearTimeout(next)
    // This button is hidden now: the focus moves to the link that starts the updates again.
    place.querySelector<HTMLElement>('[data-bar] a')?.focus()
    stop.hidden = true
  })

  async function look() {
    const looked = await lookOnce(place)
    if (looked !== 'over' && !stopped) next = setTimeout(look, looked === 'away' ? AWAY_MS : LOOK_MS)
  }
}

async function lookOnce(place: HTMLElement): Promise<Looked> {
  const response = await fetch(location.href, { headers: { 'x-fragment': '1' } }).catch(() => null)
  if (!response || response.status >= 500) {
    say(place, noteOf(place.dataset.away ?? ''))
    return 'away'
  }
  const html = new DOMParser().parseFromString(await response.text(), 'text/html')
  const now = html.querySelector<HTMLElement>('[data-list]')
  if (now) return show(place, now)
  // The session has ended, or the reader may no longer see the import. The page itself says so.
  location.reload()
  return 'over'
}

function show(place: HTMLElement, now: HTMLElement): Looked {
  const said = now.querySelector('[data-said]')?.firstElementChild ?? null
  say(place, said)
  const bar = now.querySelector<HTMLElement>('[data-bar]')
  if (bar) {
    move(place, bar)
    return 'goes-on'
  }
  const old = place.querySelector('[data-bar]')
  const stoodThere = old?.contains(document.activeElement)
  old?.remove()
  if (stoodThere) place.querySelector<HTMLElement>('[data-said] a')?.focus()
  return 'over'
}

/** Does not replace a sentence by the same one: a screen reader would announce it again. */
function say(place: HTMLElement, said: Element | null) {
  const line = place.querySelector('[data-said]')
  if (line && line.textContent !== (said?.textContent ?? '')) line.replaceChildren(...(said ? [said] : []))
}

function noteOf(text: string): HTMLElement {
  const note = document.createElement('p')
  note.className = 'note warn'
  note.textContent = text
  return note
}

function move(place: HTMLElement, bar: HTMLElement) {
  const [line, text] = [place, bar].map((part) => part.querySelector('[data-count]'))
  const [old, progress] = [place, bar].map((part) => part.querySelector('progress'))
  if (!line || !text || !old || !progress) return
  line.textContent = text.textContent
  old.value = progress.value
  old.ariaLabel = text.textContent
}
