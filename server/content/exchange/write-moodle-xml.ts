import 'server-only'
import type { PortableBody, PortableQuestion } from '@/domain/course/exchange/portable-question'
import { groupBy } from '@/domain/group-by'
import type { Locale } from '@/domain/locale'
import { escapeHtml } from '../../escape-html'
import { clozeHtml } from './write-cloze'

type Of<T extends PortableBody['type']> = Extract<PortableBody, { type: T }>

/**
 * Moodle XML (docs.moodle.org, “Moodle XML format”): a category for each objective, then its questions. An order is
 * right or wrong as a whole, as with us. The question type “ordering” is part of Moodle since 4.4.
 */
export function writeMoodleXml(
  questions: readonly PortableQuestion[],
  { course, locale }: { course: string; locale: Locale },
): string {
  const parts = [...groupBy(questions, ({ objective }) => objective)].flatMap(([objective, own]) => [
    category(`$course$/top/${inPath(`${course} (${locale})`)}/${inPath(objective)}`),
    ...own.map((each) => question(each, locale)),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`
}

/** Moodle writes a slash in the name of a category twice. */
export const inPath = (name: string) => name.replaceAll('/', '//')

const text = (value: string) => `<text>${escapeHtml(value)}</text>`
const html = (name: string, value: string) => `<${name} format="html">${text(value)}</${name}>`

function category(path: string): string {
  return `<question type="category"><category>${text(path)}</category></question>`
}

function question({ id, objective, stem, explanation, body }: PortableQuestion, locale: Locale): string {
  const { type, parts } = partsOf(body)
  return [
    `<question type="${type}">`,
    `<name>${text(id)}</name>`,
    html('questiontext', body.type === 'cloze' ? [stem, ...clozeHtml(body, locale)].join('\n') : stem),
    html('generalfeedback', explanation),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${escapeHtml(id)}</idnumber>`,
    ...parts,
    `<tags><tag>${text(objective)}</tag></tags>`,
    '</question>',
  ].join('\n')
}

type Typed = { type: string; parts: readonly string[] }

function partsOf(body: PortableBody): Typed {
  if (body.type === 'choice') return { type: 'multichoice', parts: choice(body) }
  if (body.type === 'true-false') return { type: 'truefalse', parts: trueFalse(body) }
  if (body.type === 'matching') return { type: 'matching', parts: matching(body) }
  if (body.type === 'ordering') return { type: 'ordering', parts: ordering(body) }
  // The gaps of a cloze question, with their keys, are in its text.
  return { type: 'cloze', parts: [] }
}

function choice({ single, answers }: Of<'choice'>): string[] {
  return [
    `<single>${single}</single>`,
    '<shuffleanswers>true</shuffleanswers>',
    '<answernumbering>abc</answernumbering>',
    ...answers.map(({ share, text: words, feedback }) => answer(percent(share), words, feedback, 'html')),
  ]
}

function trueFalse({ isTrue, feedback }: Of<'true-false'>): string[] {
  return [
    answer(isTrue ? '100' : '0', 'true', feedback.true, 'moodle_auto_format'),
    answer(isTrue ? '0' : '100', 'false', feedback.false, 'moodle_auto_format'),
  ]
}

function matching({ pairs, others }: Of<'matching'>): string[] {
  const all = [...pairs, ...others.map((other) => ({ prompt: '', answer: other }))]
  const rows = all.map(
    ({ prompt, answer: right }) =>
      `<subquestion format="html">${text(prompt)}<answer>${text(right)}</answer></subquestion>`,
  )
  return ['<shuffleanswers>true</shuffleanswers>', ...rows]
}

function ordering({ items }: Of<'ordering'>): string[] {
  return [
    '<layouttype>VERTICAL</layouttype>',
    '<selecttype>ALL</selecttype>',
    '<selectcount>0</selectcount>',
    '<gradingtype>ALL_OR_NOTHING</gradingtype>',
    '<showgrading>SHOW</showgrading>',
    '<numberingstyle>none</numberingstyle>',
    // Without it, Moodle 4.5 makes two hints without a format, which its database refuses together with the whole file.
    '<shownumcorrect>1</shownumcorrect>',
    ...items.map((item, at) => `<answer fraction="${at + 1}" format="html">${text(item)}</answer>`),
  ]
}

function answer(fraction: string, words: string, feedback: string, format: string): string {
  return `<answer fraction="${fraction}" format="${format}">${text(words)}${html('feedback', feedback)}</answer>`
}

/** In per cent with five decimals, as Moodle lists the shares that it takes: 33.33333. */
export function percent(share: number): string {
  return String(Number((share * 100).toFixed(5)))
}
