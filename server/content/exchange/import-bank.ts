import 'server-only'
import { stringify } from 'yaml'
import {
  type DraftQuestion,
  type Imported,
  type ImportedQuestion,
  mergeLanguages,
  type Unmerged,
} from '@/domain/course/exchange/imported-question'
import { groupBy } from '@/domain/group-by'
import type { Locale } from '@/domain/locale'
import type { Format } from './formats'
import { readGift } from './read-gift'
import { readGiftQuestion } from './read-gift-question'
import { readMoodleQuestion } from './read-moodle-question'
import { childOf, readMoodleXml, textIn } from './read-moodle-xml'
import type { ReadQuestion } from './read-question'
import { refuseOtherFormat } from './refuse-other-format'

/** What could not be carried over. `question`: its name in the file; `line`: where it begins, if one file tells. */
export type Lost = { language: Locale; question: string; why: string; line: number | null }
export type ImportedFile = { language: Locale; questions: ImportedQuestion[]; lost: Lost[] }
export type ImportedBank = {
  /** The texts of the files of a bank, by their names. */
  files: ReadonlyMap<string, string>
  questions: number
  lost: readonly Lost[]
}

/** The questions of one file. @throws {Error} with the line, if it is no file of that format. */
export function readBankFile(language: Locale, format: Format, chunks: Iterable<string>): ImportedFile {
  const read: ImportedFile = { language, questions: [], lost: [] }
  const names = new Map<string, number>()
  READERS[format](refuseOtherFormat(chunks, format), (line, result) => {
    if ('why' in result) {
      read.lost.push({ language, question: result.name, why: `left out: ${result.why}`, line })
      return
    }
    const question = { ...result.question, name: namedApart(result.question.name, names) }
    read.questions.push(question)
    for (const why of result.lost) read.lost.push({ language, question: question.name, why: `without ${why}`, line })
  })
  return read
}

type Reader = (chunks: Iterable<string>, take: (line: number, question: ReadQuestion) => void) => void
const READERS: Readonly<Record<Format, Reader>> = { moodle: readMoodle, gift: readGiftFile }

function readMoodle(chunks: Iterable<string>, take: Parameters<Reader>[1]): void {
  let category = ''
  readMoodleXml(chunks, (element) => {
    if (element.attributes.type === 'category') category = textIn(childOf(element, 'category'))
    else take(element.line, readMoodleQuestion(element, category))
  })
}

function readGiftFile(chunks: Iterable<string>, take: Parameters<Reader>[1]): void {
  let category = ''
  readGift(chunks, (read) => {
    if ('category' in read) category = read.category
    else if ('item' in read) take(read.line, readGiftQuestion(read.item, category, read.line))
    else {
      const { line, column } = read.broken
      const why = `it is no GIFT from line ${line}, column ${column} on`
      take(read.line, { name: read.title ?? `line ${read.line}`, why })
    }
  })
}

/** Moodle allows the same name twice, in two categories. They come in the same order in the file of each language. */
function namedApart(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1
  names.set(name, count)
  return count === 1 ? name : `${name} (${count})`
}

/** The files of a draft of a bank, one for each objective. */
export function draftBank(files: readonly ImportedFile[]): ImportedBank {
  const { drafts, unmerged } = mergeLanguages(files satisfies readonly Imported[])
  const written = [...groupBy(drafts, ({ objective }) => objective)].map(([objective, own]): [string, string] => [
    `${objective}.yaml`,
    writeDraft(own),
  ])
  return {
    files: new Map(written),
    questions: drafts.length,
    lost: [...files.flatMap(({ lost }) => lost), ...unmerged.map(lostOf)],
  }
}

const lostOf = ({ why, ...rest }: Unmerged): Lost => ({ ...rest, why: `left out in this language: ${why}`, line: null })

function writeDraft(questions: readonly DraftQuestion[]): string {
  return stringify(questions, { lineWidth: 110, aliasDuplicateObjects: false })
}
