import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { initialsOf } from '@/domain/certificate/match-name'
import { examRuleOf } from '@/domain/course/graded'
import { addAttempt, type MadeAttempt } from './attempt'
import { addEnrolment, type Enrolment } from './enrolment'
import { daysAfter, type Filling, type Release } from './filling'
import { addPerson, type Person } from './person'

/** Where learners stand with the real course: one in four reads it, one sits its exam, two are done. */
const STAGES = ['reading', 'sitting', 'finished', 'finished'] as const

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
  const person = addPerson(filling, index)
  const stage = STAGES[index % STAGES.length]
  const lessons = courses.real.course.lessons.length
  const real = addEnrolment(filling, person, courses.real, stage === 'reading' ? roll.below(lessons) : lessons)
  const ten = addEnrolment(filling, person, courses.ten, lessons)

  const atReal = stage === 'reading' ? 0 : Math.min(attempts, 1 + roll.below(examRuleOf(real.course).attempts))
  const sat = sit(filling, person, real, atReal, { ability: 0.85, open: stage === 'sitting' })
  const satTen = sit(filling, person, ten, attempts - atReal, { ability: 0.2, open: false })
  return {
    sessionId: person.sessionId,
    email: person.email,
    openAttempt: stage === 'sitting' ? sat.last : null,
    certificate: sat.passed && addCertificate(filling, person, real, sat.passed),
    maySit: satTen.passed === null,
  }
}

/** Fails all but the last attempt, whose outcome follows from `ability`. */
function sit(
  filling: Filling,
  { begun }: Person,
  enrolment: Enrolment,
  attempts: number,
  lastOne: { ability: number; open: boolean },
) {
  const made = Array.from({ length: attempts }, (_, index) => {
    const how = index === attempts - 1 ? lastOne : { ability: 0, open: false }
    return addAttempt(filling, enrolment, { number: index + 1, startedAt: daysAfter(begun, 10 + 3 * index), ...how })
  })
  return { last: made.at(-1) ?? null, passed: made.find(({ passed }) => passed)?.id ?? null }
}

function addCertificate(
  { tables, roll }: Filling,
  { accountId, nameArabic, nameLatin, begun }: Person,
  { id: releaseId, course }: Enrolment,
  attemptId: string,
): string {
  const issuedAt = daysAfter(begun, 20)
  const number = makeCertificateNumber(roll.random)
  tables.Certificate.push({
    id: roll.uuid(issuedAt),
    number,
    accountId,
    attemptId,
    releaseId,
    courseId: course.file.id,
    nameArabic,
    nameLatin,
    initials: initialsOf(nameLatin),
    shareToken: roll.secret(24),
    issuedAt,
  })
  return number
}
