import { expect, it } from 'vitest'
import { markedField } from './marked-field'

const found = (path: string, key: string, ar: string) =>
  markedField([{ path, key, line: 3, texts: { ar, fr: 'article 448-4', en: 'article 448-4' } }])

it.each([
  ['courses/trial/course.yaml', 'audience'],
  ['courses/trial/protection/lesson.yaml', 'objectives.0'],
  ['courses/trial/bank/reasons.yaml', '4.options.2.feedback'],
  ['library/glossary.yaml', '12.note'],
  ['library/law/penal-code/cp-448-4.yaml', 'versions.0.summary'],
  ['library/briefs/custody.yaml', 'elements.4.text'],
  ['library/briefs/trafficking.yaml', 'degrees.1.when'],
])('accepts a mark in %s under %s, which the page parses', (path, key) => {
  expect(found(path, key, 'الفصل :ref[448-4]')).toEqual([])
})

it.each([
  ['courses/trial/course.yaml', 'title', 'الفصل :ref[448-4]'],
  ['courses/trial/course.yaml', 'summary', ':cite[الفصل]{id="cp-448-4"}'],
  ['courses/trial/protection/lesson.yaml', 'title', ':def[الضحية]{term="victim"}'],
  ['library/models/operative-part.yaml', 'lead', '**انتبه**'],
  ['library/briefs/custody.yaml', 'lead', 'الفصل :ref[448-4]'],
  ['library/briefs/trafficking.yaml', 'degrees.5.outcome', '**وجوبا**'],
  ['library/referral/rules.yaml', '3.why', 'الفصل :ref[448-4]'],
])('refuses a mark in %s under %s, which is shown as it is typed', (path, key, text) => {
  expect(found(path, key, text)).toMatchObject([{ path, line: 3, severity: 'error' }])
})

it('accepts words with a colon', () => {
  expect(found('courses/trial/course.yaml', 'title', 'السؤال: من هي الضحية؟')).toEqual([])
})
