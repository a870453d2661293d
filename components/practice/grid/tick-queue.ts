import { fateOf, type KeptTicks, type PageStep } from '@/domain/practice/kept-ticks'
import { dropTicks, type Owned, storeTicks } from './device-ticks'
import { sendTicks } from './send-ticks'

/** `changed`: another window has saved since, so that nothing more is sent until the page is loaded again. */
type TickState = 'idle' | 'saving' | 'saved' | 'queued' | 'notStored' | 'refused' | 'changed' | 'signIn'

type Page = Owned & { releaseId: string; number: number; version: number; writer: string }

/** The states in which the server's own answer to the form says more than waiting would. */
const ANSWERED: readonly TickState[] = ['refused', 'changed', 'signIn']

/**
 * The ticks of a page that wait to be sent: always all of them, in their last state. They stay on the device until the
 * server has them. One request is on its way at a time, and each names the version that the one before has made.
 */
export class TickQueue {
  readonly #page: Page
  readonly #show: (state: TickState) => void
  #version: number
  #step = 0
  #waiting: KeptTicks | null = null
  #isStored = true
  #state: TickState = 'idle'
  #sending: Promise<void> | null = null

  constructor(page: Page, show: (state: TickState) => void) {
    this.#page = page
    this.#version = page.version
    this.#show = show
  }

  /** What the form must name when it is sent. */
  get place(): { version: number; step: number } {
    return { version: this.#version, step: this.#step }
  }

  get state(): TickState {
    return this.#state
  }

  /** Whether the form would be sent with an old version, or without a server to answer it. */
  mustWait(): boolean {
    return this.#sending !== null || (this.#waiting !== null && !ANSWERED.includes(this.#state))
  }

  /** True while waiting ticks would be lost with the page. */
  isUnpersisted(): boolean {
    return this.#waiting !== null && !this.#isStored
  }

  /** Keeps the ticks of the page until they are sent. `after`: the page that was left, whose ticks they contain. */
  add(fields: KeptTicks['fields'], after: PageStep | null = this.#waiting?.after ?? null): void {
    const { number, writer } = this.#page
    this.#step += 1
    this.#wait({ number, version: this.#version, writer, step: this.#step, after, at: Date.now(), fields })
    if (this.#state !== 'changed') this.#tell('saving')
  }

  /** Sends what waits. Resolves once the server has it, or once it is known why not. */
  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null
    })
    return this.#sending
  }

  async #sendAll(): Promise<void> {
    // What the server has refused is not sent again until it changes.
    while (this.#waiting && this.#state !== 'changed' && this.#state !== 'refused') {
      const goesOn = await this.#sendOnce(this.#waiting)
      if (!goesOn) return
    }
  }

  /** @returns whether what still waits may be sent now. */
  async #sendOnce(ticks: KeptTicks): Promise<boolean> {
    const sent = await sendTicks(this.#page, this.#page.releaseId, ticks)
    if (sent === 'saved') return this.#settle(ticks, ticks.version + 1)
    if (sent === 'offline') return this.#stop(this.#isStored ? 'queued' : 'notStored')
    if (sent === 'refused' && this.#waiting !== ticks) return true
    if (typeof sent === 'string') return this.#stop(sent)
    const fate = fateOf(ticks, sent)
    if (fate === 'saved') return this.#settle(ticks, sent.version)
    // An earlier request of this page has arrived although its answer was lost: these ticks go on from there.
    if (fate === 'ask' || sent.closed || sent.version === ticks.version) return this.#stop('changed')
    this.#moveTo(sent.version)
    return true
  }

  #settle(ticks: KeptTicks, version: number): boolean {
    if (this.#waiting === ticks) {
      this.#waiting = null
      this.#version = version
      dropTicks(this.#page, ticks.writer)
      return this.#stop('saved')
    }
    this.#moveTo(version)
    return true
  }

  #moveTo(version: number): void {
    this.#version = version
    if (this.#waiting) this.#wait({ ...this.#waiting, version })
  }

  #wait(ticks: KeptTicks): void {
    this.#waiting = ticks
    this.#isStored = storeTicks(this.#page, ticks)
  }

  #stop(state: TickState): false {
    this.#tell(state)
    return false
  }

  #tell(state: TickState): void {
    this.#state = state
    this.#show(state)
  }
}
