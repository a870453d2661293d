import 'server-only'
import { portableQuestion } from '@/domain/course/exchange/portable-question'
import type { Locale, Localized } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import type { Format } from './formats'
import { settersIn } from './setters'
import { changeOf } from './what-changes'
import { writeGift } from './write-gift'
import { writeMoodleXml } from './write-moodle-xml'

type Bank = { title: Localized; questions: readonly QuestionKey[] }
/** `why`: what becomes of a question that the other program takes in a changed form, or not at all. */
export type Told = { id: string; why: string }
export type ExportedBank = { text: string; questions: number; told: readonly Told[] }

const WRITERS = { moodle: writeMoodleXml, gift: writeGift }

/** Every question of a bank with its key in one language, as the text of one file. */
export function exportBank({ title, questions }: Bank, locale: Locale, format: Format): ExportedBank {
  const setters = settersIn(locale)
  const written = questions.map((key) => {
    const question = portableQuestion(key, locale, setters)
    return { question, change: changeOf(key, question, format) }
  })
  const kept = written.filter(({ change }) => !change?.isLeftOut).map(({ question }) => question)
  const told = written.flatMap(({ question: { id }, change }): Told[] =>
    change ? [{ id, why: change.isLeftOut ? `left out: ${change.why}` : change.why }] : [],
  )
  return { text: WRITERS[format](kept, { course: title[locale], locale }), questions: kept.length, told }
}
