import type { GivenAt } from '@/domain/exam/answer-part'
import type { SaveStatus } from './save-state'
import { type Sent, sendAnswer } from './send-answer'
import { dropUnsent, forgetAttempt, keepUnsent, partsOf, readUnsent, type Unsent, wouldBeLost } from './unsent-answers'

const STATUS: Record<Sent, SaveStatus> = {
  saved: 'saved',
  stale: 'stale',
  offline: 'kept',
  'signed-out': 'signIn',
  closed: 'closed',
  refused: 'refused',
}
/** The same where the browser could not keep what waits. */
const UNKEPT: Partial<Record<Sent, SaveStatus>> = { offline: 'unkept', 'signed-out': 'unkeptSignIn' }

/**
 * Answers on their way: kept in the browser until the server has them, sent one after the other so that a later answer
 * cannot overtake an earlier one.
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
   * Forgets an answer that waits though a newer one has arrived: two tabs write one storage, and the older may write last.
   *
   * @param standing when what the server has was given.
   */
  forgetOlder(position: number, standing: GivenAt) {
    for (const unsent of this.waiting()) {
      const { givenAt = Number.POSITIVE_INFINITY } = unsent
      const isOlder = partsOf(unsent).every((part) => givenAt < standing[part])
      if (unsent.position === position && isOlder) dropUnsent(this.#attemptId, unsent)
    }
  }

  /** True while what waits would be lost with the page. */
  isFragile(): boolean {
    return wouldBeLost(this.#attemptId)
  }

  /** Keeps what was given and sends all that waits. */
  add(...given: Unsent[]): Promise<boolean> {
    for (const unsent of given) keepUnsent(this.#attemptId, unsent)
    this.#show('saving')
    return this.sendAll()
  }

  /**
   * True once nothing waits and nothing was refused. Stops at the first answer that the server does not take now; one that
   * it never will is not sent again.
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
      if (sent === 'closed') forgetAttempt(this.#attemptId)
      else if (sent !== 'offline' && sent !== 'signed-out') dropUnsent(this.#attemptId, unsent)
      if (sent === 'offline' || sent === 'signed-out' || sent === 'closed') {
        this.#show((this.isFragile() && UNKEPT[sent]) || STATUS[sent])
        return sent === 'closed'
      }
      all.push(sent)
    }
    // Only now: while one part is on its way, another that has arrived is not the whole.
    const worst = (['refused', 'stale', 'saved'] as const).find((each) => all.includes(each))
    if (worst) this.#show(worst === 'saved' && this.waiting().length > 0 ? 'saving' : STATUS[worst])
    return worst !== 'refused'
  }
}
