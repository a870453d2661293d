import { expect, it } from 'vitest'
import { citesOfModel } from '@/domain/library/model'
import { usableIn } from '@/domain/library/model-use'
import { reviewOf } from '@/domain/library/review-of'
import { LOCALES } from '@/domain/locale'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { listCourses, readCourse } from '@/server/content/read-course'
import { shippedLibrary } from '../support/shipped-content'

const root = process.cwd()
const library = shippedLibrary()
const models = Object.values(library.models)
const checklists = Object.values(library.procedureChecklists)
const lessons = new Set(
  listCourses(root).flatMap((id) => readCourse(root, id).course.lessons.map((lesson) => `${id}/${lesson.id}`)),
)

it('has a checklist for each step of the desk, and a model for each act', () => {
  expect(checklists.map(({ id }) => id)).toEqual([
    'opening',
    'search',
    'first-hearing',
    'reasons',
    'sentence',
    'compensation',
    'letter-rogatory',
  ])
  expect(models.map(({ id }) => id)).toEqual([
    'protection-order',
    'recovery-period-decision',
    'mention-in-report',
    'operative-part',
    'letter-rogatory',
  ])
})

it('names only lessons that exist, and each lesson on the procedure in court has a list', () => {
  const named = [...models, ...checklists].flatMap((entry) => entry.lessons)

  expect(named.filter((lesson) => !lessons.has(lesson))).toEqual([])
  for (const lesson of ['opening', 'digital-money', 'reasons', 'penalty', 'compensation', 'letters-rogatory'])
    expect(named).toContain(`trial/${lesson}`)
})

it.each([
  ['protection-order', ['cpp-82-5-1#1', 'cpp-82-5-1#2', 'cpp-82-5-1#3', 'cpp-82-4#2']],
  ['recovery-period-decision', ['cpp-82-5-1#4', 'cpp-82-5-1#5']],
  ['mention-in-report', ['cpp-82-4#1', 'cpp-82-4#2', 'cpp-24#3', 'l2714-5#1']],
  ['operative-part', ['cp-448-6#1', 'cp-448-6#2', 'cp-62#1.1', 'cp-62#1.2', 'cp-448-13#1', 'cp-448-13#2', 'cpp-436#1']],
  ['letter-rogatory', ['cpp-714#1', 'cpp-714#3', 'riyadh-16#1', 'riyadh-16#2', 'ctoc-18', 'cpp-123#5']],
])('cites in the model %s the provisions that it applies', (id, cites) => {
  const model = library.models[id]

  expect(model && citesOfModel(model)).toEqual(expect.arrayContaining(cites))
})

it('opens no model before a jurist has signed it', () => {
  for (const { id } of models) {
    const review = reviewOf(library, 'model', id)
    if (reviewedOn(review, 'legal', 'ar') === null) expect(usableIn(review, LOCALES), id).toEqual([])
  }
})

it('says for every sign what to ask and what to record, never in the same words', () => {
  const signs = Object.values(library.indicators).flatMap(({ indicators }) => indicators)

  expect(signs.length).toBe(64)
  for (const locale of LOCALES) {
    const said = signs.flatMap(({ ask, record }) => [ask[locale], record[locale]])
    expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([])
  }
})
