import 'server-only'
import { TEST_FORMS, type TestForm } from '@/domain/cohort/test-availability'
import { AppError } from '@/domain/errors'
import { drawParallelForms } from '@/domain/exam/parallel-forms'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import { type SeminarTestAvailability, seminarTestAvailability } from '@/domain/seminar/tests'
import type { Caller } from '../../auth/caller'
import { type Permit, requirePermission } from '../../auth/permit'
import type { SatTest } from '../../cohort/tests/sit-test'
import { keyOf } from '../../cohort/tests/test-of'
import { currentRelease, type LoadedRelease, loadRelease } from '../../content/releases'
import { db } from '../../db/client'
import type { SittingRow } from '../../db/cohort/cohort-tests'
import {
  findSeminarForms,
  findSeminarSittings,
  insertSeminarForms,
  insertSeminarSitting,
  type OfSeminar,
  type SeminarForms,
} from '../../db/seminar/seminar-tests'
import type { SeminarRow } from '../../db/seminar/seminars'
import { secureRandom } from '../../random'
import { openSeminar, type SeminarReader } from '../open-seminar'

/** A test of a seminar as one person meets it. It contains the keys, so it must stay on the server. */
export type SeminarTest = SatTest<SeminarTestAvailability> & {
  form: TestForm
  seminar: SeminarRow
  courseId: string
  release: LoadedRelease
}

/**
 * The course if the seminar has tests of its own. Null if its cohort has the tests, if the course is closed, or if its
 * bank is too small for them.
 */
export async function testedCourse({ courseId, cohortId }: SeminarRow): Promise<LoadedRelease | null> {
  if (courseId === null || cohortId !== null) return null
  const release = await currentRelease(courseId)
  if (!release || release.course.file.access === 'closed') return null
  const { bank, exam } = release.course
  return exam && testBlueprint(bank, exam) ? release : null
}

/**
 * The test of the caller, who must be registered. @throws {AppError} not-found, sign-in-required, unconfirmed,
 * forbidden
 */
export async function requireSeminarTest(
  caller: Caller,
  seminarId: string,
  name: string,
  now: Date,
): Promise<{ test: SeminarTest; permit: Permit<'test:sit'> }> {
  const form = TEST_FORMS.find((known) => known === name)
  if (!form) throw new AppError('not-found', 'test')
  const { seminar, reader } = await openSeminar(caller, seminarId)
  const test = await findTest(seminar, reader, form, now)
  const permit = await requirePermission(caller, 'test:sit', { seminarId, learnerId: test && reader.accountId })
  if (!test) throw new AppError('forbidden', 'no test of hers')
  return { test, permit }
}

async function findTest(
  seminar: SeminarRow,
  { accountId, registration }: SeminarReader,
  form: TestForm,
  now: Date,
): Promise<SeminarTest | null> {
  if (accountId === null || registration !== 'registered') return null
  const tested = await testedCourse(seminar)
  if (!tested) return null
  const of = { seminarId: seminar.id, courseId: tested.courseId }
  const [forms, sittings] = await Promise.all([formsOf(of, tested, now), findSeminarSittings(db(), of, accountId)])
  if (!forms) return null
  const release = await loadRelease(forms.releaseId)
  return {
    form,
    seminar,
    courseId: tested.courseId,
    release,
    questions: forms[form].map((drawn) => ({ ...drawn, key: keyOf(drawn, release) })),
    availability: seminarTestAvailability(form, { seminar, handedIn: handedInOf(sittings) }, now),
    sitting: sittings.find((sitting) => sitting.form === form) ?? null,
  }
}

/** Both forms are drawn once, when somebody first opens a test. Afterwards they never change. */
async function formsOf(of: OfSeminar, release: LoadedRelease, now: Date): Promise<SeminarForms | null> {
  const drawn = await findSeminarForms(db(), of)
  if (drawn) return drawn
  const { bank, exam } = release.course
  const blueprint = exam && testBlueprint(bank, exam)
  const forms = blueprint && drawParallelForms(bank, blueprint, secureRandom)
  if (!forms) return null
  await insertSeminarForms(db(), of, { ...forms, releaseId: release.id }, now)
  return findSeminarForms(db(), of)
}

const handedInOf = (sittings: readonly SittingRow[]) => ({
  before: sittings.find(({ form }) => form === 'before')?.handedInAt ?? null,
  after: sittings.find(({ form }) => form === 'after')?.handedInAt ?? null,
})

/** Whether each test of a seminar that has them is open to a registered person; null for everybody else. */
export async function ownTests(
  seminar: SeminarRow,
  { accountId, registration }: SeminarReader,
  courseId: string,
  now: Date,
): Promise<Readonly<Record<TestForm, SeminarTestAvailability>> | null> {
  if (accountId === null || registration !== 'registered') return null
  const handedIn = handedInOf(await findSeminarSittings(db(), { seminarId: seminar.id, courseId }, accountId))
  const stateOf = (form: TestForm) => seminarTestAvailability(form, { seminar, handedIn }, now)
  return { before: stateOf('before'), after: stateOf('after') }
}

/** Begins the test, or returns to it. @throws {AppError} already-handed-in, conflict if it is closed to her */
export async function startSeminarTest(
  { actor }: Permit<'test:sit'>,
  { seminar, courseId, form, availability }: SeminarTest,
  now: Date,
): Promise<void> {
  if (availability.status === 'handed-in') throw new AppError('already-handed-in')
  if (availability.status === 'closed') throw new AppError('conflict', `test closed: ${availability.why}`)
  await insertSeminarSitting(db(), { seminarId: seminar.id, courseId, accountId: actor.accountId, form }, now)
}
