import { addAttempt, type MadeAttempt } from '@/demo/population/attempt'
import { addCertificate } from '@/demo/population/certificate'
import { addEnrolment, type Enrolment } from '@/demo/population/enrolment'
import { daysAfter, type Filling, type Release } from '@/demo/population/filling'
import { addPerson, addSession } from '@/demo/population/person'
import type { Roll } from '@/demo/population/roll'
import type { Known } from '@/demo/population/traits'
import { examRuleOf } from '@/domain/course/graded'

/** Where learners stand with the real course: one in four reads it, one sits its exam, two are done. */
const STAGES = ['reading', 'sitting', 'finished', 'finished'] as const

const AT_FES = { institution: 'المحكمة الابتدائية بفاس', locale: 'ar' } as const

/** What a visitor of the bench must know of a learner. */
export type BenchLearner = {
  sessionId: string
  email: string
  /** Her attempt under way in the real course. */
  openAttempt: MadeAttempt | null
  /** Number of her certificate of the real course. */
  certificate: string | null
  /** May begin another exam of ten questions: she has passed none. */
  maySit: boolean
}

/** A learner enrolled in both courses, with her `attempts` shared out over the two exams. */
export function addLearner(
  filling: Filling,
  courses: { real: Release; ten: Release },
  index: number,
  attempts: number,
): BenchLearner {
  const { roll } = filling
  const begun = daysAfter(filling.now, roll.below(30) - 90)
  const person = addPerson(filling, { begun, function: roll.pick(['judge', 'prosecutor']), ...AT_FES })
  const stage = STAGES[index % STAGES.length]
  const lessons = courses.real.course.lessons.length
  const reading = {
    accountId: person.accountId,
    enrolledAt: begun,
    begun,
    daysEach: 1,
    practises: 0.6,
    knows: knows(0.7, roll),
  }
  const lessonsDone = stage === 'reading' ? roll.below(lessons) : lessons
  const real = addEnrolment(filling, courses.real, { ...reading, lessonsDone })
  const ten = addEnrolment(filling, courses.ten, { ...reading, lessonsDone: lessons })

  const atReal = stage === 'reading' ? 0 : Math.min(attempts, 1 + roll.below(examRuleOf(real.course).attempts))
  const sat = sit(filling, begun, real, atReal, { ability: 0.85, open: stage === 'sitting' })
  const satTen = sit(filling, begun, ten, attempts - atReal, { ability: 0.2, open: false })
  const issue = sat.passed && { attemptId: sat.passed, issuedAt: daysAfter(begun, 20) }
  return {
    sessionId: addSession(filling, person.accountId),
    email: person.email,
    openAttempt: stage === 'sitting' ? sat.last : null,
    certificate: issue && addCertificate(filling, person, real, issue).number,
    maySit: satTen.passed === null,
  }
}

/** Knows so many of all questions, whichever they are. @param rate in [0, 1]. */
function knows(rate: number, { chance }: Roll): () => Known {
  return () => ({ right: chance(rate), certainty: chance(0.5) ? 'fairly' : null })
}

/** Fails all but the last attempt, whose outcome follows from `ability`. */
function sit(
  filling: Filling,
  begun: Date,
  enrolment: Enrolment,
  attempts: number,
  lastOne: { ability: number; open: boolean },
) {
  const made = Array.from({ length: attempts }, (_, index) => {
    const { ability, open } = index === attempts - 1 ? lastOne : { ability: 0, open: false }
    const startedAt = daysAfter(begun, 10 + 3 * index)
    const knowing = knows(ability, filling.roll)
    return addAttempt(filling, enrolment, { number: index + 1, startedAt, cohortId: null, knows: knowing, open })
  })
  return { last: made.at(-1) ?? null, passed: made.find(({ passed }) => passed)?.id ?? null }
}
