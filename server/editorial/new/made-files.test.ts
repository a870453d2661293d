import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type CheckedQuestion, checkedQuestionSchema } from '@/domain/editorial/new-text-forms'
import { bankFiles, practiceFiles } from './made-files'
import { missingTranslations } from './missing-translations'

const FOLDER = 'courses/c/l'
const text = (words: string) => `---\nrevision: 3\n---\n\n## Head {#head}\n\n${words}\n\nLast.\n`
const FILES = new Map([
  [`${FOLDER}/ar.md`, text('ع')],
  [`${FOLDER}/fr.md`, text('f')],
  [`${FOLDER}/en.md`, text('e')],
  [`${FOLDER}/lesson.yaml`, 'id: l\nrevision: 3\n'],
])

function question(more: Record<string, unknown> = {}): CheckedQuestion {
  const each = (base: string, words: string) =>
    Object.fromEntries(['ar', 'fr', 'en'].map((locale) => [`${base}.${locale}`, words && `${words} ${locale}`]))
  const options = ['a', 'b', 'c', 'd'].map((id) => ({
    ...each(`text-${id}`, id === 'c' || id === 'd' ? '' : id),
    ...each(`feedback-${id}`, id === 'c' || id === 'd' ? '' : id),
    [`cites-${id}`]: id === 'a' ? 'cp-1#1, cp-2' : '',
  }))
  return checkedQuestionSchema.parse({
    ...{ draft: '0198c0de-0000-7000-8000-000000000001', questionId: 'q', kind: 'single', objective: 'o', pattern: '' },
    ...{ cites: 'cp-1', reread: 'l#head', place: '1', correct: ['b'] },
    ...Object.assign({}, each('stem', 's'), each('explanation', 'e'), ...options),
    ...more,
  })
}
const last = (file: string | undefined) => (parse(file ?? '') as unknown[]).at(-1)

describe('a practice question', () => {
  it('makes the file of questions where there is none, and stands after its block in each language', () => {
    const [practice, ...texts] = practiceFiles(FILES, FOLDER, question()) ?? []

    expect(practice).toMatchObject({ path: `${FOLDER}/practice.yaml`, baseHash: null, base: '' })
    expect(last(practice?.text)).toMatchObject({
      id: 'q',
      options: [{ id: 'a', cites: ['cp-1#1', 'cp-2'] }, { id: 'b' }],
    })
    expect(texts.map(({ text: made }) => made.split('\n\n')[3])).toEqual(Array(3).fill('::quiz{id="q"}'))
  })

  it.each(['# none yet\n- id: p\n', '[]\n', '\n'])('is added to the questions of %j', (file) => {
    const [practice] = practiceFiles(new Map(FILES).set(`${FOLDER}/practice.yaml`, file), FOLDER, question()) ?? []

    expect(practice?.text.startsWith(file.startsWith('#') ? file : '- id: q')).toBe(true)
    expect(last(practice?.text)).toMatchObject({ id: 'q' })
  })

  it.each(['99', '-1', 'b1', '1e3'])('has no place after the unknown block %j', (place) => {
    expect(practiceFiles(FILES, FOLDER, question({ place }))).toBeNull()
  })

  it('of the kind true or false uses these words as ids of its options', () => {
    const [practice] = practiceFiles(FILES, FOLDER, question({ kind: 'true-false' })) ?? []

    expect(last(practice?.text)).toMatchObject({ correct: ['false'], options: [{ id: 'true' }, { id: 'false' }] })
    expect(practice?.text).not.toContain('text:')
  })
})

it('puts a question of the bank only into a file of the bank', () => {
  const paths = ['courses/c/bank/one.yaml']
  expect(bankFiles(FILES, paths, question({ place: 'courses/c/exam.yaml' }))).toBeNull()
  expect(bankFiles(FILES, paths, question({ place: paths[0] }))).toMatchObject([{ path: paths[0] }])
})

describe('what is not translated', () => {
  it('is a language that a lesson or a file lacks, with its revision and the text to start from', () => {
    const files = new Map(FILES)
    files.delete(`${FOLDER}/ar.md`)
    files.set('courses/c/cases/k/fr.md', text('k')).set('courses/c/cases/k/case.yaml', 'revision: [\n')

    expect(missingTranslations(files, 'c')).toMatchObject([
      {
        kind: 'lesson',
        id: 'l',
        language: 'ar',
        path: `${FOLDER}/ar.md`,
        revision: 3,
        model: expect.stringMatching(/^## Head/),
      },
      { kind: 'case', id: 'k', language: 'ar', revision: 1 },
      { kind: 'case', id: 'k', language: 'en', revision: 1 },
    ])
  })

  it('is nothing where all is there, or where nothing is written', () => {
    expect(missingTranslations(FILES, 'c')).toEqual([])
    expect(missingTranslations(new Map([['courses/c/bank/one.yaml', '']]), 'c')).toEqual([])
  })
})
