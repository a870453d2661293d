import 'server-only'
import { AppError } from '@/domain/errors'
import type { LOCALES } from '@/domain/locale'
import { loadRelease } from '../content/releases'
import type { Db } from '../db/client'
import type { CohortRow } from '../db/cohorts'
import { findInstitution } from '../db/institutions'
import type { InvitationFacts } from './invite'

/** The facts about a cohort in letters, in each language. @throws {AppError} not-found */
export async function cohortFacts(db: Db, cohort: CohortRow): Promise<InvitationFacts> {
  const [institution, release] = await Promise.all([
    findInstitution(db, cohort.institutionId),
    loadRelease(cohort.releaseId),
  ])
  if (!institution) throw new AppError('not-found', 'institution')
  const of = (locale: (typeof LOCALES)[number]) => ({
    institution: locale === 'ar' ? institution.nameArabic : institution.nameLatin,
    course: release.course.file.title[locale],
  })
  return { ar: of('ar'), fr: of('fr'), en: of('en') }
}
