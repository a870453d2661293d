import 'server-only'
import type { Permit } from '../../auth/permit'
import { coursesOfCohorts } from '../../cohort/courses'
import { type CosignatureRow, findAskedOf } from '../../db/certificate/cosignatures'
import { db } from '../../db/client'
import { findFace, findSignatories } from '../../db/institution/institution-faces'

/** How many co-signatures one page lists. */
const ASKED_SHOWN = 50

/** What an institution shows of itself, its signatories, and the co-signatures asked of it, each with its courses. */
export async function readFace({ target: { institutionId } }: Permit<'face:change'>) {
  const [face, signatories, asked] = await Promise.all([
    findFace(db(), institutionId),
    findSignatories(db(), institutionId),
    findAskedOf(db(), institutionId, ASKED_SHOWN),
  ])
  return { face, signatories, asked: await withTitles(asked) }
}

async function withTitles(asked: readonly CosignatureRow[]) {
  const loaded = await coursesOfCohorts(asked.map(({ cohortId }) => cohortId))
  return asked.map((one) => ({
    ...one,
    courses: one.cohort.courses.flatMap(({ courseId, addedAt }) => {
      const course = loaded.get(one.cohortId)?.find((known) => known.courseId === courseId)
      return course ? [{ courseId, addedAt, title: course.release.course.file.title }] : []
    }),
  }))
}
