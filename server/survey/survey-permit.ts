import 'server-only'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import { db, sql } from '../db/client'
import { findCohort } from '../db/cohort/cohorts'
import { findSurvey, type SurveyRow } from '../db/survey/surveys'

type Named = { institution: string; survey: string }

/**
 * A survey of the institution with the permit to read its figures. One of another institution and one that does not
 * exist give the same error. @throws {AppError} not-found, or as requirePermission does
 */
export async function requireSurvey(
  caller: Caller,
  { institution: institutionId, survey: surveyId }: Named,
): Promise<{ survey: SurveyRow; permit: Permit<'survey:read'> }> {
  const found = isUuid(surveyId) ? await findSurvey(db(), surveyId) : null
  const survey = found?.institutionId === institutionId ? found : null
  const cohort = survey?.cohortId ? await findCohort(sql(), survey.cohortId) : null
  const permit = await requirePermission(caller, 'survey:read', { institutionId, tutorIds: cohort?.tutorIds ?? [] })
  if (!survey) throw new AppError('not-found', 'survey')
  return { survey, permit }
}

/** The same with the permit to change it. @throws {AppError} not-found, or as requirePermission does */
export async function requireSurveyToRun(
  caller: Caller,
  { institution: institutionId, survey: surveyId }: Named,
): Promise<{ survey: SurveyRow; permit: Permit<'survey:run'> }> {
  const permit = await requirePermission(caller, 'survey:run', { institutionId })
  await requireInstitution(institutionId)
  const survey = isUuid(surveyId) ? await findSurvey(db(), surveyId) : null
  if (survey?.institutionId !== institutionId) throw new AppError('not-found', 'survey')
  return { survey, permit }
}
