import 'server-only'
import { type Actor, decide } from '@/domain/auth/policy'
import type { CaseFile, CaseKind, ReleasedCase } from '@/domain/case/case-file'
import { AppError } from '@/domain/errors'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { sql } from '../db/client'
import { findLearners } from '../db/course/learners'

export type FileOf<K extends CaseKind> = Extract<CaseFile, { kind: K }>
export type CaseOf<K extends CaseKind> = Omit<ReleasedCase, 'file'> & { file: FileOf<K> }
/** An invented file, with the release that contains it. */
export type FoundCase<K extends CaseKind> = { release: LoadedRelease; found: CaseOf<K> }

/** The invented files of one kind that a reader may open, of the newest releases, in the order of the catalogue. */
export async function readableCases<K extends CaseKind>(reader: Actor, kind: K): Promise<FoundCase<K>[]> {
  const [releases, learners] = await Promise.all([
    currentReleases(),
    reader.kind === 'person' ? findLearners(sql(), reader.accountId) : [],
  ])
  return releases
    .filter(({ courseId, course }) => {
      const learner = learners.find((one) => one.courseId === courseId) ?? null
      return decide(reader, 'course:read', { courseId, access: course.file.access, learner }) === 'allowed'
    })
    .flatMap((release) => casesIn(release, kind))
}

/** @throws {AppError} not-found, also for one of a course that is closed to her */
export async function readableCase<K extends CaseKind>(reader: Actor, kind: K, id: string): Promise<FoundCase<K>> {
  const found = (await readableCases(reader, kind)).find(({ found: { file } }) => file.id === id)
  if (!found) throw new AppError('not-found', `${kind} ${id}`)
  return found
}

/** The file of an earlier release; null if that release does not have it. */
export function caseIn<K extends CaseKind>(release: LoadedRelease, kind: K, id: string): CaseOf<K> | null {
  return casesIn(release, kind).find(({ found: { file } }) => file.id === id)?.found ?? null
}

function casesIn<K extends CaseKind>(release: LoadedRelease, kind: K): FoundCase<K>[] {
  return (release.course.cases ?? []).flatMap((found) => (isOfKind(found, kind) ? [{ release, found }] : []))
}

function isOfKind<K extends CaseKind>(found: ReleasedCase, kind: K): found is ReleasedCase & CaseOf<K> {
  return found.file.kind === kind
}
