import 'server-only'
import { courseMinutes, trainingHours } from '@/domain/course/duration'
import { AppError } from '@/domain/errors'
import type { LOCALES } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Db } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { findFace } from '../db/institution/institution-faces'
import { findInstitution } from '../db/institution/institutions'
import { coursesOf, titleOf } from './courses'
import type { InvitationFacts } from './invite'

/** The facts about a cohort in letters, in each language. @throws {AppError} not-found */
export async function cohortFacts(db: Db, cohort: CohortRow): Promise<InvitationFacts> {
  const [institution, title, courses, face] = await Promise.all([
    findInstitution(db, cohort.institutionId),
    titleOf(cohort),
    coursesOf(cohort),
    findFace(db, cohort.institutionId),
  ])
  if (!institution) throw new AppError('not-found', 'institution')
  const of = (locale: (typeof LOCALES)[number]) => ({
    institution: nameIn(institution, locale),
    course: title[locale],
  })
  const minutes = courses.reduce((sum, { release }) => sum + courseMinutes(release.course), 0)
  const { startsOn, endsOn } = cohort
  const { helpEmail, helpPhone } = face
  const invited = { startsOn, endsOn, hours: trainingHours(minutes), helpEmail, helpPhone }
  return { ar: of('ar'), fr: of('fr'), en: of('en'), invited }
}
