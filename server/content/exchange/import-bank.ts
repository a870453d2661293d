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
import { readMoodleQuestion } from './read-moodle-question'
import { childOf, readMoodleXml, textIn } from './read-moodle-xml'

/** What could not be carried over. `question`: its name in the file. */
export type Lost = { language: Locale; question: string; why: string }
export type ImportedFile = { language: Locale; questions: ImportedQuestion[]; lost: Lost[] }
export type ImportedBank = {
  /** The texts of the files of a bank, by their names. */
  files: ReadonlyMap<string, string>
  questions: number
  lost: readonly Lost[]
}

/** The questions of one file. @throws {Error} with the line, if it is no Moodle XML. */
export function readMoodleFile(language: Locale, chunks: Iterable<string>): ImportedFile {
  const read: ImportedFile = { language, questions: [], lost: [] }
  const names = new Map<string, number>()
  let category = ''
  readMoodleXml(chunks, (element) => {
    if (element.attributes.type === 'category') {
      category = textIn(childOf(element, 'category'))
      return
    }
    const result = readMoodleQuestion(element, category)
    if ('why' in result) {
      read.lost.push({ language, question: result.name, why: `left out: ${result.why}` })
      return
    }
    const question = { ...result.question, name: namedApart(result.question.name, names) }
    read.questions.push(question)
    for (const why of result.lost) read.lost.push({ language, question: question.name, why: `without ${why}` })
  })
  return read
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

const lostOf = ({ why, ...rest }: Unmerged): Lost => ({ ...rest, why: `left out in this language: ${why}` })

function writeDraft(questions: readonly DraftQuestion[]): string {
  return stringify(questions, { lineWidth: 110, aliasDuplicateObjects: false })
}
