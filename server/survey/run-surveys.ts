import 'server-only'
import type { Letter, SurveyLetterKind } from '@/domain/letter/letter'
import { isLocale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { shuffle } from '@/domain/shuffle'
import { shuffleAnswers } from '@/domain/survey/shuffle-answers'
import { closingOfSurvey, REMINDER_AFTER_DAYS, surveyState } from '@/domain/survey/survey'
import { reportSurvey } from '@/domain/survey/survey-report'
import { dayOf, nextDay, startOfDay } from '@/domain/time/day'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { lockInstitution } from '../db/sign-on/sign-on-providers'
import { insertGuestTickets, lockSurveyGuests, type SurveyGuest } from '../db/survey/survey-guests'
import {
  deleteTickets,
  findAnswers,
  findSurveysToClose,
  findSurveysToOpen,
  freeDeletedRows,
  insertTickets,
  lockSurvey,
  lockSurveyReaders,
  markTold,
  rewriteAnswers,
  type SurveyReader,
  updateSurvey,
} from '../db/survey/surveys'
import { logBug } from '../log'
import { type BudgetLetter, storeAllNecessary, storeWithinBudget } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { secureRandom } from '../random'
import { waitsFor } from './asked-at-once'
import { surveyLink } from './survey-link'
import { mixAnswers, openWaiting } from './waiting-answers'

/**
 * Opens the surveys that are due, closes those that are over, mixes the answers to those that are open, and writes the
 * letters. A failed step does not stop the next.
 */
export async function runSurveys(now: Date): Promise<void> {
  for (const id of await findSurveysToOpen(db(), dayOf(now))) await unlessBroken(() => openSurvey(id, now))
  await unlessBroken(() => closeSurveys(now))
  await unlessBroken(() => mixAnswers(now))
  await tellSurveys(now)
}

async function unlessBroken(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error) => logBug(error, { job: 'surveys' }))
}

/**
 * Opens a scheduled survey and fixes the people who are asked. It stays scheduled while there is nobody to ask, and while
 * another one is open from which its figures could be subtracted. @returns whether it opened.
 */
export async function openSurvey(id: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const survey = await lockSurvey(tx, id, 'alone')
    if (!survey || surveyState(survey, now) !== 'scheduled') return false
    const { institutionId, seminarId } = survey
    // Of two that open at once, the second one finds the first.
    await lockInstitution(tx, institutionId)
    if (await waitsFor(tx, { ...survey, opensOn: dayOf(now) }, now)) return false
    const guests = seminarId ? () => insertGuestTickets(tx, { id, institutionId, seminarId }) : () => 0
    const asked = (await insertTickets(tx, survey, dayOf(now))) + (await guests())
    if (asked === 0) return false
    await updateSurvey(tx, id, { openedAt: now, closesAt: closingOfSurvey(dayOf(now)), asked })
    await recordAct(tx, { act: 'survey-opened', actorId: null, institutionId, details: { surveyId: id } }, now)
    return true
  })
}

/** Closes the surveys whose time is over. @returns how many. */
export async function closeSurveys(now: Date): Promise<number> {
  let closed = 0
  for (const id of await findSurveysToClose(db(), now)) if (await closeSurvey(id, now)) closed++
  if (closed > 0) await freeDeletedRows(sql())
  return closed
}

/**
 * Computes the figures, once, and removes what links an answer to a person: the answers to each question are rewritten
 * in a random order, and the tickets are deleted. Afterwards nobody can tell even who has answered.
 *
 * @see docs/decisions/0057-anonymous-surveys.md
 */
async function closeSurvey(id: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const survey = await lockSurvey(tx, id, 'alone')
    if (!survey || surveyState(survey, now) !== 'closing') return false
    const answers = [...(await findAnswers(tx, id)), ...(await openWaiting(tx, id))]
    const figures = reportSurvey(survey.questions, answers, survey.asked ?? 0)
    const questionIds = survey.questions.map((question) => question.id)
    const rows = shuffle(shuffleAnswers(answers, questionIds, secureRandom), secureRandom)
    await rewriteAnswers(tx, id, rows)
    await deleteTickets(tx, id)
    await updateSurvey(tx, id, { figures })
    return true
  })
}

/** The number of people in one transaction: if the process is killed, little is lost, and nobody gets two letters. */
const AT_ONCE = 500

/**
 * Writes a letter when a survey is open, and one reminder after two weeks, within the budget of each person. Guests
 * have no budget and get only the first letter. @returns the number of letters.
 */
export async function tellSurveys(now: Date): Promise<number> {
  const remindAfter = startOfDay(nextDay(dayOf(now), 1 - REMINDER_AFTER_DAYS))
  const people = (await tellAll('told', null, now)) + (await tellAll('reminded', remindAfter, now))
  const written = people + (await tellGuests(now))
  if (written > 0) await wake('mail')
  return written
}

async function tellAll(what: 'told' | 'reminded', remindAfter: Date | null, now: Date): Promise<number> {
  let written = 0
  for (;;) {
    const { people, letters } = await db().$transaction(async (tx) => {
      const readers = await lockSurveyReaders(tx, remindAfter, now, AT_ONCE)
      const kind = what === 'told' ? 'surveyOpen' : 'surveyReminder'
      const fates = await storeWithinBudget(tx, await Promise.all(readers.map((one) => letterTo(one, kind))), now)
      await markTold(
        tx,
        readers.map(({ ticketId }) => ticketId),
        what,
      )
      return { people: readers.length, letters: fates.filter(({ fate }) => fate === 'goes').length }
    })
    written += letters
    if (people < AT_ONCE) return written
  }
}

async function tellGuests(now: Date): Promise<number> {
  let written = 0
  for (;;) {
    const some = await db().$transaction(async (tx) => {
      const guests = await lockSurveyGuests(tx, now, AT_ONCE)
      const letters = guests.map(async (one) => ({
        letter: await letterAbout(one, 'surveyGuest'),
        refs: { accountId: null },
      }))
      if (guests.length > 0) await storeAllNecessary(tx, await Promise.all(letters), now)
      const told = guests.map(({ ticketId }) => ticketId)
      await markTold(tx, told, 'told')
      return guests.length
    })
    written += some
    if (some < AT_ONCE) return written
  }
}

async function letterTo(reader: SurveyReader, kind: 'surveyOpen' | 'surveyReminder'): Promise<BudgetLetter> {
  return { accountId: reader.accountId, letter: await letterAbout(reader, kind) }
}

async function letterAbout<Kind extends SurveyLetterKind>(
  reader: SurveyReader | SurveyGuest,
  kind: Kind,
): Promise<Letter<Kind>> {
  const { email, surveyId, ticketId, titles, closesAt, institutionArabic, institutionLatin } = reader
  const locale = isLocale(reader.locale) ? reader.locale : 'ar'
  const about = {
    survey: titles[locale],
    institution: nameIn({ nameArabic: institutionArabic, nameLatin: institutionLatin }, locale),
    // The last moment at which it is open, not the first at which it is closed.
    until: new Date(closesAt.getTime() - 1).toISOString(),
    surveyId,
  }
  const link = await surveyLink(surveyId, ticketId, locale)
  return { kind, to: email, name: nameIn(reader, locale), locale, link, about }
}
