import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import type { QuestionKey } from '@/domain/course/question'
import { addAttempt, type MadeAttempt } from './attempt'
import { addCertificate } from './certificate'
import { addEnrolment, type Enrolment } from './enrolment'
import { daysAfter, daysBetween, type Filling, type Release } from './filling'
import type { Person } from './person'
import type { Roll } from './roll'
import { addTest, type Tests } from './test'
import { meets } from './traits'

export type Study = {
  cohortId: string
  enrolledAt: Date
  /** When lessons may begin. If it is in the future, nothing has been read yet. */
  startsAt: Date
  /** When the learner left the cohort, otherwise now. */
  until: Date
  practises: number
  /** The learner signs in to the demo: a third is done, and the rest is left to her. */
  isGuest: boolean
  /** The institution that has confirmed the learner's identity. */
  confirmer: { nameArabic: string; nameLatin: string } | null
  /** The tests of the learner's cohort, if it has any. */
  tests: Tests | null
}
/** What a learner brings along, and after how many lessons she stops for good. */
type Learner = { ability: number; stopsAfter: number; daysEach: number }

/** In days: all lessons together take four to eight weeks. */
const [SHORTEST, LONGEST] = [28, 56]
/** What a failed attempt adds to a learner's ability, on its scale. */
const LEARNT_BY_FAILING = 0.35
const LEARNT_BY_READING = 1.1
/** The shares of learners who take each test. */
const [TAKE_FIRST, TAKE_SECOND] = [0.92, 0.85]

/** Adds the lessons, attempts and certificate of a learner, as far as she came. @returns when she was last active. */
export function addStudy(filling: Filling, person: Person, release: Release, study: Study): Date {
  const { roll } = filling
  const { accountId } = person
  const { enrolledAt, startsAt, until, practises } = study
  const lessons = release.course.lessons.length
  const begun = new Date(Math.max(enrolledAt.getTime(), startsAt.getTime()) + roll.random() * 3 * 86_400_000)
  const learner = study.isGuest ? guest(lessons, daysBetween(begun, until)) : draw(lessons, roll)
  const could = Math.max(0, Math.floor(daysBetween(begun, until) / learner.daysEach))
  const lessonsDone = Math.min(could, learner.stopsAfter, lessons)
  const startedNext = begun < until && learner.stopsAfter > 0
  const knows = (more: number) => (question: QuestionKey) =>
    meets(learner.ability + more, question, release.traits, roll)
  const reading = { accountId, enrolledAt, begun, lessonsDone, daysEach: learner.daysEach, startedNext, practises }
  const enrolment = addEnrolment(filling, release, { ...reading, knows: knows(0) })
  const readUntil = startedNext ? daysAfter(begun, Math.min(lessonsDone, lessons - 1) * learner.daysEach) : enrolledAt
  const tested = startedNext && takeFirst(filling, accountId, { ...study, begun, knows })
  if (lessonsDone < lessons || release.course.exam === null) return readUntil
  if (tested) takeSecond(filling, accountId, { ...study, begun: daysAfter(readUntil, 0.5), knows })
  return sit(filling, person, enrolment, { ...study, from: daysAfter(readUntil, 1), knows }) ?? readUntil
}

type AtTest = Study & { begun: Date; knows: Sat['knows'] }

/** @returns whether the learner took the test. A person who signs in to the demo takes it herself. */
function takeFirst(filling: Filling, accountId: string, { tests, isGuest, begun, knows }: AtTest): boolean {
  if (!tests || isGuest || !filling.roll.chance(TAKE_FIRST)) return false
  const at = daysAfter(begun, -0.02)
  addTest(filling, tests, { accountId, form: 'before', at, knows: knows(-LEARNT_BY_READING) })
  return true
}

function takeSecond(filling: Filling, accountId: string, { tests, until, begun: at, knows }: AtTest): void {
  if (!tests || at >= until || !filling.roll.chance(TAKE_SECOND)) return
  addTest(filling, tests, { accountId, form: 'after', at, knows: knows(0) })
}

function guest(lessons: number, days: number): Learner {
  const stopsAfter = Math.ceil(lessons / 3)
  return { ability: 0.5, stopsAfter, daysEach: Math.max(days, 1) / (stopsAfter + 0.5) }
}

function draw(lessons: number, roll: Roll): Learner {
  const fate = roll.random()
  const stopsAfter = fate < 0.06 ? 0 : fate < 0.18 ? 1 + roll.below(lessons) : lessons
  const days = SHORTEST + roll.random() * (LONGEST - SHORTEST)
  return { ability: 0.5 + roll.normal() * 0.9, stopsAfter, daysEach: days / lessons }
}

type Sat = Study & { from: Date; knows: (more: number) => Parameters<typeof addAttempt>[2]['knows'] }

/** Takes the exam as often as allowed until it is passed. @returns the time of the last attempt. */
function sit(filling: Filling, person: Person, enrolment: Enrolment, { cohortId, from, until, knows, confirmer }: Sat) {
  const { roll, now } = filling
  const { attempts } = examRuleOf(enrolment.course)
  let startedAt = daysAfter(from, roll.random() * 5)
  let last: MadeAttempt | undefined
  for (let number = 1; number <= attempts && startedAt < until; number++) {
    // A learner who began less than a day ago has not handed in yet.
    const open = until === now && daysBetween(startedAt, until) < 1
    const knowing = knows((number - 1) * LEARNT_BY_FAILING)
    last = addAttempt(filling, enrolment, { number, startedAt, cohortId, knows: knowing, open })
    if (last.passed) certify(filling, person, enrolment, last, confirmer)
    if (last.passed || open) break
    startedAt = daysAfter(startedAt, 2 + roll.random() * 5)
  }
  return last?.endedAt
}

/** Most certificates stay in force. A few were revoked, or replaced because a name was wrong. */
function certify(
  filling: Filling,
  person: Person,
  release: Release,
  { id: attemptId, endedAt: issuedAt }: MadeAttempt,
  confirmer: Study['confirmer'],
): void {
  const { roll, now } = filling
  const fate = roll.random()
  const later = daysAfter(issuedAt, 10)
  if (fate > 0.05 || later > now) {
    addCertificate(filling, person, release, { attemptId, issuedAt, confirmer })
  } else if (fate > 0.015) {
    const reason = 'Nom mal écrit (démonstration)'
    const old = addCertificate(filling, person, release, { attemptId: null, issuedAt, reason, confirmer })
    addCertificate(filling, person, release, { attemptId, issuedAt: later, supersedes: old, confirmer })
  } else {
    const reason = 'Délivré par erreur (démonstration)'
    addCertificate(filling, person, release, { attemptId, issuedAt, revokedAt: later, reason, confirmer })
  }
}
