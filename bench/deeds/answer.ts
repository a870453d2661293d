import { rightAnswer } from '@/demo/population/invented-answer'
import { LOCALES } from '@/domain/locale'
import type { BenchSite } from '../bench-site'
import { REAL_COURSE } from '../fill/fill-database'
import type { Deed } from '../load'
import { cookieOf, inTurn } from '../people'
import type { Visitor } from '../visitor'
import { saveCall } from './save-call'

/** The number of exams under way at the same time. */
const AT_WORK = 200

/** The page of one question of an exam under way. */
export function questionDeed({ learners }: BenchSite, visit: Visitor): Deed {
  const sitting = learners.filter(({ openAttempt }) => openAttempt !== null).slice(0, AT_WORK)
  const locale = inTurn(LOCALES)
  const pages = sitting.flatMap((learner) => {
    const cookie = cookieOf(learner)
    return (learner.openAttempt?.questions ?? []).map((_, index) => ({ cookie, n: index + 1 }))
  })
  const next = inTurn(pages)
  return async () => {
    const { cookie, n } = next()
    return Boolean(await visit({ path: `/${locale()}/courses/${REAL_COURSE}/exam/${n}`, cookie: await cookie }))
  }
}

/** Saves one answer of an exam under way, as the page's script does. */
export function answerDeed({ learners }: BenchSite, visit: Visitor): Deed {
  const sitting = learners.filter(({ openAttempt }) => openAttempt !== null).slice(0, AT_WORK)
  const given = sitting.flatMap((learner) => {
    const cookie = cookieOf(learner)
    const { id, questions } = learner.openAttempt ?? { id: '', questions: [] }
    return questions.map((question, index) => {
      const answer = rightAnswer(question)
      return { cookie, call: saveCall({ courseId: REAL_COURSE, attemptId: id, position: index + 1, answer }) }
    })
  })
  const next = inTurn(given)
  return async () => {
    const { cookie, call } = next()
    return Boolean(await visit({ ...call, cookie: await cookie }))
  }
}
