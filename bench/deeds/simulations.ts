import { LOCALES } from '@/domain/locale'
import type { BenchSite } from '../bench-site'
import type { Deed } from '../load'
import { cookieOf, inTurn } from '../people'
import type { Visitor } from '../visitor'

/** Somebody confirms a decision of a simulation: one write each time. */
export function stepDeed({ steps }: BenchSite, visit: Visitor): Deed {
  const waiting = steps.values()
  const locale = inTurn(LOCALES)
  return async () => {
    const next = waiting.next().value
    if (!next) return false
    const { learner, runId, caseId, number, choice } = next
    const language = locale()
    const path = (step: number) => `/${language}/practice/simulations/${caseId}/${step}`
    const body = new URLSearchParams({ run: runId, choice, confirm: 'yes' }).toString()
    const sent = { method: 'POST', type: 'application/x-www-form-urlencoded', body, expect: 303 } as const
    const { headers } = await visit({ ...sent, path: path(number), cookie: await cookieOf(learner) })
    if (headers.location !== path(number + 1)) throw new Error(`step ${number} was not accepted`)
    return true
  }
}
