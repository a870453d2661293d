import 'server-only'
import { error, type Finding } from '@/domain/course/checks/finding'
import type {
  CitationUse,
  Lines,
  LocalizedText,
  QuestionSource,
  SecondForm,
  TextRun,
  UnknownMarkup,
} from '@/domain/course/checks/source'
import { placeIn } from '@/domain/course/checks/source'
import { LOCALES } from '@/domain/locale'
import { questionKeySchema } from '@/domain/question/question'
import { localizedTexts } from './localized-texts'
import { oncePerText } from './once-per-text'
import { parseSource } from './parse-source'
import { merge, readInline } from './read-inline'
import { readYaml } from './read-yaml'

export type QuestionTexts<T extends QuestionSource = QuestionSource> = {
  questions: T[]
  localized: LocalizedText[]
  texts: TextRun[]
  citations: CitationUse[]
  unknown: UnknownMarkup[]
  findings: Finding[]
}

/** Reads practice.yaml or a file of the bank. */
export const readQuestions = oncePerText(
  (path: string, text: string, lesson: string | null): QuestionTexts =>
    readList(path, text, (value, lines) => readQuestion(path, value, lines, lesson)),
)

/** Reads a file of second forms: questions that also name the question that they follow, and may be for measurement. */
export const readSecondForms = oncePerText(
  (path: string, text: string): QuestionTexts<SecondForm> =>
    readList(path, text, (value, lines) => {
      const { after, measures, question } = ownParts(value)
      const read = readQuestion(path, question, lines, null)
      return { question: { ...read.question, after, measures }, findings: read.findings }
    }),
)

/**
 * The schema of questions knows neither `after` nor `measures`. An `after` that is missing becomes empty, which the
 * check of second forms reports. A `measures` that is not `true` stays with the question, so that its schema reports
 * it.
 */
function ownParts(value: unknown): { after: string; measures: boolean; question: unknown } {
  if (typeof value !== 'object' || value === null) return { after: '', measures: false, question: value }
  const { after = '', ...rest } = value as { after?: unknown; measures?: unknown }
  if (rest.measures !== true) return { after: String(after), measures: false, question: rest }
  const { measures: _, ...question } = rest
  return { after: String(after), measures: true, question }
}

type Read<T> = { question: T; findings: readonly Finding[] }

/** Each question is parsed by itself, so that an invalid one does not hide the others. */
function readList<T extends QuestionSource>(
  path: string,
  text: string,
  readOne: (value: unknown, lines: Lines) => Read<T>,
): QuestionTexts<T> {
  const file = readYaml(path, text)
  const items = Array.isArray(file.value) ? file.value : []
  const findings = [...file.findings]
  if (findings.length === 0 && items.length === 0) {
    findings.push({
      ...error({ path, line: 1 }, 'there are no questions here: begin each with “- id: …”'),
      check: 'schema',
    })
  }
  const lines = linesByItem(file.lines)
  const read = items.map((item, index) => readOne(item, lines[index] ?? {}))
  const localized = localizedTexts(file)
  const inline = merge(
    localized.flatMap(({ key, texts }) =>
      LOCALES.map((locale) => readInline(placeIn(file, `${key}.${locale}`), locale, texts[locale] ?? '')),
    ),
  )
  return {
    questions: read.map(({ question }) => question),
    localized,
    texts: inline.texts,
    citations: [...inline.citations, ...read.flatMap(({ question }) => citedIn(question))],
    unknown: inline.unknown,
    findings: [...findings, ...read.flatMap((question) => question.findings)],
  }
}

function readQuestion(path: string, value: unknown, lines: Lines, lesson: string | null): Read<QuestionSource> {
  const { source, findings } = parseSource(questionKeySchema, { path, value, lines, findings: [] })
  const id = String((value as { id?: unknown } | null)?.id ?? '')
  return { question: { ...source, id, line: lines[''] ?? 1, lesson }, findings }
}

/** The lines of each item of a list, by the keys within the item. */
function linesByItem(lines: Lines): Record<string, number>[] {
  const byItem: Record<string, number>[] = []
  for (const [key, line] of Object.entries(lines)) {
    const [, index, rest = ''] = /^(\d+)(?:\.(.+))?$/.exec(key) ?? []
    if (index === undefined) continue
    byItem[Number(index)] ??= {}
    Object.assign(byItem[Number(index)] ?? {}, { [rest]: line })
  }
  return byItem
}

function citedIn(question: QuestionSource): CitationUse[] {
  const { value } = question
  if (!value) return []
  const use = (key: string) => (id: string) => ({
    ...placeIn(question, key),
    id,
    locale: null,
    label: null,
    inCase: false,
  })
  return [
    ...value.cites.map(use('cites')),
    ...value.options.flatMap(({ cites }, index) => cites.map(use(`options.${index}.cites`))),
  ]
}
