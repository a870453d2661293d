import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DraftQuestion, mergeLanguages } from '@/domain/course/exchange/imported-question'
import { LOCALES, type Locale } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { plainText } from '@/domain/text/markup'
import { typeset } from '@/i18n/typography'
import { draftsIn, keyed } from '@/tests/support/bank-drafts'
import {
  completing,
  computing,
  localized,
  marking,
  matching,
  multipleChoice,
  option,
  ordering,
  ranking,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { readCloze } from '@/tests/support/moodle/cloze-gaps'
import { importerFaults } from '@/tests/support/moodle/importer-faults'
import { node, questionsOf, textOf } from '@/tests/support/moodle/read-quiz'
import { anyQuestion } from '@/tests/support/question-arbitraries'
import { exportBank } from './export-bank'
import type { Format } from './formats'
import { draftBank, readBankFile } from './import-bank'

const TITLE = { ar: 'الكشف', fr: 'Détection / orientation', en: 'Detection' }
const write = (questions: readonly QuestionKey[], locale: Locale = 'fr', format: Format = 'moodle') =>
  exportBank({ title: TITLE, questions }, locale, format)
const read = (text: string, language: Locale = 'fr') => readBankFile(language, 'moodle', [text])
const draft = (text: string) => draftsIn(draftBank([read(text)]).files)
const inQuiz = (question: string) => `<?xml version="1.0"?><quiz>${question}</quiz>`
const choice = (answers: string, rest = '') =>
  inQuiz(
    `<question type="multichoice"><name><text>Une question</text></name><questiontext format="html"><text>Laquelle ?</text></questiontext>${rest}${answers}</question>`,
  )
const ANSWERS =
  '<answer fraction="100"><text>oui</text></answer><answer fraction="0"><text>non</text><feedback><text>Relisez.</text></feedback></answer>'

/** The kinds that Moodle has too. The others are exported as another kind, or as a cloze, which is not imported. */
const KEPT_KINDS: ReadonlySet<string> = new Set(['single', 'multiple', 'true-false', 'matching', 'ordering'])

describe('a bank in Moodle XML', () => {
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

  it('keeps the text without its markup, the quotation marks and the direction', () => {
    const stem = {
      ar: 'ما تقوله :cite[المادة 448.1]{id="cp-448-1"} عن **القصد**؟',
      fr: 'Que dit :cite[l’article 448-1]{id="cp-448-1"} du **but** : « a < b & c > d » ?',
      en: 'What does “a < b & c” mean in :ref[27.14]?',
    }
    for (const locale of LOCALES) {
      const { text } = write([singleChoice({ stem })], locale)
      expect(text).toContain(`lang=&quot;${locale}&quot; dir=&quot;${locale === 'ar' ? 'rtl' : 'ltr'}&quot;`)
      const [question] = read(text, locale).questions
      const words = typeset(plainText(stem[locale]), locale).replace(/\s/g, ' ')
      expect(question?.stem.replaceAll('**', '')).toBe(words)
    }
  })

  it('names its categories by course, language and objective, and doubles a slash in a name', () => {
    const { text } = write([singleChoice({ objective: 'forms' }), trueFalse({ id: 'q2', objective: 'forms' })])
    expect(text.match(/<category>/g)).toHaveLength(1)
    expect(text).toContain('<text>$course$/top/Détection // orientation (fr)/forms</text>')
  })

  it('gives several right answers the shares of our own grading', () => {
    const { text } = write([
      multipleChoice({ options: ['a', 'b', 'c', 'd'].map((id) => option(id)), correct: ['a', 'b', 'c'] }),
    ])
    expect([...text.matchAll(/fraction="([^"]+)"/g)].map(([, share]) => share)).toEqual([
      ...['33.33333', '33.33333', '33.33333', '-33.33333'],
    ])
  })

  it('keeps the comments on the options of an order, which Moodle does not show beside them', () => {
    const { text } = write([ordering()])
    for (const { feedback } of ordering().options) expect(text).toContain(feedback.fr)
  })

  it('writes numbers and blanks as gaps with their keys, spans as a choice, and ties as places', () => {
    const text = (key: QuestionKey) => write([key], 'en').text
    expect(text(computing())).toMatch(/type="cloze"[\s\S]*\{1:NUMERICAL:[^}]*=\d+(\.\d+)?:\d/)
    expect(text(completing())).toMatch(/type="cloze"[\s\S]*\{1:MULTICHOICE:[^}]*=/)
    expect(text(marking())).toMatch(/<single>false<\/single>/)
    expect(text(ranking())).toContain('type="matching"')
    expect(write([computing(), singleChoice({ id: 'q2' })], 'en', 'gift')).toMatchObject({
      questions: 1,
      told: [{ why: expect.stringContaining('gaps') }],
    })
  })

  it('leaves out a matching that Moodle does not take, and says so', () => {
    const two = matching({ options: [option('a'), option('b')], correct: { p1: 'a', p2: 'b' } })
    const { text, questions, told } = write([two, singleChoice({ id: 'q2' })])
    expect(questions).toBe(1)
    expect(told).toEqual([{ id: two.id, why: expect.stringContaining('left out') }])
    expect(text).not.toContain('subquestion')
  })

  it('leaves out a matching with an answer that Moodle’s database has no room for', () => {
    const long = option('a', localized('a'.repeat(250)))
    const { questions, told } = write([matching({ options: [long, option('b'), option('c')] })])
    expect(questions).toBe(0)
    expect(told).toEqual([{ id: 'q1', why: expect.stringContaining('255 characters') }])
  })

  it('is what the importer of Moodle takes, for any question', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(...LOCALES), (key, locale) => {
        expect(importerFaults(write([key], locale).text)).toEqual([])
      }),
    )
  })

  it('writes any words into a gap so that Moodle reads the same', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 3 }), words, (texts, feedback) => {
        const options = texts.map((text, at) => ({
          ...option('abc'.charAt(at), localized(text)),
          ...{ blank: 'b1', feedback: localized(feedback) },
        }))
        const key = completing({ passage: localized('{b1}'), options, correct: { b1: 'b' } })
        const [question] = questionsOf(write([key], 'en').text).filter(({ attributes }) => attributes.type === 'cloze')
        const { gaps } = readCloze(textOf(node(question, 'questiontext')) ?? '')
        const html = (text: string) => plainText(localized(text).en).replace(/[&<>]/g, (mark) => ESCAPED[mark] ?? mark)
        expect(gaps).toEqual([
          {
            type: 'multichoice',
            answers: texts.map((text, at) => ({
              ...{ fraction: at === 1 ? 1 : 0, text: html(text), feedback: html(feedback), tolerance: null },
            })),
          },
        ])
      }),
    )
  })

  it('says what Moodle makes of a question whose kind it does not have', () => {
    const told = (key: QuestionKey, format: Format = 'moodle') => write([key], 'en', format).told[0]?.why ?? ''
    expect(told(ranking())).toMatch(/becomes a matching of steps with their places.*share a place; the comments/)
    expect(told(marking())).toMatch(/becomes a multiple choice of the passages.*takes points away/)
    expect(told(computing())).toMatch(/becomes a text with gaps.*cloze.*counts for 2 points/)
    expect(told(completing())).toMatch(/becomes a text with gaps/)
    expect(told(ordering(), 'gift')).toMatch(/becomes a matching of steps.*GIFT knows no order/)
    for (const key of [matching(), ordering()])
      expect(told(key)).toBe('the comments on its answers stand in the explanation')
    for (const key of [singleChoice(), multipleChoice(), trueFalse()]) expect(told(key)).toBe('')
  })
})

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Words with the characters that have a meaning in a gap. Those of our own markup are left out. */
const words = fc
  .array(fc.constantFrom(...'ab;=%{}#~/"\\&<>', '&#', '&amp;'), { minLength: 1, maxLength: 12 })
  .map((parts) => `x${parts.join('')}x`)

describe('a file of Moodle', () => {
  it('becomes a draft with what is known, and with empty fields for the rest', () => {
    const [question] = draft(choice(ANSWERS, '<idnumber>cp.448-1</idnumber>'))
    expect(question).toMatchObject({
      ...{ id: 'cp-448-1', kind: 'single', correct: ['a'], cites: [], reread: '' },
      stem: { ar: '', fr: 'Laquelle ?', en: '' },
      options: [{ text: { fr: 'oui' } }, { feedback: { ar: '', fr: 'Relisez.' } }],
    })
  })

  it('lists what could not be carried over', () => {
    const rest =
      '<defaultgrade>3</defaultgrade><shuffleanswers>false</shuffleanswers><hidden>1</hidden><hint><text>?</text></hint>' +
      '<correctfeedback format="html"><text>Bravo</text></correctfeedback><generalfeedback format="html">' +
      '<text><![CDATA[<p>Voir <img src="@@PLUGINFILE@@/a.png"> et <a href="https://a.ma">là</a></p>]]></text>' +
      '<file name="a.png" encoding="base64">AAAA</file></generalfeedback>'
    const { lost, questions } = read(choice(ANSWERS, rest))
    expect(questions).toHaveLength(1)
    expect(lost.map(({ why }) => why)).toEqual([
      'without its files',
      'without its hints',
      'without what is said of the answer as a whole',
      'without that it counts for 3 points: ours count for one',
      'without that it was hidden',
      'without that its answers keep their order',
      'without a picture',
      'without the address of a link',
    ])
  })

  it.each([
    [
      'a type that has no equal',
      '<question type="essay"><name><text>e</text></name></question>',
      /“essay” have no equal/,
    ],
    ['no words', '<question type="truefalse"><name><text>t</text></name></question>', /asks nothing/],
    ['seven answers', choice(ANSWERS + ANSWERS + ANSWERS + ANSWERS).slice(27, -7), /has 8 answers/],
    ['no right answer', choice(ANSWERS.replace('100', '50')).slice(27, -7), /no answer earns the whole point/],
  ])('leaves out a question with %s, by its name', (_, question, why) => {
    const { lost, questions } = read(inQuiz(question))
    expect(questions).toEqual([])
    expect(lost).toEqual([{ language: 'fr', question: expect.any(String), why: expect.stringMatching(why), line: 1 }])
  })

  it('joins the languages of a question by its name, unless the keys differ', () => {
    const ar = read(choice(ANSWERS), 'ar')
    const fr = read(choice(ANSWERS), 'fr')
    const en = read(choice(ANSWERS.replace('100', '0').replace('"0"><text>non', '"100"><text>non')), 'en')
    const { files, questions, lost } = draftBank([ar, fr, en])
    expect(questions).toBe(1)
    expect(draftsIn(files)[0]?.stem).toEqual({ ar: 'Laquelle ?', fr: 'Laquelle ?', en: '' })
    expect(lost).toEqual([
      { language: 'en', question: 'Une question', why: expect.stringMatching(/key differ/), line: null },
    ])
  })

  it('tells questions of the same name apart', () => {
    const two = choice(ANSWERS).replace('</quiz>', `${choice(ANSWERS).slice(27, -7)}</quiz>`)
    expect(draft(two).map(({ id }) => id)).toEqual(['une-question', 'une-question-2'])
  })

  it.each([
    [
      'an entity bomb',
      '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
      /document type/,
    ],
    ['a file from elsewhere', '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', /document type/],
    ['an entity that nobody declared', '<quiz>&nbsp;</quiz>', /line 1/],
    ['a page of HTML', '<html></html>', /begins with <quiz>/],
    ['a file that breaks off', '<quiz>\n<question type="essay">', /line 2/],
    ['nothing', '', /line 1/],
    ['no XML', 'Quelle est la peine ?', /line 1/],
    ['elements without end', `<quiz>${'<a>'.repeat(50)}`, /nested too deeply/],
    ['a text without end', choice(`<answer><text>${'a'.repeat(200_001)}</text></answer>`), /too long/],
  ])('refuses %s with its line', (_, text, why) => {
    expect(() => read(text)).toThrow(why)
  })

  it('does not keep the pictures that a file holds', () => {
    const picture = `<file name="a.png" encoding="base64">${'A'.repeat(300_000)}</file>`
    const { questions, lost } = read(choice(ANSWERS.replace('</text></answer>', `</text>${picture}</answer>`)))
    expect(questions).toHaveLength(1)
    expect(lost.map(({ why }) => why)).toEqual(['without its files'])
  })

  it('takes 20,000 questions, all with one Arabic name', () => {
    const one = choice(ANSWERS).slice(27, -7).replace('Une question', 'سؤال')
    function* parts() {
      yield '<?xml version="1.0"?><quiz>'
      for (let at = 0; at < 20_000; at += 1) yield one
      yield '</quiz>'
    }
    const { questions } = readBankFile('ar', 'moodle', parts())
    expect(questions).toHaveLength(20_000)
    const { drafts } = mergeLanguages([{ language: 'ar', questions }])
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(20_000)
  })
})
