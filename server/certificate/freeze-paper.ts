import 'server-only'
import { createHash } from 'node:crypto'
import { MOST_COSIGNERS, type Paper, type Presence, paperEarned, type WorkStated } from '@/domain/certificate/paper'
import type { Course } from '@/domain/course/course'
import { certificateOf, examRuleOf } from '@/domain/course/graded'
import { lessonSteps } from '@/domain/course/lesson-steps'
import { AppError } from '@/domain/errors'
import type { Locale, Localized } from '@/domain/locale'
import { dayOf } from '@/domain/time/day'
import ar from '@/i18n/messages/ar.json'
import en from '@/i18n/messages/en.json'
import fr from '@/i18n/messages/fr.json'
import { findPartiesOf, findParty, insertPaper } from '../db/certificate/certificate-papers'
import { findPracticeAnswers } from '../db/practice/practice-answers'
import type { Sql } from '../db/sql'
import { partyOf } from './parties'
import { reviewOf } from './review-of'

type Earned = {
  attemptId: string
  enrolmentId: string
  issuedAt: Date
  course: Course
  /** The language in which the exam was handed in; null if it was not stored. */
  language: Locale | null
  /** The share of points that was reached. */
  score: number
}

/**
 * Fixes what the paper of an exam shows: its kind, and who issues and signs it on this day. Later changes of an
 * institution do not affect it. @returns the hash by which the certificate refers to it.
 */
export async function freezePaper(tx: Sql, earned: Earned): Promise<string> {
  const { attemptId, enrolmentId, issuedAt, course, language, score } = earned
  const [institution, ...cosigners] = (await findPartiesOf(tx, attemptId, dayOf(issuedAt))).map(partyOf)
  const kind = paperEarned(institution ? 'cohort' : 'alone', ['lessons', 'exam'])
  if (!kind) throw new AppError('conflict', 'no paper is earned by an exam')
  const paper: Paper = {
    kind,
    title: titleOf(kind, course.file),
    institution: institution ?? null,
    cosigners: cosigners.slice(0, MOST_COSIGNERS),
    exam: { language, passRate: examRuleOf(course).passRate, score, lawDate: course.file.lawDate },
    work: await workOf(tx, enrolmentId, course),
    review: reviewOf(course, language),
  }
  return storePaper(tx, paper)
}

/**
 * Fixes what an attestation of attendance shows: who issues and signs it on this day, and what it states. People who
 * were present in the same half-days share one paper. @throws {AppError} not-found
 */
export async function freezeAttestation(
  tx: Sql,
  { institutionId, presence, issuedAt }: { institutionId: string; presence: Presence; issuedAt: Date },
): Promise<string> {
  const kind = paperEarned('seminar', ['presence'])
  const party = await findParty(tx, institutionId, dayOf(issuedAt))
  if (!kind || !party) throw new AppError('not-found', 'institution of a seminar')
  return storePaper(tx, { kind, title: nameOf(kind), institution: partyOf(party), cosigners: [], presence })
}

/** The same paper with other half-days: who issued it stays. */
export async function freezeCorrected(tx: Sql, paper: Paper, presence: Presence): Promise<string> {
  return storePaper(tx, { ...paper, presence })
}

/** All steps of the course, whose lessons are completed, and how many questions of the lessons have an answer. */
async function workOf(tx: Sql, enrolmentId: string, { lessons }: Course): Promise<WorkStated> {
  const asked = new Set(lessons.flatMap(({ practice }) => practice.map(({ id }) => id)))
  const answers = await findPracticeAnswers(tx, enrolmentId)
  return {
    // The lessons have the same steps in each language.
    steps: lessons.flatMap((lesson) => lessonSteps(lesson, 'ar')).length,
    questions: answers.filter(({ questionId }) => asked.has(questionId)).length,
  }
}

async function storePaper(tx: Sql, paper: Paper): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(paper)).digest('hex')
  await insertPaper(tx, hash, paper)
  return hash
}

/** A course names its certificate; the other kinds of paper are named alike everywhere. */
export function titleOf(kind: Paper['kind'], file: Course['file']): Localized {
  return kind === 'certificate' ? certificateOf(file).title : nameOf(kind)
}

function nameOf(kind: Paper['kind']): Localized {
  // The translator cannot be loaded by programs that run without pages.
  return { ar: ar.certificate.kinds[kind], fr: fr.certificate.kinds[kind], en: en.certificate.kinds[kind] }
}
