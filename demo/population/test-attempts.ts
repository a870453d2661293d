import 'server-only'
import { TEST_FORMS, type TestForm } from '@/domain/cohort/test-availability'
import type { Course } from '@/domain/course/course'
import { drawParallelForms, type ParallelForms } from '@/domain/exam/parallel-forms'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import type { QuestionKey } from '@/domain/question/question'
import { addAct } from './act'
import type { Institution } from './institution'
import { inventedAnswer } from './invented-answer'
import type { SimulatedAnswer } from './irt-traits'
import type { Staff } from './staff'
import type { Release, TableBatch } from './table-batch'

export type Tests = { cohortId: string; courseId: string; forms: ParallelForms; keys: ReadonlyMap<string, QuestionKey> }

type Of = { id: string; institution: Institution; staff: Staff; release: Release; createdAt: Date }

/** Draws the tests of a cohort; null if its bank is too small. */
export function addTests(batch: TableBatch, cohort: Of): Tests | null {
  const { id: cohortId, institution, staff, createdAt } = cohort
  const { bank, exam } = cohort.release.course
  const courseId = cohort.release.course.file.id
  const forms = draw(bank, exam, batch)
  if (!forms) return null
  const [before, after] = TEST_FORMS.map((form) => JSON.stringify(forms[form]))
  batch.tables.TestForms.push({
    cohortId,
    courseId,
    releaseId: cohort.release.id,
    drawnAt: createdAt,
    before: before ?? '',
    after: after ?? '',
  })
  const facts = {
    institutionId: institution.id,
    actorId: staff.administrator.accountId,
    details: { cohortId, courseId },
  }
  addAct(batch, { act: 'tests-drawn', at: createdAt, ...facts })
  return { cohortId, courseId, forms, keys: new Map(bank.map((question) => [question.id, question])) }
}

function draw(bank: Course['bank'], exam: Course['exam'], { rng }: TableBatch): ParallelForms | null {
  const blueprint = exam && testBlueprint(bank, exam)
  return blueprint && drawParallelForms(bank, blueprint, rng.random)
}

type Taken = { accountId: string; form: TestForm; at: Date; simulate: (question: QuestionKey) => SimulatedAnswer }

/** A test that a learner took and handed in. Now and then a question is left out. */
export function addTest({ tables, rng }: TableBatch, tests: Tests, { accountId, form, at, simulate }: Taken): void {
  const sittingId = rng.uuid(at)
  tables.TestSitting.push({
    id: sittingId,
    cohortId: tests.cohortId,
    courseId: tests.courseId,
    accountId,
    form,
    startedAt: at,
    handedInAt: at,
  })
  tests.forms[form].forEach(({ questionId }, place) => {
    const question = tests.keys.get(questionId)
    if (!question || rng.chance(0.03)) return
    const answer = JSON.stringify(inventedAnswer(question, simulate(question).right, rng))
    tables.TestAnswer.push({ sittingId, position: place + 1, answer, answeredAt: at })
  })
}
