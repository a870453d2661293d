import 'server-only'
import { type ImportedBody, type ImportedQuestion, OPTIONS } from '@/domain/course/exchange/imported-question'
import { type ReadText, readHtml, readPlain } from './read-html'
import { childOf, childrenOf, textIn, type XmlElement } from './read-moodle-xml'

/** `lost`: what our questions cannot hold. `why`: the reason for which the whole question cannot be carried over. */
export type ReadQuestion = { question: ImportedQuestion; lost: readonly string[] } | { name: string; why: string }

type Take = (read: ReadText) => string

/** A question of Moodle, as far as ours can hold it. */
export function readMoodleQuestion(element: XmlElement, category: string): ReadQuestion {
  const name = childOf(element, 'idnumber')?.text.trim() || textIn(childOf(element, 'name')) || `line ${element.line}`
  const type = element.attributes.type ?? ''
  const read = READERS[type]
  if (!read) return { name, why: `questions of the type “${type}” have no equal` }
  const lost = new Set(lossesOf(element))
  const take: Take = ({ text, lost: more }) => {
    for (const loss of more) lost.add(loss)
    return text
  }
  const stem = take(formatted(childOf(element, 'questiontext')))
  if (stem === '') return { name, why: 'it asks nothing in words' }
  const body = read(element, take, (loss) => lost.add(loss))
  if ('why' in body) return { name, why: body.why }
  const explanation = take(formatted(childOf(element, 'generalfeedback')))
  return { question: { name, category, stem, explanation, ...body }, lost: [...lost] }
}

type Refused = { why: string }
type Reader = (element: XmlElement, take: Take, lose: (loss: string) => void) => ImportedBody | Refused

const READERS: Readonly<Record<string, Reader>> = {
  multichoice,
  truefalse,
  matching,
  match: matching,
  ordering,
}

function multichoice(element: XmlElement, take: Take, lose: (loss: string) => void): ImportedBody | Refused {
  const answers = childrenOf(element, 'answer')
  const fault = faultOf(answers.length)
  if (fault) return { why: fault }
  const shares = answers.map(shareOf)
  const correct = shares.flatMap((share, at) => (share > 0 ? [at] : []))
  const options = answers.map((answer) => ({
    text: take(formatted(answer)),
    feedback: take(formatted(childOf(answer, 'feedback'))),
  }))
  if (textIn(childOf(element, 'single')) !== 'false') {
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

function truefalse(element: XmlElement, take: Take): ImportedBody | Refused {
  const answers = childrenOf(element, 'answer')
  const of = (word: string) => answers.find((answer) => textIn(answer).toLowerCase() === word)
  const [yes, no] = [of('true'), of('false')]
  if (!yes || !no) return { why: 'its answers are not “true” and “false”' }
  const feedback = (answer: XmlElement) => take(formatted(childOf(answer, 'feedback')))
  return { kind: 'true-false', isTrue: shareOf(yes) > 0, feedback: { true: feedback(yes), false: feedback(no) } }
}

function matching(element: XmlElement, take: Take): ImportedBody | Refused {
  const rows = childrenOf(element, 'subquestion').map((row) => ({
    prompt: take(formatted(row)),
    answer: readPlain(textIn(childOf(row, 'answer'))).text,
  }))
  const texts = [...new Set(rows.map(({ answer }) => answer))]
  const asked = rows.filter(({ prompt }) => prompt !== '')
  const fault = faultOf(texts.length) ?? faultOf(asked.length)
  if (fault) return { why: fault }
  return {
    kind: 'matching',
    prompts: asked.map(({ prompt }) => prompt),
    options: texts.map((text) => ({ text, feedback: '' })),
    correct: asked.map(({ answer }) => texts.indexOf(answer)),
  }
}

/** `fraction` is the place of each answer, from 1. */
function ordering(element: XmlElement, take: Take, lose: (loss: string) => void): ImportedBody | Refused {
  const answers = childrenOf(element, 'answer').toSorted((one, other) => shareOf(one) - shareOf(other))
  const fault = faultOf(answers.length)
  if (fault) return { why: fault }
  if (answers.length < FEWEST_TO_ORDER) return { why: 'two steps are no order' }
  if (textIn(childOf(element, 'gradingtype')) !== 'ALL_OR_NOTHING') lose('points for an order that is right in part')
  return { kind: 'ordering', options: answers.map((answer) => ({ text: take(formatted(answer)), feedback: '' })) }
}

const FEWEST_TO_ORDER = 3

function faultOf(count: number): string | null {
  if (count >= OPTIONS.fewest && count <= OPTIONS.most) return null
  return `it has ${count} answers: ours have ${OPTIONS.fewest} to ${OPTIONS.most}`
}

const shareOf = ({ attributes }: XmlElement) => Number(attributes.fraction ?? 0) || 0

/** Moodle's formats other than plain text are HTML, or are written much like it. */
function formatted(element: XmlElement | undefined): ReadText {
  const text = textIn(element)
  return element?.attributes.format === 'plain_text' ? readPlain(text) : readHtml(text)
}

const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']

/** What a Moodle question of any type may have and our questions cannot hold. */
function lossesOf(element: XmlElement): string[] {
  const has = (name: string) => childOf(element, name) !== undefined
  const value = (name: string) => textIn(childOf(element, name))
  const grade = Number(value('defaultgrade') || 1)
  return [
    ...(holds(element, 'file') || has('image') ? ['its files'] : []),
    ...(has('hint') ? ['its hints'] : []),
    ...(COMBINED.some((name) => readHtml(value(name)).text !== '') ? ['what is said of the answer as a whole'] : []),
    ...(grade !== 1 ? [`that it counts for ${grade} points: ours count for one`] : []),
    ...(value('hidden') === '1' ? ['that it was hidden'] : []),
    ...(value('shuffleanswers') === 'false' || value('shuffleanswers') === '0'
      ? ['that its answers keep their order']
      : []),
  ]
}

const holds = (element: XmlElement, name: string): boolean =>
  element.children.some((child) => child.name === name || holds(child, name))
