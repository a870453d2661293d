import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import type { QuestionKey } from '@/domain/question/question'
import { addAttempt, type MadeAttempt } from './attempt'
import { addCertificate } from './certificate'
import { addEnrolment, type Enrolment } from './enrolment'
import { simulateAnswer } from './irt-traits'
import type { Person } from './person'
import type { Rng } from './rng'
import { daysAfter, daysBetween, type Release, type TableBatch } from './table-batch'
import { addTest, type Tests } from './test-attempts'

export type Study = {
  cohortId: string
  enrolledAt: Date
  /** When lessons may begin. If it is in the future, nothing has been read yet. */
  startsAt: Date
  /** When the learner left the cohort, otherwise now. */
  until: Date
  practises: number
  /** The learner signs in to the demo: a third of the lessons is done, and the rest is left to her. */
  isGuest: boolean
  /** The institution that has confirmed the learner's identity. */
  confirmer: { nameArabic: string; nameLatin: string } | null
  /** The tests of the learner's cohort, if it has any. */
  tests: Tests | null
}
/** A learner's ability, the number of lessons after which she stops for good, and her days for each lesson. */
type Learner = { ability: number; stopsAfter: number; daysEach: number }

/** In days: all lessons together take four to eight weeks. */
const [SHORTEST, LONGEST] = [28, 56]
/** What a failed attempt adds to a learner's ability, on its scale. */
const LEARNT_BY_FAILING = 0.35
const LEARNT_BY_READING = 1.1
/** The shares of learners who take each test. */
const [TAKE_FIRST, TAKE_SECOND] = [0.92, 0.85]

/** Adds the lessons, attempts and certificate of a learner, as far as she came. @returns when she was last active. */
export function addStudy(batch: TableBatch, person: Person, release: Release, study: Study): Date {
  const { rng } = batch
  const { accountId } = person
  const { enrolledAt, startsAt, until, practises } = study
  const lessons = release.course.lessons.length
  const begun = new Date(Math.max(enrolledAt.getTime(), startsAt.getTime()) + rng.random() * 3 * 86_400_000)
  const learner = study.isGuest ? guest(lessons, daysBetween(begun, until)) : draw(lessons, rng)
  const could = Math.max(0, Math.floor(daysBetween(begun, until) / learner.daysEach))
  const lessonsDone = Math.min(could, learner.stopsAfter, lessons)
  const startedNext = begun < until && learner.stopsAfter > 0
  const simulate = (more: number) => (question: QuestionKey) =>
    simulateAnswer(learner.ability + more, question, release.traits, rng)
  const reading = { accountId, enrolledAt, begun, lessonsDone, daysEach: learner.daysEach, startedNext, practises }
  const enrolment = addEnrolment(batch, release, { ...reading, simulate: simulate(0) })
  const readUntil = startedNext ? daysAfter(begun, Math.min(lessonsDone, lessons - 1) * learner.daysEach) : enrolledAt
  const tested = startedNext && takeTestBefore(batch, accountId, { ...study, begun, simulate })
  if (lessonsDone < lessons || release.course.exam === null) return readUntil
  if (tested) takeTestAfter(batch, accountId, { ...study, begun: daysAfter(readUntil, 0.5), simulate })
  return takeExam(batch, person, enrolment, { ...study, from: daysAfter(readUntil, 1), simulate }) ?? readUntil
}

type AtTest = Study & { begun: Date; simulate: ExamTaking['simulate'] }

/** @returns whether the learner took the test. A person who signs in to the demo takes it herself. */
function takeTestBefore(batch: TableBatch, accountId: string, { tests, isGuest, begun, simulate }: AtTest): boolean {
  if (!tests || isGuest || !batch.rng.chance(TAKE_FIRST)) return false
  const at = daysAfter(begun, -0.02)
  addTest(batch, tests, { accountId, form: 'before', at, simulate: simulate(-LEARNT_BY_READING) })
  return true
}

function takeTestAfter(batch: TableBatch, accountId: string, { tests, until, begun: at, simulate }: AtTest): void {
  if (!tests || at >= until || !batch.rng.chance(TAKE_SECOND)) return
  addTest(batch, tests, { accountId, form: 'after', at, simulate: simulate(0) })
}

function guest(lessons: number, days: number): Learner {
  const stopsAfter = Math.ceil(lessons / 3)
  return { ability: 0.5, stopsAfter, daysEach: Math.max(days, 1) / (stopsAfter + 0.5) }
}

function draw(lessons: number, rng: Rng): Learner {
  const fate = rng.random()
  const stopsAfter = fate < 0.06 ? 0 : fate < 0.18 ? 1 + rng.below(lessons) : lessons
  const days = SHORTEST + rng.random() * (LONGEST - SHORTEST)
  return { ability: 0.5 + rng.normal() * 0.9, stopsAfter, daysEach: days / lessons }
}

type ExamTaking = Study & { from: Date; simulate: (more: number) => Parameters<typeof addAttempt>[2]['simulate'] }

/** Takes the exam as often as allowed until it is passed. @returns the time of the last attempt. */
function takeExam(
  batch: TableBatch,
  person: Person,
  enrolment: Enrolment,
  { cohortId, from, until, simulate, confirmer }: ExamTaking,
) {
  const { rng, now } = batch
  const { attempts } = examRuleOf(enrolment.course)
  let startedAt = daysAfter(from, rng.random() * 5)
  let last: MadeAttempt | undefined
  for (let number = 1; number <= attempts && startedAt < until; number++) {
    // A learner who began less than a day ago has not handed in yet.
    const open = until === now && daysBetween(startedAt, until) < 1
    const knowing = simulate((number - 1) * LEARNT_BY_FAILING)
    last = addAttempt(batch, enrolment, { number, startedAt, cohortId, simulate: knowing, open })
    if (last.passed) certify(batch, person, enrolment, last, confirmer)
    if (last.passed || open) break
    startedAt = daysAfter(startedAt, 2 + rng.random() * 5)
  }
  return last?.endedAt
}

/** Most certificates stay in force. A few were revoked, or replaced because a name was wrong. */
function certify(
  batch: TableBatch,
  person: Person,
  release: Release,
  { id: attemptId, endedAt: issuedAt }: MadeAttempt,
  confirmer: Study['confirmer'],
): void {
  const { rng, now } = batch
  const fate = rng.random()
  const later = daysAfter(issuedAt, 10)
  if (fate > 0.05 || later > now) {
    addCertificate(batch, person, release, { attemptId, issuedAt, confirmer })
  } else if (fate > 0.015) {
    const reason = 'Nom mal écrit (démonstration)'
    const old = addCertificate(batch, person, release, { attemptId: null, issuedAt, reason, confirmer })
    addCertificate(batch, person, release, { attemptId, issuedAt: later, supersedes: old, confirmer })
  } else {
    const reason = 'Délivré par erreur (démonstration)'
    addCertificate(batch, person, release, { attemptId, issuedAt, revokedAt: later, reason, confirmer })
  }
}
