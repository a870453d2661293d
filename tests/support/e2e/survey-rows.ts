import type { SurveyKind, SurveyQuestion } from '@/domain/survey/survey'
import { dayOf, nextDay } from '@/domain/time/day'
import { permitFor } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { findSurvey } from '@/server/db/survey/surveys'
import { createSurvey, scheduleSurvey } from '@/server/survey/build-survey'
import { closeSurveys, openSurvey } from '@/server/survey/run-surveys'
import { surveyPath } from '@/server/survey/survey-link'
import { cohortOf } from '../cohorts'
import { actorNow } from '../staff'

type Someone = { accountId: string; sessionId: string }

/**
 * A survey of a cohort that has not opened, one that is open, one that this keeps from opening, and one with figures.
 * `link`: that of one person who is asked.
 */
export async function makeSurveys(by: Someone, cohortId: string) {
  const { institutionId } = await cohortOf(cohortId)
  const permit = permitFor(await actorNow(by), 'survey:run', { institutionId })
  const make = (kind: SurveyKind) => createSurvey(permit, { cohortId }, kind, new Date())
  const opened = async (kind: SurveyKind) => {
    const id = await make(kind)
    await scheduleSurvey(permit, id, dayOf(new Date()), new Date())
    await openSurvey(id, new Date())
    return id
  }
  const closed = await opened('later-3')
  const questions = (await findSurvey(db(), closed))?.questions ?? []
  const data = Array.from({ length: 24 }, (_, place) => ({ surveyId: closed, answers: answersOf(questions, place) }))
  await db().surveyAnswer.createMany({ data })
  await db().survey.update({ where: { id: closed }, data: { closesAt: new Date(), asked: 30 } })
  await closeSurveys(new Date())
  const open = await opened('reaction')
  const ticket = await db().surveyTicket.findFirstOrThrow({ where: { surveyId: open } })
  const waiting = await make('reaction')
  const yesterday = new Date(nextDay(dayOf(new Date()), -1))
  await db().survey.update({ where: { id: waiting }, data: { opensOn: yesterday } })
  return { draft: await make('reaction'), waiting, open, closed, link: await surveyPath(open, ticket.id) }
}

function answersOf(questions: readonly SurveyQuestion[], place: number) {
  return Object.fromEntries(
    questions.map((question) => {
      if (question.kind === 'scale') return [question.id, String(4 - (place % 3))]
      if (question.kind === 'text') return [question.id, place % 2 ? 'المزيد من الحالات التطبيقية.' : 'Plus de temps.']
      const option = question.options[place % question.options.length]?.id ?? ''
      return [question.id, question.several ? [option] : option]
    }),
  )
}
