import 'server-only'
import { nameIn } from '@/domain/cohort/name-in'
import { AppError } from '@/domain/errors'
import type { LOCALES } from '@/domain/locale'
import type { Db } from '../db/client'
import type { CohortRow } from '../db/cohorts'
import { findInstitution } from '../db/institutions'
import { titleOf } from './courses'
import type { InvitationFacts } from './invite'

/** The facts about a cohort in letters, in each language. @throws {AppError} not-found */
export async function cohortFacts(db: Db, cohort: CohortRow): Promise<InvitationFacts> {
  const [institution, title] = await Promise.all([findInstitution(db, cohort.institutionId), titleOf(cohort)])
  if (!institution) throw new AppError('not-found', 'institution')
  const of = (locale: (typeof LOCALES)[number]) => ({
    institution: nameIn(institution, locale),
    course: title[locale],
  })
  return { ar: of('ar'), fr: of('fr'), en: of('en') }
}
