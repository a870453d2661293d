import { LOCALES } from '@/domain/locale'
import { roomCode } from '@/server/seminar/attendance/room-code'
import type { BenchSite } from '../bench-site'
import type { Deed } from '../load'
import { cookieOf, inTurn } from '../people'
import { textOf, type Visitor } from '../visitor'

/** The number of learners who look at the same time. */
const LOOKING = 200

/** The list of seminars and the page of one, for people who are signed in, in the three languages in turn. */
export function seminarDeeds({ learners, seminars }: BenchSite, visit: Visitor) {
  const locale = inTurn(LOCALES)
  const seminar = inTurn(seminars)
  const cookie = inTurn(learners.slice(0, LOOKING).map(cookieOf))
  const read = async (path: string) => Boolean(await visit({ path, cookie: await cookie() }))
  return {
    list: () => read(`/${locale()}/seminars`),
    event: () => read(`/${locale()}/seminars/${seminar()}`),
  } satisfies Record<string, Deed>
}

/** Somebody who is registered gives the code that the screen of her room shows now: one write each time. */
export function checkInDeed({ rooms }: BenchSite, visit: Visitor): Deed {
  const waiting = rooms.flatMap(({ halfDayId, people }) => people.map((person) => ({ halfDayId, person }))).values()
  const locale = inTurn(LOCALES)
  return async () => {
    const next = waiting.next().value
    if (!next) return false
    const { code } = await roomCode(next.halfDayId, new Date())
    const sent = { method: 'POST', type: 'application/x-www-form-urlencoded', body: `code=${code}` } as const
    const cookie = await cookieOf(next.person)
    const answer = textOf(await visit({ ...sent, path: `/${locale()}/c/${next.halfDayId}`, cookie }))
    if (!answer.includes('class="note ok"')) throw new Error('she is not present')
    return true
  }
}
