import 'server-only'
import type { PortableBody, PortableQuestion } from '@/domain/course/exchange/portable-question'
import { groupBy } from '@/domain/group-by'
import type { Locale } from '@/domain/locale'
import { inPath, percent } from './write-moodle-xml'

type Of<T extends PortableBody['type']> = Extract<PortableBody, { type: T }>

/** GIFT (docs.moodle.org, “GIFT format”). It has no ordering: an order becomes a matching of steps with places. */
export function writeGift(
  questions: readonly PortableQuestion[],
  { course, locale }: { course: string; locale: Locale },
): string {
  const parts = [...groupBy(questions, ({ objective }) => objective)].flatMap(([objective, own]) => [
    `$CATEGORY: $course$/top/${inPath(`${course} (${locale})`)}/${inPath(objective)}`,
    ...own.map(question),
  ])
  return `${parts.join('\n\n')}\n`
}

function question({ id, stem, explanation, body }: PortableQuestion): string {
  const general = `####${escaped(explanation)}`
  return `::${escaped(id)}::[html]${escaped(stem)}{${answers(body)}\n${general}}`
}

function answers(body: PortableBody): string {
  if (body.type === 'choice') return lines(body.answers.map(choice(body)))
  if (body.type === 'true-false') return trueFalse(body)
  if (body.type === 'matching') {
    const others = body.others.map((answer) => ({ prompt: '', answer }))
    return lines([...body.pairs, ...others].map(({ prompt, answer }) => pair(prompt, answer)))
  }
  if (body.type === 'ordering') return lines(body.items.map((item, at) => pair(item, String(at + 1))))
  throw new Error('GIFT has no gaps in a text')
}

const choice =
  ({ single }: Of<'choice'>) =>
  ({ share, text, feedback }: Of<'choice'>['answers'][number]) => {
    const mark = single ? (share === 1 ? '=' : '~') : `~%${percent(share)}%`
    return `${mark}${escaped(text)}#${escaped(feedback)}`
  }

/** The key is followed by the feedback for a wrong answer, then by the feedback for a right one. */
function trueFalse({ isTrue, feedback }: Of<'true-false'>): string {
  const [right, wrong] = isTrue ? [feedback.true, feedback.false] : [feedback.false, feedback.true]
  return `${isTrue ? 'TRUE' : 'FALSE'}#${escaped(wrong)}#${escaped(right)}`
}

const pair = (prompt: string, answer: string) => `=${escaped(prompt)} -> ${escaped(answer)}`
const lines = (all: readonly string[]) => all.map((line) => `\n\t${line}`).join('')

/** The characters with a meaning in GIFT get a backslash. A question is one paragraph, so it has no line breaks. */
function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
}
