import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftQuestion } from '@/domain/course/exchange/imported-question'
import { LOCALES, type Locale } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { draftsIn, keyed } from '@/tests/support/bank-drafts'
import {
  computing,
  localized,
  matching,
  multipleChoice,
  option,
  ordering,
  ranking,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { anyQuestion } from '@/tests/support/question-arbitraries'
import { exportBank } from './export-bank'
import { draftBank, readBankFile } from './import-bank'

const TITLE = { ar: 'الكشف', fr: 'Détection / orientation', en: 'Detection' }
const write = (questions: readonly QuestionKey[], locale: Locale = 'fr') =>
  exportBank({ title: TITLE, questions }, locale, 'gift')
const read = (text: string, language: Locale = 'fr') => readBankFile(language, 'gift', [text])
const bodies = (text: string) => read(text).questions

describe('a bank in GIFT', () => {
  it('escapes the special characters of GIFT', () => {
    const { text } = write([singleChoice({ stem: localized('a = b ~ {c} #1: \\d') })], 'en')
    expect(text).toContain('a \\= b \\~ \\{c\\} \\#1\\: \\\\d')
    expect(text).toContain('$CATEGORY: $course$/top/Detection (en)/qualify')
  })

  it('marks the right answers of each kind, choices with their comments', () => {
    const gift = (key: QuestionKey) => write([key], 'en').text
    expect(gift(singleChoice())).toMatch(/\n\t=<p.*text a<\/p>#<p.*text feedback a<\/p>\n\t~<p.*text b/)
    expect(gift(multipleChoice())).toMatch(/\n\t~%50%.*text a.*\n\t~%50%.*text b.*\n\t~%-50%.*text c/)
    expect(gift(trueFalse())).toMatch(/\{TRUE#.*text false<.*#.*text true</)
    expect(gift(matching())).toMatch(/\n\t=<p.* -> text [a-z]/)
  })

  it('writes an order as the place of each step, and reports it', () => {
    const { text, told } = write([ordering()], 'en')
    expect(text.match(/ -> \d/g)).toEqual(ordering().correct.map((_, at) => ` -> ${at + 1}`))
    expect(told).toEqual([{ id: 'q1', why: expect.stringContaining('matching') }])
  })
})

/** The kinds that GIFT has too. */
const KEPT_KINDS: ReadonlySet<string> = new Set(['single', 'multiple', 'true-false', 'matching'])
/** Words with the characters that have a meaning in GIFT or in HTML. */
const hostile = fc
  .array(fc.constantFrom('a', 'ب', ' ', ...'=~#{}:%&<>/"', '\\', '->', '####', '\\n', '::', '//', 'TRUE'), {
    maxLength: 8,
  })
  .map((parts) => `x${parts.join('')}x`.replace(/:(?=[a-z])/g, ': '))

describe('a bank that went out as GIFT', () => {
  it('comes back as it was, in three languages, for any question', () => {
    fc.assert(
      fc.property(anyQuestion, (key) => {
        fc.pre(KEPT_KINDS.has(key.kind) && write([key]).questions > 0)
        const { files, lost } = draftBank(LOCALES.map((locale) => read(write([key], locale).text, locale)))
        const [back] = draftsIn(files)
        expect(lost).toEqual([])
        expect(back).toMatchObject({ id: key.id, kind: key.kind, objective: key.objective, stem: key.stem })
        expect(keyed(back as DraftQuestion)).toEqual(keyed(key))
      }),
    )
  })

  it('keeps words with any characters', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (stem, one, other) => {
        const options = [option('a', localized(one)), option('b', localized(`${other} y`)), option('c')]
        const [choice, pairs] = [singleChoice({ stem: localized(stem), options }), matching({ id: 'q2', options })]
        const back = bodies(write([choice, pairs], 'en').text)
        const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()
        expect(back.map((question) => 'options' in question && question.options.map(({ text }) => text))).toEqual([
          [one, `${other} y`, 'c'].map((text) => spaced(localized(text).en)),
          [one, `${other} y`, 'c'].map((text) => spaced(localized(text).en)),
        ])
        expect(back[0]?.stem).toBe(spaced(localized(stem).en))
      }),
    )
  })

  it('names the order that became places', () => {
    for (const key of [ordering(), ranking({ options: [option('a'), option('b'), option('c')] })]) {
      const { questions, lost } = read(write([key], 'en').text)
      expect(questions).toMatchObject([{ kind: 'matching', name: 'q1' }])
      expect(lost).toEqual([
        { language: 'fr', question: 'q1', line: 3, why: expect.stringMatching(/order of its steps/) },
      ])
    }
  })
})

describe('a GIFT file of somebody else', () => {
  it('becomes questions of each kind that ours have', () => {
    const text = [
      ...['\uFEFF// exported from elsewhere', '', '$CATEGORY: top/forms', ''],
      ...[
        '// [id:f-1] [tag:law]',
        '::Forms::[html]<p>Which **one**?</p> {',
        '// in between',
        '=yes#Right.',
        '~no',
        '####Because.',
        '}',
        '',
      ],
      ...['Is it so? {T#No, it is.#Yes.}', ''],
      ...['Two of three {~%50%one ~%50%two ~%-50%three}', ''],
      ...['::Pairs:: Match. {=a -> 1 o\\=clock =b -> 2 =\tc\\nc -> 3 ah}'],
    ].join('\r\n')
    expect(bodies(text)).toMatchObject([
      { name: 'f-1', category: 'top/forms', kind: 'single', correct: [0], explanation: 'Because.' },
      { name: 'line 13', kind: 'true-false', isTrue: true, feedback: { true: 'Yes.', false: 'No, it is.' } },
      { name: 'line 15', kind: 'multiple', correct: [0, 1] },
      { name: 'Pairs', kind: 'matching', prompts: ['a', 'b', 'c c'], options: [{ text: '1 o=clock' }, {}, {}] },
    ])
    expect(read(text).lost).toEqual([])
  })

  it('says of each question why it is left out, with its line, and keeps the others', () => {
    const text = [
      ...['::Essay:: Say it. {}', '', '::Short:: Who? {=Grant =Lincoln}', '', '::Number:: When? {#1948:2}', ''],
      ...['A text alone', '', '::Broken:: Which? {', '=a', '~b', ''],
      ...['::Seven:: {=a ~b ~c ~d ~e ~f ~g}', '', '::Weights:: Which? {~%90%a ~%10%b ~%-100%c}'],
    ].join('\n')
    const { questions, lost } = read(text)
    expect(questions.map(({ name }) => name)).toEqual(['Weights'])
    expect(lost.map(({ line, question, why }) => `${line} ${question}: ${why}`)).toEqual([
      '1 Essay: left out: questions of the type “essay” have no equal',
      '3 Short: left out: questions of the type “shortanswer” have no equal',
      '5 Number: left out: questions of the type “numerical” have no equal',
      '7 line 7: left out: questions of the type “description” have no equal',
      expect.stringMatching(/^9 Broken: left out: it is no GIFT from line 11, column \d+ on$/),
      '13 Seven: left out: it asks nothing in words',
      expect.stringMatching(/^15 Weights: without the weights/),
    ])
  })

  it.each([
    ['XML', '<?xml version="1.0"?><quiz></quiz>', /this is XML, not GIFT: leave out --format gift/],
    ['a quiz without a declaration', '\n<quiz><question/></quiz>', /this is XML, not GIFT/],
    ['a line without end', `Which? {=${'a'.repeat(200_001)}`, /line 1: the question is too long/],
    ['a question without end', `Which? {\n${'=a\n'.repeat(100_001)}`, /line \d+: the question is too long/],
  ])('refuses %s', (_, text, why) => {
    expect(() => read(text)).toThrow(why)
  })

  it('reads a file in pieces as it reads it whole', () => {
    const { text } = write([singleChoice(), trueFalse({ id: 'q2' }), multipleChoice({ id: 'q3' })], 'ar')
    const pieces = [...text].map((character) => character)
    expect(readBankFile('ar', 'gift', pieces)).toEqual(readBankFile('ar', 'gift', [text]))
    expect(write([computing()]).questions).toBe(0)
  })
})

it.each(['::t:: Which? {=a ~b}', '$CATEGORY: top', '// question: 1', 'Which? {\n=a\n~b\n}', 'So? {T}'])(
  'tells that %j is GIFT when it is given as XML',
  (text) => {
    expect(() => readBankFile('fr', 'moodle', [text])).toThrow(/this is GIFT, not XML: add --format gift/)
  },
)
