import { randomUUID } from 'node:crypto'
import { type Course, courseSchema } from '@/domain/course/course'
import { type Permit, permitFor } from '@/server/auth/permit'
import { db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { handIn } from '@/server/exam/hand-in'
import { localized, singleChoice } from './course-factories'
import { insertPerson } from './people'

export const HANDED_IN = new Date('2026-11-24T10:00:00Z')

/** One lesson, and an exam of one question. */
export function smallCourse(id: string): Course {
  const file = {
    id,
    title: { ar: 'أساسيات مكافحة الاتجار بالبشر', fr: 'Les fondamentaux', en: 'Fundamentals' },
    summary: localized('summary'),
    audience: localized('audience'),
    objectives: [{ id: 'qualify', text: localized('qualify') }],
    lawDate: '2025-12-08',
    examMinutes: 30,
    languages: ['ar', 'fr', 'en'],
    outline: ['offence'],
    certificate: {
      title: { ar: 'شهادة إتمام التكوين عن بعد', fr: 'Certificat de formation à distance', en: 'Certificate' },
      hours: 2,
      issuer: { ar: 'منصة التكوين', fr: 'Plateforme de formation', en: 'Training platform' },
      signature: { role: { ar: 'مسؤول(ة) التكوين', fr: 'Responsable de la formation', en: 'Training officer' } },
    },
    credits: localized('credits'),
  }
  const lesson = {
    file: {
      id: 'offence',
      title: localized('t'),
      summary: localized('s'),
      minutes: 15,
      revision: 1,
      objectives: [localized('o')],
    },
    bodies: localized('body'),
    practice: [],
    signoff: [],
    hashes: localized('hash'),
  }
  const exam = { questions: 1, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 1 } }
  const bank = [singleChoice({ id: 'q1', correct: ['a'] })]
  return courseSchema.parse({ file, lessons: [lesson], exam, bank, provisions: {}, instruments: {}, terms: {} })
}

type Wanted = {
  nameArabic?: string
  nameLatin?: string
  /** Puts her into a cohort of the course; by default she takes it alone. */
  taught?: (who: { accountId: string; email: string; courseId: string }) => Promise<{ id: string }>
}

/** A learner with all lessons done and an attempt under way, whose one answer is right. */
export async function learnerInExam({ taught, ...names }: Wanted = {}) {
  const person = await insertPerson(names)
  const courseId = `course-${randomUUID()}`
  const content = smallCourse(courseId)
  const release = await db().release.create({
    data: { courseId, number: 3, contentHash: courseId, lawDate: HANDED_IN, languages: ['ar'], content },
  })
  const { accountId } = person
  const enrolment = await db().enrolment.create({ data: { accountId, courseId, releaseId: release.id } })
  await db().lessonState.create({
    data: { enrolmentId: enrolment.id, lessonId: 'offence', completedAt: HANDED_IN },
  })
  const cohort = taught ? await taught({ ...person, courseId }) : null
  const attempt = await db().attempt.create({
    data: { enrolmentId: enrolment.id, releaseId: release.id, number: 1, cohortId: cohort?.id ?? null },
  })
  await db().attemptQuestion.create({
    data: { attemptId: attempt.id, position: 1, questionId: 'q1', order: ['a', 'b', 'c'], answer: ['a'] },
  })
  return { ...person, courseId, attemptId: attempt.id, cohortId: cohort?.id ?? null }
}

type InExam = Omit<Awaited<ReturnType<typeof learnerInExam>>, 'cohortId'>

/** Hands the attempt in, as her browser does, at a known time. */
export async function handInNow({ accountId, sessionId, courseId, attemptId }: InExam): Promise<void> {
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  const permit: Permit<'exam:sit'> = permitFor(actor, 'exam:sit', { courseId, learnerId: accountId })
  const learner = await findLearner(sql(), accountId, courseId)
  const attempt = learner?.attempts.find(({ id }) => id === attemptId)
  if (!learner || !attempt) throw new Error('no such attempt')
  await handIn(permit, learner, attempt, 'fr')
  await db().attempt.update({ where: { id: attemptId }, data: { handedInAt: HANDED_IN } })
  await db().certificate.updateMany({ where: { attemptId }, data: { issuedAt: HANDED_IN } })
}

/** A learner who has just been issued her certificate. */
export async function certifiedLearner(wanted: Wanted = {}) {
  const learner = await learnerInExam(wanted)
  await handInNow(learner)
  const certificate = await db().certificate.findFirstOrThrow({ where: { accountId: learner.accountId } })
  const { courseId, releaseId } = certificate
  if (!courseId || !releaseId) throw new Error('a certificate of a course')
  return { ...learner, certificate: { ...certificate, courseId, releaseId } }
}
