import { randomBytes } from 'node:crypto'
import type { Visit } from '@/server/account/request-info'

export type TestVisit = Visit & {
  /** Waits for the work that runs after the answer. */
  settled: () => Promise<unknown>
}

/** A visit from an address of its own, unless one is given. */
export function visitOf({ address = randomBytes(4).join('.'), now = new Date() } = {}): TestVisit {
  const left: (() => Promise<void>)[] = []
  return {
    address,
    now,
    later: (work) => left.push(work),
    settled: () => Promise.all(left.splice(0).map((work) => work())),
  }
}
