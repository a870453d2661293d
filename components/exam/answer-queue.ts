import type { GivenAt } from '@/domain/question/answer-part'
import type { SaveStatus } from './save-state'
import { type Sent, sendAnswer } from './send-answer'
import {
  clearAttempt,
  dropUnsent,
  hasUnpersisted,
  partsOf,
  readUnsent,
  storeUnsent,
  type Unsent,
} from './unsent-answers'

const STATUS: Record<Sent, SaveStatus> = {
  saved: 'saved',
  stale: 'stale',
  offline: 'queued',
  'signed-out': 'signIn',
  closed: 'closed',
  refused: 'refused',
}
/** The statuses to report instead if the browser could not store a waiting answer. */
const NOT_STORED: Partial<Record<Sent, SaveStatus>> = { offline: 'notStored', 'signed-out': 'notStoredSignIn' }

/**
 * The answers that wait to be sent. They stay in the browser's storage until the server has them, and are sent one
 * after the other, so that a later answer cannot overtake an earlier one.
 */
export class AnswerQueue {
  readonly #courseId: string
  readonly #attemptId: string
  readonly #show: (status: SaveStatus) => void
  #last: Promise<unknown> = Promise.resolve()

  constructor(courseId: string, attemptId: string, show: (status: SaveStatus) => void) {
    this.#courseId = courseId
    this.#attemptId = attemptId
    this.#show = show
  }

  waiting(): readonly Unsent[] {
    return Object.values(readUnsent(this.#attemptId))
  }

  /**
   * Drops a waiting answer if a newer one has arrived on the server: two tabs write one storage, and the older tab may
   * write last.
   *
   * @param storedAt when the answer that the server has was given.
   */
  dropOlder(position: number, storedAt: GivenAt) {
    for (const unsent of this.waiting()) {
      const { givenAt = Number.POSITIVE_INFINITY } = unsent
      const isOlder = partsOf(unsent).every((part) => givenAt < storedAt[part])
      if (unsent.position === position && isOlder) dropUnsent(this.#attemptId, unsent)
    }
  }

  /** True while a waiting answer would be lost with the page. */
  isUnpersisted(): boolean {
    return hasUnpersisted(this.#attemptId)
  }

  /** Stores the given answers and sends all that wait. */
  add(...given: Unsent[]): Promise<boolean> {
    for (const unsent of given) storeUnsent(this.#attemptId, unsent)
    this.#show('saving')
    return this.sendAll()
  }

  /**
   * Sends all waiting answers. Stops at the first one that the server does not accept now. One that it will never
   * accept is not sent again.
   *
   * @returns true if nothing waits and nothing was refused.
   */
  sendAll(): Promise<boolean> {
    const sent = this.#last.then(() => this.#sendWaiting())
    this.#last = sent
    return sent
  }

  async #sendWaiting(): Promise<boolean> {
    const all: Sent[] = []
    for (const unsent of this.waiting()) {
      const sent = await sendAnswer(this.#courseId, this.#attemptId, unsent)
      if (sent === 'closed') clearAttempt(this.#attemptId)
      else if (sent !== 'offline' && sent !== 'signed-out') dropUnsent(this.#attemptId, unsent)
      if (sent === 'offline' || sent === 'signed-out' || sent === 'closed') {
        this.#show((this.isUnpersisted() && NOT_STORED[sent]) || STATUS[sent])
        return sent === 'closed'
      }
      all.push(sent)
    }
    // Report only now: while one part is on its way, another that has arrived does not make the whole answer saved.
    const worst = (['refused', 'stale', 'saved'] as const).find((status) => all.includes(status))
    if (worst) this.#show(worst === 'saved' && this.waiting().length > 0 ? 'saving' : STATUS[worst])
    return worst !== 'refused'
  }
}
