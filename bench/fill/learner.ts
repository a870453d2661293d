import { addAttempt, type MadeAttempt } from '@/demo/population/attempt'
import { addCertificate } from '@/demo/population/certificate'
import { addEnrolment, type Enrolment } from '@/demo/population/enrolment'
import type { SimulatedAnswer } from '@/demo/population/irt-traits'
import { addPerson, addSession } from '@/demo/population/person'
import type { Rng } from '@/demo/population/rng'
import { daysAfter, type Release, type TableBatch } from '@/demo/population/table-batch'
import { examRuleOf } from '@/domain/course/graded'

/** Progress in the real course: one learner in four is reading, one is sitting the exam, two have finished. */
const STAGES = ['reading', 'sitting', 'finished', 'finished'] as const

const AT_FES = { institution: 'المحكمة الابتدائية بفاس', locale: 'ar' } as const

/** What the bench needs to know about a learner. */
export type BenchLearner = {
  accountId: string
  sessionId: string
  email: string
  /** Her attempt under way in the real course. */
  openAttempt: MadeAttempt | null
  /** The number of her certificate for the real course. */
  certificate: string | null
  /** Whether she may begin another exam of ten questions, because she has not passed one. */
  maySit: boolean
}

/** A learner enrolled in both courses, with her `attempts` distributed over the two exams. */
export function addLearner(
  batch: TableBatch,
  courses: { real: Release; ten: Release },
  index: number,
  attempts: number,
): BenchLearner {
  const { rng } = batch
  const begun = daysAfter(batch.now, rng.below(30) - 90)
  const person = addPerson(batch, { begun, function: rng.pick(['judge', 'prosecutor']), ...AT_FES })
  const stage = STAGES[index % STAGES.length]
  const lessons = courses.real.course.lessons.length
  const reading = {
    accountId: person.accountId,
    enrolledAt: begun,
    begun,
    daysEach: 1,
    practises: 0.6,
    simulate: simulate(0.7, rng),
  }
  const lessonsDone = stage === 'reading' ? rng.below(lessons) : lessons
  const real = addEnrolment(batch, courses.real, { ...reading, lessonsDone })
  const ten = addEnrolment(batch, courses.ten, { ...reading, lessonsDone: lessons })

  const atReal = stage === 'reading' ? 0 : Math.min(attempts, 1 + rng.below(examRuleOf(real.course).attempts))
  const sat = sit(batch, begun, real, atReal, { ability: 0.85, open: stage === 'sitting' })
  const satTen = sit(batch, begun, ten, attempts - atReal, { ability: 0.2, open: false })
  const issue = sat.passed && { attemptId: sat.passed, issuedAt: daysAfter(begun, 20) }
  return {
    accountId: person.accountId,
    sessionId: addSession(batch, person.accountId),
    email: person.email,
    openAttempt: stage === 'sitting' ? sat.last : null,
    certificate: issue && addCertificate(batch, person, real, issue).number,
    maySit: satTen.passed === null,
  }
}

/** Answers each question right with the same probability. @param rate in [0, 1]. */
function simulate(rate: number, { chance }: Rng): () => SimulatedAnswer {
  return () => ({ right: chance(rate), certainty: chance(0.5) ? 'fairly' : null })
}

/** Fails all attempts but the last one, whose outcome follows from `ability`. */
function sit(
  batch: TableBatch,
  begun: Date,
  enrolment: Enrolment,
  attempts: number,
  lastOne: { ability: number; open: boolean },
) {
  const made = Array.from({ length: attempts }, (_, index) => {
    const { ability, open } = index === attempts - 1 ? lastOne : { ability: 0, open: false }
    const startedAt = daysAfter(begun, 10 + 3 * index)
    const knowing = simulate(ability, batch.rng)
    return addAttempt(batch, enrolment, { number: index + 1, startedAt, cohortId: null, simulate: knowing, open })
  })
  return { last: made.at(-1) ?? null, passed: made.find(({ passed }) => passed)?.id ?? null }
}
