import 'server-only'
import { casePath, firstDecisionPath } from '@/domain/case/case-path'
import type { PracticeKind } from '@/domain/case/practice-kind'
import { practiceRefOf } from '@/domain/case/practice-ref'
import type { Course } from '@/domain/course/course'
import type { PracticeAction, PracticeFile, PracticeState } from '@/domain/practice/practice-file'
import type { Permit } from '../auth/permit'
import { currentReleases } from '../content/releases'
import { type NamedPractice, namedPractice, type Reading } from '../course/named-practice'
import { changesSince } from '../course/retired-case'
import { sql } from '../db/client'
import { findPractised } from '../db/practice/practice-done'

/** A file of a course, with the first thing that can be done with it. */
type CourseFile = Pick<PracticeFile, 'title' | 'lead' | 'retired'> & PracticeAction

/**
 * The invented files of a course, for everybody who may see its outline. A visitor is led to the first decision of each,
 * unless the course is closed: then a file needs an account.
 *
 * @param practised what the reader has begun or completed; empty for a visitor.
 */
export function casesOf(
  { cases = [], file }: Pick<Course, 'cases' | 'file'>,
  practised: readonly { path: string; state: PracticeState }[],
  { locale, now, signedIn }: Reading & { signedIn: boolean },
): CourseFile[] {
  const isWhole = signedIn || file.access === 'closed'
  return cases.map((found) => {
    const path = casePath(found.file)
    return {
      title: found.file.title,
      lead: found.file.lead,
      path: isWhole ? path : firstDecisionPath(path),
      kind: found.file.kind,
      state: practised.find((one) => one.path === path)?.state ?? 'new',
      retired: changesSince(found, locale, now),
    }
  })
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
