import { describe, expect, it } from 'vitest'
import { readQuestions, readSecondForms } from './read-questions'

const texts = (words: string) => `{ ar: نص ${words}, fr: texte ${words}, en: text ${words} }`
const GOOD = `- id: q1
  kind: single
  objective: qualify
  stem:
    ar: 'هل :cite[الفصل 448-1]{id="cp-448-1"} ينطبق؟'
    fr: 'L’article :ref[448-1] est-il **inapplicable** ?'
    en: Does it apply?
  options:
    - { id: a, text: ${texts('a')}, feedback: ${texts('fa')}, cites: [cp-448-1#2] }
    - { id: b, text: ${texts('b')}, feedback: ${texts('fb')}, cites: [cp-448-1#1] }
  correct: [a]
  explanation: ${texts('why')}
  cites: [cp-448-1]
  reread: offence#act
`

describe('readQuestions', () => {
  it('reads questions, their texts and what they cite', () => {
    const read = readQuestions('bank/a.yaml', GOOD, null)

    expect(read.findings).toEqual([])
    expect(read.questions).toMatchObject([
      { id: 'q1', line: 1, lesson: null, value: { kind: 'single', pattern: false } },
    ])
    expect(read.citations.map(({ id, line }) => `${line} ${id}`)).toEqual([
      '5 cp-448-1',
      '13 cp-448-1',
      '9 cp-448-1#2',
      '10 cp-448-1#1',
    ])
    expect(read.texts.filter(({ role }) => role === 'reference').map(({ text }) => text)).toEqual([
      'الفصل 448-1',
      '448-1',
    ])
    expect(read.unknown).toEqual([])
  })

  it('reports a fault at its line and still reads the other questions', () => {
    const broken = GOOD.replace(/, feedback: \{[^}]*fb[^}]*\}/, '')
    const { questions, findings } = readQuestions('bank/a.yaml', `${broken}${GOOD.replace('id: q1', 'id: q2')}`, null)

    expect(findings).toEqual([
      {
        path: 'bank/a.yaml',
        line: 10,
        severity: 'error',
        check: 'option-feedback',
        message: 'this option has no feedback: say why it is right or wrong',
      },
    ])
    expect(questions.map(({ id, value }) => [id, value === null])).toEqual([
      ['q1', true],
      ['q2', false],
    ])
  })

  it.each([
    ['a glossary term', 'La :def[contrainte]{term="coercion"} ?', ':def[contrainte]'],
    ['italics', 'Un *mot* ?', '*mot*'],
    ['a link', '[ici](https://example.org) ?', '[ici](https://example.org)'],
    ['HTML', 'Un <b>mot ?', '<b>'],
    ['a citation without an id', 'Selon :cite[le texte]{cite="cp-16"} ?', ':cite[le texte]'],
    ['a citation that is not closed', 'Selon :cite[le texte]{id="cp-16 ?', ':cite[le texte]'],
    ['stars that stress nothing', 'Selon **le texte ?', '**'],
  ])('reports %s in a question', (_, stem, markup) => {
    const text = GOOD.replace('Does it apply?', `'${stem}'`)

    expect(readQuestions('bank/a.yaml', text, null).unknown.map((each) => each.markup)).toEqual([markup])
  })

  it.each([
    ['nothing', ''],
    ['a map instead of a list', 'id: q1\n'],
  ])('asks for a list where there is %s', (_, text) => {
    expect(readQuestions('bank/a.yaml', text, null).findings).toMatchObject([{ line: 1, check: 'schema' }])
  })
})

describe('readSecondForms', () => {
  it('reads also which question each follows', () => {
    const { questions, findings, citations } = readSecondForms(
      'second/a.yaml',
      GOOD.replace('kind:', 'after: q0\n  kind:'),
    )

    expect(findings).toEqual([])
    expect(questions).toMatchObject([{ id: 'q1', after: 'q0', lesson: null, value: { kind: 'single' } }])
    expect(questions[0]?.value).not.toHaveProperty('after')
    expect(citations).toHaveLength(4)
  })

  it('keeps a form that follows no question, for the check of second forms', () => {
    expect(readSecondForms('second/a.yaml', GOOD).questions).toMatchObject([{ id: 'q1', after: '' }])
    expect(readSecondForms('second/a.yaml', '- none\n').questions).toMatchObject([{ after: '', value: null }])
  })

  it('reads which forms measure, and reports any other value than “true”', () => {
    const read = (measures: string) =>
      readSecondForms('second/a.yaml', GOOD.replace('kind:', `after: q0\n  measures: ${measures}\n  kind:`))

    expect(read('true')).toMatchObject({ findings: [], questions: [{ after: 'q0', measures: true }] })
    expect(read('true').questions[0]?.value).not.toHaveProperty('measures')
    expect(readSecondForms('second/a.yaml', GOOD).questions).toMatchObject([{ measures: false }])
    for (const wrong of ['false', 'perhaps']) {
      expect(read(wrong)).toMatchObject({ findings: [{ check: 'schema' }], questions: [{ measures: false }] })
    }
  })

  it('is refused in practice and in the bank', () => {
    expect(readQuestions('bank/a.yaml', GOOD.replace('kind:', 'after: q0\n  kind:'), null).findings).toHaveLength(1)
  })
})
