import 'server-only'
import { type GainReport, gainReportSchema, reportGain } from '@/domain/cohort/statistics/gain-report'
import { TEST_FORMS } from '@/domain/cohort/test-availability'
import { organiserState } from '@/domain/seminar/organiser'
import { testsCloseAt } from '@/domain/seminar/tests'
import type { Permit } from '../../auth/permit'
import { gradeTest, resamplingOf } from '../../cohort/tests/cohort-gain'
import { loadRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import { findSeminarTaken } from '../../db/cohort/tests-taken'
import { findSeminarForms, keepSeminarFigures, type OfSeminar, type SeminarForms } from '../../db/seminar/seminar-tests'
import type { SeminarRow } from '../../db/seminar/seminars'
import { testedCourse } from './test-of-seminar'

/**
 * The figures of the tests of a seminar. `none`: it has no tests. `waiting`: computed once the second test has closed.
 */
export type SeminarGain =
  | { status: 'none' | 'not-taken' }
  | { status: 'waiting'; from: Date }
  | { status: 'measured'; at: Date; report: GainReport }

/**
 * The figures of both tests, computed once after the second one has closed, and stored. There is only this one state
 * and no filter, so that nobody can subtract one figure from another.
 */
export async function seminarGain(_: Permit<'seminar:read'>, seminar: SeminarRow, now: Date): Promise<SeminarGain> {
  const tested = await testedCourse(seminar)
  if (!tested) return { status: 'none' }
  const from = testsCloseAt(seminar)
  if (now < from) return { status: 'waiting', from }
  const of = { seminarId: seminar.id, courseId: tested.courseId }
  const forms = await findSeminarForms(db(), of)
  if (!forms) return { status: 'not-taken' }
  if (forms.kept) return measured(forms.kept)
  const report = await measure(seminar, of, forms, from)
  if (await keepSeminarFigures(db(), of, report, from)) return { status: 'measured', at: from, report }
  const kept = (await findSeminarForms(db(), of))?.kept
  return kept ? measured(kept) : { status: 'not-taken' }
}

function measured({ at, figures }: { at: Date; figures: unknown }): SeminarGain {
  return { status: 'measured', at, report: gainReportSchema.parse(figures) }
}

async function measure(
  { id, institutionId, organisers }: SeminarRow,
  of: OfSeminar,
  forms: SeminarForms,
  until: Date,
): Promise<GainReport> {
  const together = organisers.filter((one) => organiserState(one) === 'accepted').map((one) => one.institutionId)
  const [release, taken] = await Promise.all([
    loadRelease(forms.releaseId),
    findSeminarTaken(sql(), of, [institutionId, ...together], until),
  ])
  const [before = [], after = []] = TEST_FORMS.map((form) =>
    taken.filter((test) => test.form === form).flatMap((test) => gradeTest(test, forms[form], release)),
  )
  const [first, second] = TEST_FORMS.map((form) => forms[form].map(({ questionId }) => questionId))
  return reportGain({ before, after }, { before: first ?? [], after: second ?? [] }, resamplingOf({ id }))
}
