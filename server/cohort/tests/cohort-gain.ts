import 'server-only'
import { countedUntil, snapshotAt } from '@/domain/cohort/snapshot'
import { type GainReport, type Resampling, reportGain, type Scored } from '@/domain/cohort/statistics/gain-report'
import { seededGenerator } from '@/domain/cohort/statistics/seeded-generator'
import { TEST_FORMS, type TestForm } from '@/domain/cohort/test-standing'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import { gradeAnswer } from '@/domain/exam/grade-answer'
import type { ParallelForms } from '@/domain/exam/parallel-forms'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import type { Permit } from '../../auth/permit'
import { BoundedMap } from '../../bounded-map'
import { type LoadedRelease, loadRelease } from '../../content/releases'
import { db } from '../../db/client'
import { findTestForms } from '../../db/cohort-tests'
import type { CohortRow } from '../../db/cohorts'
import { findTestsTaken, type TestTaken } from '../../db/tests-taken'
import { keyOf } from './test-of'

export type CohortGain =
  /** The bank holds no two tests beside an exam. */
  | { status: 'impossible' }
  /** None were drawn; each would ask so many questions. */
  | { status: 'not-held'; questions: number }
  | { status: 'waiting'; questions: number }
  /** `snapshot`: the end of the day of which the figures are. */
  | { status: 'measured'; questions: number; snapshot: Date; report: GainReport }
type Measured = { snapshot: Date; report: GainReport } | null

const DRAWS = 2000

// As in `cohortLearning`: a snapshot never changes, and answers are graded for it once.
const snapshots = new BoundedMap<string, Promise<Measured>>(200)

/** What the two tests of a cohort come to, of the newest snapshot. */
export async function cohortGain(_: Permit<'statistics:read'>, cohort: CohortRow, now: Date): Promise<CohortGain> {
  const forms = await findTestForms(db(), cohort.id)
  const release = await loadRelease(cohort.releaseId)
  if (!forms) return offered(release)
  const { length: questions } = forms.before
  const measured = await measure(cohort, forms, release, countedUntil(cohort, now))
  return measured ? { status: 'measured', questions, ...measured } : { status: 'waiting', questions }
}

function offered({ course: { bank, exam } }: LoadedRelease): CohortGain {
  const blueprint = exam && testBlueprint(bank, exam)
  if (!blueprint) return { status: 'impossible' }
  return { status: 'not-held', questions: Object.values(blueprint.objectives).reduce((sum, count) => sum + count, 0) }
}

function measure(cohort: CohortRow, forms: ParallelForms, release: LoadedRelease, until: Date): Promise<Measured> {
  const key = `${cohort.id} ${until.getTime()}`
  const known = snapshots.get(key)
  if (known) return known
  const taking = takeSnapshot(cohort, forms, release, until)
  snapshots.set(key, taking)
  taking.catch(() => snapshots.delete(key))
  return taking
}

/** Dated by who has handed in both: nobody else is in the figures. */
async function takeSnapshot(
  cohort: CohortRow,
  forms: ParallelForms,
  release: LoadedRelease,
  until: Date,
): Promise<Measured> {
  const taken = await findTestsTaken(db(), cohort.id, until)
  const after = taken.filter(({ form }) => form === 'after')
  const times = after.map(({ handedInAt }) => handedInAt)
  const snapshot = snapshotAt(times, until)
  if (!snapshot) return null
  const counted = taken.filter(({ handedInAt }) => handedInAt < snapshot)
  const scores = scoresOf(counted, forms, release)
  const ids = (form: TestForm) => forms[form].map(({ questionId }) => questionId)
  return {
    snapshot,
    report: reportGain(scores, { before: ids('before'), after: ids('after') }, resamplingOf(cohort)),
  }
}

function scoresOf(taken: readonly TestTaken[], forms: ParallelForms, release: LoadedRelease) {
  const [before, after] = TEST_FORMS.map((form) =>
    taken.filter((one) => one.form === form).flatMap((one) => gradeTest(one, forms[form], release)),
  )
  return { before: before ?? [], after: after ?? [] }
}

/** Each question of a test, in its order: one left out scores 0. */
function gradeTest(
  { accountId, answers }: Pick<TestTaken, 'accountId' | 'answers'>,
  form: readonly DrawnQuestion[],
  release: LoadedRelease,
): Scored[] {
  return form.map((drawn, place) => ({
    personKey: accountId,
    questionId: drawn.questionId,
    score: gradeAnswer(keyOf(drawn, release), answers?.[place + 1] ?? null),
  }))
}

/** Seeded by the cohort, so that its intervals stay the same whenever one looks. */
function resamplingOf({ id }: CohortRow): Resampling {
  return { random: seededGenerator(Number.parseInt(id.slice(-8), 16)), draws: DRAWS }
}
