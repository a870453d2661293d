import { LOCALES } from '@/domain/locale'
import type { BenchSite } from '../bench-site'
import type { Deed } from '../load'
import { cookiesOf, inTurn } from '../people'
import type { Visitor } from '../visitor'

/** The desk of a reviewer of every text: her queue, and one lesson with its comments. */
export function editorialDeeds({ reviewer, courses }: BenchSite, visit: Visitor) {
  const locale = inTurn(LOCALES)
  const cookie = cookiesOf()
  const { file, lessons } = courses.real.course
  const read = async (path: string) =>
    Boolean(await visit({ path: `/${locale()}${path}`, cookie: await cookie(reviewer.sessionId) }))
  return {
    queue: () => read('/review'),
    text: () => read(`/review/lesson/${file.id}~${lessons[0]?.file.id}/fr`),
  } satisfies Record<string, Deed>
}
