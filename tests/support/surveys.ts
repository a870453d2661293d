import type { SurveyKind, SurveyQuestion } from '@/domain/survey/survey'
import type { SurveyAnswers } from '@/domain/survey/survey-answers'
import { dayOf, nextDay } from '@/domain/time/day'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { findSurvey } from '@/server/db/survey/surveys'
import { answerSurvey } from '@/server/survey/answer-survey'
import { createSurvey, scheduleSurvey } from '@/server/survey/build-survey'
import { closeSurveys, openSurvey } from '@/server/survey/run-surveys'
import { insertPlace, makeCohort, makeSchool, type School } from './cohorts'
import { insertPerson } from './people'
import { actorNow } from './staff'

const DAY_MS = 86_400_000

/** A school with a running cohort that has `people` members. */
export async function surveyedCohort(people: number, school?: School) {
  const own = school ?? (await makeSchool())
  const today = dayOf(new Date())
  const cohort = await makeCohort(own, { fields: { startsOn: nextDay(today, -30), endsOn: nextDay(today, 5) } })
  const accounts: string[] = []
  // The accounts share one password hash: to hash a password for each would take long.
  for (const person of await insertAccounts(people)) {
    await insertPlace(cohort, { status: 'active', ...person })
    accounts.push(person.accountId)
  }
  return { school: own, cohort, accounts }
}

async function insertAccounts(people: number) {
  if (people === 0) return []
  const { accountId } = await insertPerson({ locale: 'fr' })
  const { id: _, email, ...like } = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  const data = Array.from({ length: people - 1 }, (_, place) => ({ ...like, email: `${place}-${email}` }))
  const others = await db().account.createManyAndReturn({ data, select: { id: true, email: true } })
  return [{ accountId, email }, ...others.map((other) => ({ accountId: other.id, email: other.email }))]
}

export async function mayRun({ administrator, institutionId }: School) {
  return permitFor(await actorNow(administrator), 'survey:run', { institutionId })
}

/** A survey of the cohort that opened `daysAgo` days ago. @returns its id. */
export async function openedSurvey(
  school: School,
  cohort: CohortInCourse,
  { kind = 'reaction' as SurveyKind, daysAgo = 0 } = {},
): Promise<string> {
  const then = new Date(Date.now() - daysAgo * DAY_MS)
  const permit = await mayRun(school)
  const id = await createSurvey(permit, { cohortId: cohort.id }, kind, then)
  await scheduleSurvey(permit, id, dayOf(then), then)
  if (!(await openSurvey(id, then))) throw new Error('a survey that does not open')
  return id
}

export async function ticketOf(surveyId: string, accountId: string) {
  const { id } = await db().surveyTicket.findUniqueOrThrow({ where: { surveyId_accountId: { surveyId, accountId } } })
  return { surveyId, ticketId: id }
}

export async function questionsOf(surveyId: string): Promise<readonly SurveyQuestion[]> {
  return (await findSurvey(db(), surveyId))?.questions ?? []
}

/** These people answer, one after the other. */
export async function answerAll(
  surveyId: string,
  accounts: readonly string[],
  answersOf: (place: number, questions: readonly SurveyQuestion[]) => SurveyAnswers,
  now = new Date(),
): Promise<void> {
  const questions = await questionsOf(surveyId)
  for (const [place, accountId] of accounts.entries()) {
    const taken = await answerSurvey(await ticketOf(surveyId, accountId), answersOf(place, questions), now)
    if (taken !== 'taken') throw new Error(`an answer that was ${taken}`)
  }
}

/** Answers with `level` for every scale and `words` for every text. */
export function levelAndWords(questions: readonly SurveyQuestion[], level: string, words: string): SurveyAnswers {
  return Object.fromEntries(
    questions.flatMap(({ id, kind }) => (kind === 'scale' ? [[id, level]] : kind === 'text' ? [[id, words]] : [])),
  )
}

/** Closes all open surveys, as if 31 days had passed. */
export async function closeOpened(): Promise<void> {
  await closeSurveys(new Date(Date.now() + 31 * DAY_MS))
}
