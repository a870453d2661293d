import { expect, it } from 'vitest'
import { lesson, libraryWith, localized, option, releasedFile, singleChoice } from '@/tests/support/course-factories'
import { decision, model, procedureChecklist, sign } from '@/tests/support/library-factories'
import { citationUses, countUses, NO_USES } from './citation-uses'
import type { Course } from './course'

const file = releasedFile
const course = (overrides: Partial<Course>, access: Course['file']['access'] = 'open') => ({
  file: { ...file, access },
  lessons: [],
  bank: [],
  ...overrides,
})
const bodies = (text: string) => ({ ar: text, fr: text, en: text })
const library = libraryWith()

it('lists a lesson once for an article that it cites often, in a paragraph or as a block', () => {
  const text =
    'See :cite[448-1]{id="cp-448-1#2"} and :cite[448-1]{id="cp-448-1"}.\n\n::law{cite="cp-448-1#1, cp-448-4#1.2"}'
  const uses = citationUses([course({ lessons: [lesson({ bodies: bodies(text) })] })], library)

  expect(uses.get('cp-448-1')?.lessons).toEqual([
    { course: 'fundamentals', lesson: 'offence', title: localized('title') },
  ])
  expect(uses.get('cp-448-4')?.lessons).toHaveLength(1)
})

it('lists a decision that a lesson cites', () => {
  const uses = citationUses(
    [course({ lessons: [lesson({ bodies: bodies(':cite[arrêt]{id="cedh-sm-2020"}') })] })],
    library,
  )

  expect(uses.get('cedh-sm-2020')?.lessons).toHaveLength(1)
})

it('finds practice questions by the citations in their fields, options and comments', () => {
  const question = singleChoice({
    cites: ['cp-448-1#2'],
    options: [option('a'), { ...option('b'), cites: ['cp-16'], feedback: localized(':cite[x]{id="cp-17"}') }],
  })
  const uses = citationUses([course({ lessons: [lesson({ bodies: bodies('text'), practice: [question] })] })], library)

  for (const id of ['cp-448-1', 'cp-16', 'cp-17']) {
    expect(uses.get(id)?.practice).toMatchObject([{ lesson: 'offence', question: question.id }])
  }
})

it('tells how many exam questions cite a provision and nothing else of them', () => {
  const bank = [singleChoice({ id: 'secret-1', stem: localized('secret') }), singleChoice({ id: 'secret-2' })]
  const uses = citationUses([course({ bank })], library)

  expect(uses.get('cp-448-1')?.examQuestions).toBe(2)
  expect(JSON.stringify([...uses])).not.toContain('secret')
})

it('leaves out what a closed course cites', () => {
  const closed = course(
    { lessons: [lesson({ bodies: bodies(':cite[x]{id="cp-448-1"}') })], bank: [singleChoice()] },
    'closed',
  )

  expect(citationUses([closed], library).get('cp-448-1')).toBeUndefined()
})

it('lists decisions, indicators, checklists and models that rest on a provision', () => {
  const indicator = sign({ id: 'i1', cites: ['cp-448-1#3'] })
  const uses = citationUses(
    [],
    libraryWith({
      procedureChecklists: { opening: procedureChecklist() },
      models: { order: model(), other: model({ id: 'other', parts: [] }) },
      decisions: { 'ma-tanger-2024': decision() },
      indicators: {
        general: {
          id: 'general',
          order: 1,
          title: localized('g'),
          lead: localized('g'),
          indicators: [indicator],
          lawDate: '2025-12-08',
        },
      },
    }),
  )

  expect(uses.get('cp-448-1')).toMatchObject({
    decisions: ['ma-tanger-2024'],
    indicators: [{ group: 'general', indicator: 'i1' }],
    checklists: ['opening'],
    models: ['order'],
  })
})

it('counts the places of an entry of every kind', () => {
  const place = { course: 'c', lesson: 'l', title: localized('title') }

  expect(countUses(NO_USES)).toBe(0)
  expect(
    countUses({
      lessons: [place],
      practice: [{ ...place, question: 'q', stem: localized('stem') }],
      examQuestions: 3,
      decisions: ['a', 'b'],
      briefs: [],
      indicators: [{ group: 'g', indicator: 'i', text: localized('text') }],
      checklists: ['opening'],
      models: ['a', 'b', 'c'],
    }),
  ).toBe(12)
})
