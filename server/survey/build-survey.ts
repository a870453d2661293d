import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import type { Localized } from '@/domain/locale'
import {
  isChangeable,
  isOpeningDay,
  MOST_QUESTIONS,
  type SurveyKind,
  type SurveyQuestion,
  surveyState,
} from '@/domain/survey/survey'
import { changeOrder, type QuestionAct, type QuestionWords, withWords } from '@/domain/survey/survey-form'
import { SURVEY_TITLES, templateQuestions } from '@/domain/survey/templates'
import { type Day, dayOf } from '@/domain/time/day'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { requireOpen } from '../cohort/save-cohort'
import { currentRelease } from '../content/releases'
import { recordAct } from '../db/audit/audit'
import { db, type Tx } from '../db/client'
import { lockInstitution } from '../db/sign-on/sign-on-providers'
import {
  deleteSurvey,
  deleteTickets,
  findSeminarOwner,
  insertSurvey,
  lockSurvey,
  rewriteAnswers,
  type SurveyRow,
  updateSurvey,
} from '../db/survey/surveys'
import { findWaiting, takeWaiting } from '../db/survey/waiting-answers'
import { wake } from '../queue/wake'
import { askedAtOnce } from './asked-at-once'

type ToRun = Permit<'survey:run'>
/** What is asked about: a cohort, a seminar, or a course in all cohorts of the institution. */
export type AskedAbout = { cohortId: string } | { seminarId: string } | { courseId: string }

/** Begins a survey with the questions of its kind. @returns its id. @throws {AppError} not-found, conflict */
export async function createSurvey(
  { actor, target }: ToRun,
  about: AskedAbout,
  kind: SurveyKind,
  now: Date,
): Promise<string> {
  const { institutionId } = target
  const words = { kind, titles: SURVEY_TITLES[kind], questions: templateQuestions(kind, randomUUID) }
  return db().$transaction(async (tx) => {
    await requireAbout(tx, institutionId, about)
    const scope = { institutionId, cohortId: null, courseId: null, seminarId: null, ...about }
    return insertSurvey(tx, { ...scope, ...words }, actor.accountId, now)
  })
}

/** @throws {AppError} not-found, also for what belongs to another institution; conflict for an archived cohort */
async function requireAbout(tx: Tx, institutionId: string, about: AskedAbout): Promise<void> {
  if ('courseId' in about) {
    if (!(await currentRelease(about.courseId))) throw new AppError('not-found', 'course')
    return
  }
  const owner =
    'cohortId' in about
      ? (await requireOpen(tx, about.cohortId)).institutionId
      : isUuid(about.seminarId) && (await findSeminarOwner(tx, about.seminarId))
  if (owner !== institutionId) throw new AppError('not-found', 'cohort or seminar')
}

/** @throws {AppError} not-found; conflict once it has opened: everybody must be asked in the same words. */
export async function renameSurvey(permit: ToRun, surveyId: string, titles: Localized, now: Date): Promise<void> {
  await change(permit, surveyId, now, (tx) => updateSurvey(tx, surveyId, { titles }))
}

/**
 * Adds a question, or (`questionId`) changes the words of one. @throws {AppError} not-found; conflict once it has
 * opened, or if it would have more than `MOST_QUESTIONS`
 */
export async function saveQuestion(
  permit: ToRun,
  surveyId: string,
  questionId: string | null,
  words: QuestionWords,
  now: Date,
): Promise<void> {
  await change(permit, surveyId, now, async (tx, { questions }) => {
    const before = questionId === null ? null : requireQuestion(questions, questionId)
    const after = withWords(before, words, randomUUID)
    const list = before ? questions.map((one) => (one === before ? after : one)) : [...questions, after]
    if (list.length > MOST_QUESTIONS) throw new AppError('conflict', 'too many questions')
    await updateSurvey(tx, surveyId, { questions: list })
  })
}

/**
 * Moves a question, or takes it out. A second press of the same button changes nothing. @throws {AppError} not-found,
 * conflict
 */
export async function orderQuestions(
  permit: ToRun,
  surveyId: string,
  questionId: string,
  act: QuestionAct,
  now: Date,
): Promise<void> {
  await change(permit, surveyId, now, (tx, { questions }) =>
    updateSurvey(tx, surveyId, { questions: changeOrder(questions, questionId, act) }),
  )
}

/**
 * Schedules the day on which it opens by itself, today at the earliest.
 *
 * @returns null; or, if nothing was changed, the titles of another survey whose figures could be subtracted from those of
 * this one. @throws {AppError} not-found, conflict, invalid-input
 */
export async function scheduleSurvey(
  permit: ToRun,
  surveyId: string,
  opensOn: Day,
  now: Date,
): Promise<Localized | null> {
  const clash = await change(permit, surveyId, now, async (tx, survey) => {
    if (!isOpeningDay(opensOn, dayOf(now))) throw new AppError('invalid-input', 'day')
    if (survey.questions.length === 0) throw new AppError('conflict', 'a survey without questions')
    if (survey.opensOn === opensOn) return null
    // Of two that are scheduled at once, the second one finds the first.
    await lockInstitution(tx, survey.institutionId)
    const [other] = await askedAtOnce(tx, { ...survey, opensOn }, now)
    if (other) return other.titles
    await updateSurvey(tx, surveyId, { opensOn })
    await record(tx, permit, 'survey-scheduled', { surveyId, opensOn }, now)
    return null
  })
  if (!clash) await wake('surveys')
  return clash
}

/** Cancels the opening of a survey: it is a draft again. @throws {AppError} not-found, conflict */
export async function holdSurvey(permit: ToRun, surveyId: string, now: Date): Promise<void> {
  await change(permit, surveyId, now, (tx) => updateSurvey(tx, surveyId, { opensOn: null }))
}

/**
 * Ends a survey without figures. Its answers are deleted unread. A survey that has not opened is deleted altogether.
 *
 * @returns whether the survey itself was deleted. @throws {AppError} not-found; conflict once it has closed
 */
export async function withdrawSurvey(permit: ToRun, surveyId: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const survey = await requireOwn(tx, permit, surveyId)
    const state = surveyState(survey, now)
    if (state === 'withdrawn') return false
    if (isChangeable(state)) {
      await deleteSurvey(tx, surveyId)
      return true
    }
    if (state !== 'open') throw new AppError('conflict', 'a survey that has closed')
    await emptySurvey(tx, surveyId)
    await updateSurvey(tx, surveyId, { withdrawnAt: now })
    await record(tx, permit, 'survey-withdrawn', { surveyId }, now)
    return false
  })
}

async function emptySurvey(tx: Tx, surveyId: string): Promise<void> {
  await deleteTickets(tx, surveyId)
  await rewriteAnswers(tx, surveyId, [])
  await takeWaiting(tx, await findWaiting(tx, surveyId))
}

async function change<T>(
  permit: ToRun,
  surveyId: string,
  now: Date,
  act: (tx: Tx, survey: SurveyRow) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    const survey = await requireOwn(tx, permit, surveyId)
    if (!isChangeable(surveyState(survey, now))) throw new AppError('conflict', 'a survey that has opened')
    return act(tx, survey)
  })
}

/** Locks the survey and returns it. @throws {AppError} not-found, also for one of another institution */
async function requireOwn(tx: Tx, { target }: ToRun, surveyId: string): Promise<SurveyRow> {
  const survey = await lockSurvey(tx, surveyId, 'alone')
  if (survey?.institutionId !== target.institutionId) throw new AppError('not-found', 'survey')
  return survey
}

function requireQuestion(questions: readonly SurveyQuestion[], id: string): SurveyQuestion {
  const question = questions.find((one) => one.id === id)
  if (!question) throw new AppError('not-found', 'question')
  return question
}

async function record(
  tx: Tx,
  { actor, target }: ToRun,
  act: 'survey-scheduled' | 'survey-withdrawn',
  details: Record<string, string>,
  now: Date,
): Promise<void> {
  await recordAct(tx, { act, actorId: actor.accountId, institutionId: target.institutionId, details }, now)
}
