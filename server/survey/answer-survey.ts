import 'server-only'
import { AppError } from '@/domain/errors'
import type { Localized } from '@/domain/locale'
import { type SurveyKind, type SurveyQuestion, surveyState } from '@/domain/survey/survey'
import type { SurveyAnswers } from '@/domain/survey/survey-answers'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../auth/caller'
import { type Permit, permitToReadAccount } from '../auth/permit'
import { db, sql } from '../db/client'
import { findGuestSurveys } from '../db/survey/survey-guests'
import {
  findOwnSeminarSurvey,
  findOwnSurveys,
  findSurvey,
  findTicket,
  lockSurvey,
  type OwnSurvey,
  spendTicket,
} from '../db/survey/surveys'
import type { OpenSeminar } from '../seminar/open-seminar'
import { readSurveyToken, surveyPath } from './survey-link'
import { storeWaiting } from './waiting-answers'

/**
 * What a link opens, for anybody who has it: nothing in it reveals its person. `bad`: the link belongs to no survey.
 */
export type LinkedSurvey =
  | { state: 'open'; surveyId: string; ticketId: string; survey: AskedSurvey }
  | { state: 'received' | 'closed' | 'bad' }
export type AskedSurvey = { kind: SurveyKind; titles: Localized; questions: readonly SurveyQuestion[]; closesAt: Date }

export async function openSurveyLink(token: string, now: Date): Promise<LinkedSurvey> {
  const named = await readSurveyToken(token)
  const survey = named && (await findSurvey(db(), named.surveyId))
  if (!named || !survey) return { state: 'bad' }
  const { kind, titles, questions, closesAt } = survey
  if (surveyState(survey, now) !== 'open' || closesAt === null) return { state: 'closed' }
  const ticket = await findTicket(db(), named.ticketId)
  // The ticket was deleted with her account.
  if (ticket?.surveyId !== survey.id) return { state: 'closed' }
  return ticket.spent
    ? { state: 'received' }
    : { state: 'open', ...named, survey: { kind, titles, questions, closesAt } }
}

/**
 * Spends the ticket and stores the sealed answer in one transaction, so that neither is ever lost. If two devices send at once, one answer is taken. A
 * simultaneous closing waits for this transaction, or comes first.
 */
export async function answerSurvey(
  { surveyId, ticketId }: { surveyId: string; ticketId: string },
  answers: SurveyAnswers,
  now: Date,
): Promise<'taken' | 'received' | 'closed'> {
  return db().$transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId, 'shared')
    if (!survey || surveyState(survey, now) !== 'open') return 'closed'
    if (!(await spendTicket(tx, ticketId))) return 'received'
    await storeWaiting(tx, surveyId, answers)
    return 'taken'
  })
}

export type SurveyOffer = { path: string; titles: Localized; closesAt: Date }

/** The open surveys that wait for the person, with the same address as in her letter. */
export async function mySurveys(permit: Permit<'account:read'>, now: Date): Promise<SurveyOffer[]> {
  return offersOf(permit, null, now)
}

/** The open surveys of a seminar that wait for a registered person. Nobody else is asked. */
export async function mySurveysOfSeminar(
  caller: Caller,
  { seminar, reader }: OpenSeminar,
  now: Date,
): Promise<SurveyOffer[]> {
  if (reader.accountId === null || reader.registration !== 'registered') return []
  return offersOf(await permitToReadAccount(caller), seminar.id, now)
}

async function offersOf(
  { target }: Permit<'account:read'>,
  seminarId: string | null,
  now: Date,
): Promise<SurveyOffer[]> {
  return offered(await findOwnSurveys(sql(), target.accountId, seminarId, now))
}

/** The open surveys that wait for a guest, for anybody who has the link to her place. */
export async function surveysOfPlace({ id }: { id: string }, now: Date): Promise<SurveyOffer[]> {
  return offered(await findGuestSurveys(sql(), id, now))
}

function offered(own: readonly OwnSurvey[]): Promise<SurveyOffer[]> {
  return Promise.all(
    own.map(async ({ surveyId, ticketId, titles, closesAt }) => ({
      path: await surveyPath(surveyId, ticketId),
      titles,
      closesAt,
    })),
  )
}

/** The kinds of survey at the end of a seminar, and months later. */
export const SEMINAR_SURVEYS = {
  after: ['reaction', 'other'],
  later: ['later-3', 'later-6'],
} as const satisfies Record<string, readonly SurveyKind[]>

/** The address of the person's survey of a seminar. @throws {AppError} not-found if she has none (any more) */
export async function seminarSurveyPath(
  { target }: Permit<'account:read'>,
  seminarId: string,
  when: keyof typeof SEMINAR_SURVEYS,
): Promise<string> {
  const { accountId } = target
  const ticket = isUuid(seminarId)
    ? await findOwnSeminarSurvey(db(), { seminarId, accountId, kinds: SEMINAR_SURVEYS[when] })
    : null
  if (!ticket) throw new AppError('not-found', 'survey of a seminar')
  return surveyPath(ticket.surveyId, ticket.id)
}
