import 'server-only'
import { casePath, firstDecisionPath } from '@/domain/case/case-path'
import type { PracticeKind } from '@/domain/case/practice-kind'
import { practiceRefOf } from '@/domain/case/practice-ref'
import type { Course } from '@/domain/course/course'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Localized } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { currentReleases } from '../content/releases'
import { type NamedPractice, namedPractice, type Reading } from '../course/named-practice'
import { changesSince } from '../course/retired-case'
import { sql } from '../db/client'
import { findPractised } from '../db/practice/practice-done'

/** A file of a course, or one that she has begun or done. `path`: its address without the language. */
export type PracticeItem = {
  id: string
  title: Localized
  path: string
  /** The changes of the law since the file was written. A file with such a change is retired. */
  retired: readonly OutdatedCitation[]
}

/**
 * The invented files of a course, for everybody who may see its outline. A visitor is led to the first decision of each,
 * unless the course is closed: then a file needs an account.
 */
export function casesOf(
  { cases = [], file }: Pick<Course, 'cases' | 'file'>,
  { locale, now, signedIn }: Reading & { signedIn: boolean },
): PracticeItem[] {
  const isWhole = signedIn || file.access === 'closed'
  return cases.map((found) => ({
    id: found.file.id,
    title: found.file.title,
    path: isWhole ? casePath(found.file) : firstDecisionPath(casePath(found.file)),
    retired: changesSince(found, locale, now),
  }))
}

/** The practice that she has begun or completed, in one query. Practice that no longer exists is left out. */
export async function myPractice(
  { target }: Permit<'account:read'>,
  reading: Reading,
): Promise<(NamedPractice & { kind: PracticeKind; state: 'open' | 'done' })[]> {
  const [rows, releases] = await Promise.all([findPractised(sql(), target.accountId), currentReleases()])
  const cases = releases.flatMap(({ course }) => course.cases ?? [])
  return rows.flatMap(({ kind, caseId, open }) =>
    namedPractice([practiceRefOf(kind, caseId)], cases, reading).map((named) => ({
      ...named,
      kind,
      state: open ? ('open' as const) : ('done' as const),
    })),
  )
}
