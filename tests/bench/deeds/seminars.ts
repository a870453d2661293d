import { LOCALES } from '@/domain/locale'
import type { BenchSite } from '../bench-site'
import type { Deed } from '../load'
import { cookieOf, inTurn } from '../people'
import type { Visitor } from '../visitor'

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
