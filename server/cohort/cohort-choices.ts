import 'server-only'
import type { Course } from '@/domain/course/course'
import type { Permit } from '../auth/permit'
import { currentReleases } from '../content/releases'
import { db } from '../db/client'
import { findRoleHolders, type RoleRow } from '../db/roles'

export type CohortChoices = { courses: readonly Course[]; tutors: readonly RoleRow[] }

/**
 * The options for a cohort of an institution: the courses with an exam or with enrolment, and the tutors of the
 * institution.
 */
export async function cohortChoices({
  target,
}: Permit<'cohort:create'> | Permit<'cohort:change'>): Promise<CohortChoices> {
  const [releases, holders] = await Promise.all([currentReleases(), findRoleHolders(db(), target.institutionId)])
  return {
    courses: releases.map(({ course }) => course).filter(({ file }) => file.access !== 'public'),
    tutors: holders.filter(({ role }) => role === 'tutor'),
  }
}
