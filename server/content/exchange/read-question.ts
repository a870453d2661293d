import 'server-only'
import { type ImportedBody, type ImportedQuestion, OPTIONS } from '@/domain/course/exchange/imported-question'
import type { ReadText } from './read-html'

/** `lost`: what our questions cannot hold. `why`: the reason for which the whole question cannot be carried over. */
export type ReadQuestion = { question: ImportedQuestion; lost: readonly string[] } | { name: string; why: string }

export type Refused = { why: string }
/** Takes the words of a text, and notes what it had that they cannot say. */
export type Take = (read: ReadText) => string
export type Lose = (loss: string) => void
export type BodyReader = (take: Take, lose: Lose) => ImportedBody | Refused

type Given = {
  name: string
  category: string
  stem: ReadText
  explanation: ReadText
  body: BodyReader
  losses: readonly string[]
}

/** Puts a question of a file of any format together, as far as ours can hold it. */
export function readQuestion({ name, category, losses, ...given }: Given): ReadQuestion {
  const lost = new Set(losses)
  const lose: Lose = (loss) => lost.add(loss)
  const take: Take = ({ text, lost: more }) => {
    for (const loss of more) lose(loss)
    return text
  }
  const stem = take(given.stem)
  if (stem === '') return { name, why: 'it asks nothing in words' }
  const body = given.body(take, lose)
  if ('why' in body) return { name, why: body.why }
  return { question: { name, category, stem, explanation: take(given.explanation), ...body }, lost: [...lost] }
}

export const noEqual = (type: string): Refused => ({ why: `questions of the type “${type}” have no equal` })

/** `share`: the part of the points that the answer earns, in per cent. */
export type GivenAnswer = { share: number; text: string; feedback: string }

export function choiceBody(answers: readonly GivenAnswer[], single: boolean, lose: Lose): ImportedBody | Refused {
  const fault = faultOf(answers.length)
  if (fault) return { why: fault }
  const shares = answers.map(({ share }) => share)
  const correct = shares.flatMap((share, at) => (share > 0 ? [at] : []))
  const options = answers.map(({ text, feedback }) => ({ text, feedback }))
  if (single) {
    const best = shares.indexOf(100)
    if (best < 0) return { why: 'no answer earns the whole point' }
    if (correct.length > 1) lose('the points of answers that are right in part')
    return { kind: 'single', options, correct: [best] }
  }
  if (correct.length === 0) return { why: 'no answer is right' }
  const even = (share: number) => Math.abs(Math.abs(share) - 100 / correct.length) < 0.01
  if (!shares.every(even))
    lose('the weights of its answers: each right one counts the same, and a wrong one takes that away')
  return { kind: correct.length === 1 ? 'single' : 'multiple', options, correct }
}

/** A row without a prompt is an answer that fits none. */
export function matchingBody(rows: readonly { prompt: string; answer: string }[], lose: Lose): ImportedBody | Refused {
  const texts = [...new Set(rows.map(({ answer }) => answer))]
  const asked = rows.filter(({ prompt }) => prompt !== '')
  const fault = faultOf(texts.length) ?? faultOf(asked.length)
  if (fault) return { why: fault }
  // Orders and rankings come in this form from programs that have neither.
  if (texts.toSorted().every((text, at) => text === `${at + 1}`)) lose('the order of its steps: its answers are places')
  return {
    kind: 'matching',
    prompts: asked.map(({ prompt }) => prompt),
    options: texts.map((text) => ({ text, feedback: '' })),
    correct: asked.map(({ answer }) => texts.indexOf(answer)),
  }
}

export function faultOf(count: number): string | null {
  if (count >= OPTIONS.fewest && count <= OPTIONS.most) return null
  return `it has ${count} answers: ours have ${OPTIONS.fewest} to ${OPTIONS.most}`
}
