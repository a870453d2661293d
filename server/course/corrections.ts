import 'server-only'
import { type Announced, announcedTo } from '@/domain/course/announced'
import type { Permit } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { type Corrections, findCorrections, insertNoted } from '../db/course/corrections'

/** The corrections of texts that a learner had read before, and of which she has not taken note. */
export type CourseCorrections = { release: LoadedRelease; announced: readonly Announced[] }

export function unnotedOf({ releases, lessons }: Corrections): Announced[] {
  const noted = new Set(releases.filter((release) => release.noted).map(({ id }) => id))
  return announcedTo(releases, lessons).filter(({ releaseId }) => !noted.has(releaseId))
}

/** Computed at each request: publishing a correction changes no learner's row. */
export async function myCorrections({ target }: Permit<'account:read'>): Promise<CourseCorrections[]> {
  const courses = (await findCorrections(sql(), target.accountId)).map(({ releaseId, corrections }) => ({
    releaseId,
    announced: unnotedOf(corrections),
  }))
  return Promise.all(
    courses
      .filter(({ announced }) => announced.length > 0)
      .map(async ({ releaseId, announced }) => ({ announced, release: await loadRelease(releaseId) })),
  )
}

/** Records that she has read the corrections of these releases. Later corrections stay announced. */
export async function noteCorrections(
  { target }: Permit<'account:read'>,
  courseId: string,
  releaseIds: readonly string[],
  now: Date,
): Promise<void> {
  await insertNoted(sql(), { accountId: target.accountId, courseId, releaseIds }, now)
}
