import 'server-only'
import { type PortableQuestion, portableQuestion } from '@/domain/course/exchange/portable-question'
import type { QuestionKey } from '@/domain/course/question'
import type { Locale, Localized } from '@/domain/locale'
import { settersIn } from './setters'
import { writeGift } from './write-gift'
import { writeMoodleXml } from './write-moodle-xml'

export const EXPORT_FORMATS = ['moodle', 'gift'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

type Bank = { title: Localized; questions: readonly QuestionKey[] }
/** A question that the other program takes in a changed form, or not at all, with the reason in English. */
export type Loss = { id: string; why: string }
export type ExportedBank = { text: string; questions: number; losses: readonly Loss[] }

const WRITERS = { moodle: writeMoodleXml, gift: writeGift }

/** Every question of a bank with its key in one language, as the text of one file. */
export function exportBank({ title, questions }: Bank, locale: Locale, format: ExportFormat): ExportedBank {
  const setters = settersIn(locale)
  const portable = questions.map((key) => portableQuestion(key, locale, setters))
  const kept = portable.filter((question) => whyLeftOut(question, format) === null)
  const losses = [
    ...portable.flatMap((question): Loss[] => {
      const why = whyLeftOut(question, format)
      return why ? [{ id: question.id, why: `left out: ${why}` }] : []
    }),
    ...kept
      .filter(({ body }) => format === 'gift' && body.type === 'ordering')
      .map(({ id }) => ({ id, why: 'becomes a question of matching: GIFT knows no order' })),
  ]
  return { text: WRITERS[format](kept, { course: title[locale], locale }), questions: kept.length, losses }
}

const FEWEST_TO_MATCH = 3

function whyLeftOut({ body }: PortableQuestion, format: ExportFormat): string | null {
  if (body.type === 'cloze') return format === 'gift' ? 'GIFT knows no gaps in a text' : null
  if (body.type !== 'matching') return null
  return body.pairs.length + body.others.length < FEWEST_TO_MATCH
    ? 'Moodle wants at least three answers to match'
    : null
}
