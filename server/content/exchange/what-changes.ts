import 'server-only'
import type { PortableBody, PortableQuestion } from '@/domain/course/exchange/portable-question'
import type { QuestionKey, QuestionKind } from '@/domain/question/question'
import type { Format } from './formats'

/** What the other program makes of a question, in English: null if it keeps it as it is. */
export type Change = { isLeftOut: boolean; why: string } | null

export function changeOf(key: QuestionKey, { body }: PortableQuestion, format: Format): Change {
  const why = whyLeftOut(body, format)
  if (why) return { isLeftOut: true, why }
  const changes = [KINDS[key.kind]?.(body, format), commentsMove(body)].filter((change) => typeof change === 'string')
  return changes.length > 0 ? { isLeftOut: false, why: changes.join('; ') } : null
}

const FEWEST_TO_MATCH = 3
/** In characters: the column of Moodle’s database that holds an answer. One longer answer stops the whole import. */
const LONGEST_TO_MATCH = 255

function whyLeftOut(body: PortableBody, format: Format): string | null {
  if (body.type === 'cloze') return format === 'gift' ? 'GIFT knows no gaps in a text' : null
  if (body.type !== 'matching') return null
  const answers = [...body.pairs.map(({ answer }) => answer), ...body.others]
  if (answers.length < FEWEST_TO_MATCH) return 'Moodle wants at least three answers to match'
  const isLong = answers.some((answer) => answer.length > LONGEST_TO_MATCH)
  return isLong ? `Moodle takes no answer to match of more than ${LONGEST_TO_MATCH} characters` : null
}

type Told = (body: PortableBody, format: Format) => string | null

/** The kinds of question that Moodle, or GIFT, does not have. */
const KINDS: Partial<Record<QuestionKind, Told>> = {
  ordering: (_, format) =>
    format === 'gift' ? 'becomes a matching of steps with their places, as GIFT knows no order' : null,
  ranking: () => 'becomes a matching of steps with their places, as Moodle knows no order in which steps share a place',
  marking: () => 'becomes a multiple choice of the passages, in which a wrong one takes points away',
  completing: asCloze,
  computing: asCloze,
}

function asCloze(body: PortableBody): string {
  const gaps = body.type === 'cloze' ? body.paragraphs.flat().filter((part) => typeof part !== 'string').length : 0
  const points = gaps > 1 ? `, which counts for ${gaps} points, one for each gap` : ''
  return `becomes a text with gaps (Moodle: embedded answers, cloze)${points}`
}

function commentsMove({ type }: PortableBody): string | null {
  return type === 'matching' || type === 'ordering' ? 'the comments on its answers stand in the explanation' : null
}
