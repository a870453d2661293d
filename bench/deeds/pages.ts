import { lessonSteps } from '@/domain/course/lesson-steps'
import { LOCALES } from '@/domain/locale'
import type { BenchSite } from '../bench-site'
import { REAL_COURSE } from '../fill/fill-database'
import type { Deed } from '../load'
import { addresses, cookieOf, inTurn } from '../people'
import type { Visitor } from '../visitor'

/** The grid that shows its whole solution, and so is the longest. */
export const GRID = 'lanes-of-the-medina'
/** The number of learners who are active at the same time. */
const AT_WORK = 200
/** Below the rate limit `LIMITS.verify`. */
const CALLS_PER_ADDRESS = 50

/** The pages for reading, in the three languages in turn. */
export function pageDeeds({ learners, courses }: BenchSite, visit: Visitor) {
  const locale = inTurn(LOCALES)
  const { lessons } = courses.real.course
  const lesson = inTurn(lessons.map(({ file }) => file.id))
  // The steps of a lesson have the same addresses in each language.
  const step = inTurn(lessons.flatMap((one) => lessonSteps(one, 'ar').map(({ id }) => `${one.file.id}/${id}`)))
  const cookie = inTurn(learners.slice(0, AT_WORK).map(cookieOf))
  const read = async (path: string) => Boolean(await visit({ path, cookie: await cookie() }))
  return {
    home: async () => Boolean(await visit({ path: `/${locale()}` })),
    course: () => read(`/${locale()}/courses/${REAL_COURSE}`),
    lesson: () => read(`/${locale()}/courses/${REAL_COURSE}/lessons/${lesson()}`),
    step: () => read(`/${locale()}/courses/${REAL_COURSE}/lessons/${step()}`),
    grid: () => read(`/${locale()}/practice/grid/${GRID}`),
  } satisfies Record<string, Deed>
}

export function verifyDeed({ learners }: BenchSite, visit: Visitor): Deed {
  const number = inTurn(learners.flatMap(({ certificate }) => certificate ?? []))
  const from = addresses(CALLS_PER_ADDRESS)
  const locale = inTurn(LOCALES)
  return async () => Boolean(await visit({ path: `/${locale()}/verify/${number()}`, from: from() }))
}

export function certificateDeed({ learners }: BenchSite, visit: Visitor): Deed {
  const holders = learners.filter(({ certificate }) => certificate !== null).slice(0, AT_WORK)
  const holder = inTurn(holders.map((each) => ({ number: each.certificate, cookie: cookieOf(each) })))
  return async () => {
    const { number, cookie } = holder()
    return Boolean(await visit({ path: `/api/certificates/${number}/pdf`, cookie: await cookie }))
  }
}
