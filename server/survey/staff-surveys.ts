import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Localized } from '@/domain/locale'
import { mayNamePerson } from '@/domain/survey/finds-person'
import { type SurveyKind, type SurveyQuestion, type SurveyState, surveyState, usualDay } from '@/domain/survey/survey'
import { MINIMUM_ANSWERS, type SurveyReport, surveyReportSchema } from '@/domain/survey/survey-report'
import { type Day, dayOf } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { currentRelease, currentReleases } from '../content/releases'
import { db, sql } from '../db/client'
import { findCohort } from '../db/cohort/cohorts'
import {
  countAnswers,
  findSeminarEnd,
  findSeminarsToAsk,
  findSurvey,
  findSurveys,
  findTexts,
  type SurveyRow,
} from '../db/survey/surveys'
import { countWaiting } from '../db/survey/waiting-answers'
import { waitsFor } from './asked-at-once'
import { closeSurveys } from './run-surveys'

/** The subject of a survey: the name of a cohort, or titles by language. */
export type SurveySubject = { cohort: string } | { titles: Partial<Localized> } | null
export type SurveyLine = {
  id: string
  institutionId: string
  kind: SurveyKind
  titles: Localized
  subject: SurveySubject
  state: SurveyState
  /** It is scheduled, and its day has passed. */
  late: boolean
  opensOn: Day | null
  closesAt: Date | null
}

/**
 * The surveys of an institution, of a cohort or of a seminar, the newest first. The caller must hold a permit for it.
 */
export async function listSurveys(
  _: Permit<'survey:read'> | Permit<'survey:run'>,
  where: Parameters<typeof findSurveys>[1],
  now: Date,
): Promise<SurveyLine[]> {
  return Promise.all((await findSurveys(db(), where)).map((row) => lineOf(row, now)))
}

/** What a survey of an institution may be about: the courses that its cohorts may have, and its seminars. */
export async function subjectsToAsk({ target }: Permit<'survey:run'>): Promise<{
  courses: { courseId: string; title: Localized }[]
  seminars: { id: string; titles: Partial<Localized> }[]
}> {
  const [releases, seminars] = await Promise.all([currentReleases(), findSeminarsToAsk(db(), target.institutionId)])
  const offered = releases.filter(({ course }) => course.file.access !== 'public')
  return { courses: offered.map(({ courseId, course }) => ({ courseId, title: course.file.title })), seminars }
}

async function lineOf(row: SurveyRow, now: Date): Promise<SurveyLine> {
  const { id, institutionId, kind, titles, opensOn, closesAt } = row
  const state = surveyState(row, now)
  return {
    id,
    institutionId,
    kind,
    titles,
    opensOn,
    closesAt,
    subject: await subjectOf(row),
    state,
    late: state === 'scheduled' && opensOn !== null && opensOn < dayOf(now),
  }
}

async function subjectOf({ cohortId, courseId, seminarId }: SurveyRow): Promise<SurveySubject> {
  if (cohortId) {
    const cohort = await findCohort(sql(), cohortId)
    return cohort && { cohort: cohort.name }
  }
  const titles = courseId
    ? (await currentRelease(courseId))?.course.file.title
    : seminarId && (await findSeminarEnd(db(), seminarId))?.titles
  return titles ? { titles } : null
}

/**
 * The texts that people wrote in answer to one question. `withheld`: the number of texts that are not shown because
 * they may name a person.
 */
export type SurveyTexts = { questionId: string; texts: readonly string[]; withheld: number }
export type SurveyView = SurveyLine & {
  questions: readonly SurveyQuestion[]
  /** The number of people who were asked. */
  asked: number | null
  /** While it is open, the number of answers so far; null if there are too few to disclose. */
  answered: number | null
  report: SurveyReport | null
  /** The open survey that kept it from opening on its day. */
  waitsFor: { titles: Localized; closesAt: Date } | null
  /** Only for staff who may run it; null for everybody else, and before there is a report. */
  texts: readonly SurveyTexts[] | null
  /** The day that the form proposes. */
  proposedDay: Day
  /** The reader may change it. */
  mayRun: boolean
}

/** A survey for its staff. If its time is over and the job has not closed it yet, it is closed now. */
export async function viewSurvey({ actor }: Permit<'survey:read'>, before: SurveyRow, now: Date): Promise<SurveyView> {
  const row = surveyState(before, now) === 'closing' ? await closed(before, now) : before
  const line = await lineOf(row, now)
  const mayRun = decide(actor, 'survey:run', { institutionId: row.institutionId }) === 'allowed'
  const report = row.hasFigures ? surveyReportSchema.parse(row.figures) : null
  const waits = line.state === 'scheduled' ? await findWhatItWaitsFor(row, now) : null
  return {
    ...line,
    waitsFor: waits,
    questions: row.questions,
    asked: row.asked,
    answered: line.state === 'open' ? await answeredSoFar(row.id) : null,
    report,
    texts: report && mayRun ? await textsOf(row, report) : null,
    proposedDay: waits ? dayOf(waits.closesAt) : (row.opensOn ?? usualDay(row.kind, await endOf(row, now), dayOf(now))),
    mayRun,
  }
}

async function findWhatItWaitsFor(row: SurveyRow, now: Date): Promise<SurveyView['waitsFor']> {
  const today = dayOf(now)
  if (row.opensOn === null || row.opensOn > today) return null
  const other = await waitsFor(sql(), { ...row, opensOn: today }, now)
  return other?.closesAt ? { titles: other.titles, closesAt: other.closesAt } : null
}

async function closed(row: SurveyRow, now: Date): Promise<SurveyRow> {
  await closeSurveys(now)
  return (await findSurvey(db(), row.id)) ?? row
}

async function answeredSoFar(surveyId: string): Promise<number | null> {
  const count = (await countAnswers(db(), surveyId)) + (await countWaiting(db(), surveyId))
  return count < MINIMUM_ANSWERS ? null : count
}

async function textsOf({ id, questions }: SurveyRow, report: SurveyReport): Promise<SurveyTexts[]> {
  const shown = report.questions.flatMap((figure) =>
    figure.kind === 'text' && figure.people.status === 'shown' ? [figure.id] : [],
  )
  return Promise.all(
    questions
      .filter((question) => shown.includes(question.id))
      .map(async (question): Promise<SurveyTexts> => {
        const written = await findTexts(sql(), id, question.id)
        const texts = written.filter((text) => !mayNamePerson(text))
        return { questionId: question.id, texts, withheld: written.length - texts.length }
      }),
  )
}

/** The last day of what is asked about; today for a course, which has none. */
async function endOf({ cohortId, seminarId }: SurveyRow, now: Date): Promise<Day> {
  if (cohortId) return (await findCohort(sql(), cohortId))?.endsOn ?? dayOf(now)
  const seminar = seminarId ? await findSeminarEnd(db(), seminarId) : null
  return dayOf(seminar?.endsAt ?? now)
}
