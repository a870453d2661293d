import { fateOf, type KeptTicks, type StoredGrid } from '@/domain/practice/kept-ticks'
import { dropTicks, type Owned, ticksOnDevice } from './device-ticks'
import { TickQueue } from './tick-queue'

const WAIT_MS = 700
const RETRY_MS = 10_000

/**
 * Keeps each tick on the server as it is made. Without a network it is kept on the device, and is sent once the network
 * is back; what another window has changed is never overwritten unless she says so.
 */
export function keepGrid(form: HTMLFormElement) {
  const { grid: caseId = '', owner = '', writer = '', stored = '' } = form.dataset
  const owned = { owner, caseId }
  const place = { number: Number(field(form, 'number').value), version: Number(field(form, 'version').value) }
  const page = { ...owned, ...place, writer, releaseId: field(form, 'release').value }
  const pressed = { inVain: false }
  const queue = new TickQueue(page, (state) => {
    if (state === 'saved') pressed.inVain = false
    show(form, pressed.inVain && state === 'queued' ? 'stays' : state)
  })
  let timer: number | undefined

  show(form, 'idle')
  takeUp(form, owned, JSON.parse(stored), queue)
  form.addEventListener('change', () => {
    queue.add(fieldsOf(form))
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void queue.send(), WAIT_MS)
  })
  sendBeforeForm(form, writer, queue, pressed)
  window.addEventListener('online', () => void queue.send())
  window.addEventListener('pagehide', () => void queue.send())
  // With full or forbidden storage the ticks would be lost with the page.
  window.addEventListener('beforeunload', (event) => queue.isUnpersisted() && event.preventDefault())
  window.setInterval(() => void queue.send(), RETRY_MS)
  void queue.send()
}

/**
 * Goes on with the ticks that a page before this one has left on the device. Those that the server's state does not
 * follow from are offered, and stay on the device until the learner has decided.
 */
function takeUp(form: HTMLFormElement, owned: Owned, stored: StoredGrid, queue: TickQueue) {
  const left: KeptTicks[] = []
  for (const ticks of ticksOnDevice(owned)) {
    const fate = fateOf(ticks, stored)
    if (fate === 'send' && queue.state === 'idle') goOnWith(form, owned, ticks, queue)
    else if (fate === 'saved') dropTicks(owned, ticks.writer)
    else left.push(ticks)
  }
  const [latest] = left
  if (latest) offer(form, owned, latest, queue)
}

function goOnWith(form: HTMLFormElement, owned: Owned, ticks: KeptTicks, queue: TickQueue) {
  for (const input of form.querySelectorAll<HTMLInputElement>('[type=radio], [type=checkbox]')) {
    input.checked = (ticks.fields[input.name] ?? []).includes(input.value)
  }
  queue.add(fieldsOf(form), { writer: ticks.writer, step: ticks.step })
  if (!queue.isUnpersisted()) dropTicks(owned, ticks.writer)
}

function offer(form: HTMLFormElement, owned: Owned, ticks: KeptTicks, queue: TickQueue) {
  const note = form.querySelector<HTMLElement>('[data-grid-left]')
  if (!note) return
  const decide = (name: string, act: () => void) => {
    note.querySelector(`[data-act="${name}"]`)?.addEventListener('click', () => {
      act()
      note.hidden = true
      form.querySelector<HTMLElement>('.element > summary')?.focus()
    })
  }
  decide('take', () => {
    goOnWith(form, owned, ticks, queue)
    void queue.send()
  })
  decide('drop', () => dropTicks(owned, ticks.writer))
  note.hidden = false
}

/**
 * Sends the form only once the ticks have arrived: it names the version that they have made. Without a network the page
 * stays, and says so.
 */
function sendBeforeForm(form: HTMLFormElement, writer: string, queue: TickQueue, pressed: { inVain: boolean }) {
  let isHeld = false
  form.addEventListener('submit', (event) => {
    if (!queue.mustWait()) return nameState(form, writer, queue)
    event.preventDefault()
    if (isHeld) return
    isHeld = true
    const { submitter } = event
    pressed.inVain = true
    show(form, 'saving')
    void queue.send().then(() => {
      isHeld = false
      if (queue.mustWait()) return lineOf(form)?.scrollIntoView({ block: 'center' })
      form.requestSubmit(submitter)
    })
  })
}

/** Writes into the form which state of which page it sends. */
function nameState(form: HTMLFormElement, writer: string, { place }: TickQueue) {
  field(form, 'writer').value = writer
  field(form, 'version').value = `${place.version}`
  field(form, 'step').value = `${place.step}`
}

function lineOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('[data-grid-state]')
}

function show(form: HTMLFormElement, state: string) {
  const line = lineOf(form)
  if (!line) return
  line.hidden = false
  for (const words of line.querySelectorAll<HTMLElement>('[data-when]')) words.hidden = words.dataset.when !== state
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}

function fieldsOf(form: HTMLFormElement): KeptTicks['fields'] {
  const fields: KeptTicks['fields'] = {}
  for (const input of form.querySelectorAll<HTMLInputElement>('[type=radio]:checked, [type=checkbox]:checked')) {
    fields[input.name] ??= []
    fields[input.name]?.push(input.value)
  }
  return fields
}
