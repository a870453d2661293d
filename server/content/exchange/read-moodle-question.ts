import 'server-only'
import type { ImportedBody } from '@/domain/course/exchange/imported-question'
import { type ReadText, readHtml, readPlain } from './read-html'
import { childOf, childrenOf, textIn, type XmlElement } from './read-moodle-xml'
import {
  choiceBody,
  faultOf,
  type Lose,
  matchingBody,
  noEqual,
  type ReadQuestion,
  type Refused,
  readQuestion,
  type Take,
} from './read-question'

/** A question of Moodle, as far as ours can hold it. */
export function readMoodleQuestion(element: XmlElement, category: string): ReadQuestion {
  const name = childOf(element, 'idnumber')?.text.trim() || textIn(childOf(element, 'name')) || `line ${element.line}`
  const type = element.attributes.type ?? ''
  const read = READERS[type]
  if (!read) return { name, ...noEqual(type) }
  return readQuestion({
    ...{ name, category, losses: lossesOf(element) },
    stem: formatted(childOf(element, 'questiontext')),
    explanation: formatted(childOf(element, 'generalfeedback')),
    body: (take, lose) => read(element, take, lose),
  })
}

type Reader = (element: XmlElement, take: Take, lose: Lose) => ImportedBody | Refused

const READERS: Readonly<Record<string, Reader>> = {
  multichoice,
  truefalse,
  matching,
  match: matching,
  ordering,
}

function multichoice(element: XmlElement, take: Take, lose: Lose): ImportedBody | Refused {
  const answers = childrenOf(element, 'answer').map((answer) => ({
    share: shareOf(answer),
    text: take(formatted(answer)),
    feedback: take(formatted(childOf(answer, 'feedback'))),
  }))
  return choiceBody(answers, textIn(childOf(element, 'single')) !== 'false', lose)
}

function truefalse(element: XmlElement, take: Take): ImportedBody | Refused {
  const answers = childrenOf(element, 'answer')
  const of = (word: string) => answers.find((answer) => textIn(answer).toLowerCase() === word)
  const [yes, no] = [of('true'), of('false')]
  if (!yes || !no) return { why: 'its answers are not “true” and “false”' }
  const feedback = (answer: XmlElement) => take(formatted(childOf(answer, 'feedback')))
  return { kind: 'true-false', isTrue: shareOf(yes) > 0, feedback: { true: feedback(yes), false: feedback(no) } }
}

function matching(element: XmlElement, take: Take, lose: Lose): ImportedBody | Refused {
  const rows = childrenOf(element, 'subquestion').map((row) => ({
    prompt: take(formatted(row)),
    answer: readPlain(textIn(childOf(row, 'answer'))).text,
  }))
  return matchingBody(rows, lose)
}

/** `fraction` is the place of each answer, from 1. */
function ordering(element: XmlElement, take: Take, lose: Lose): ImportedBody | Refused {
  const answers = childrenOf(element, 'answer').toSorted((one, other) => shareOf(one) - shareOf(other))
  const fault = faultOf(answers.length)
  if (fault) return { why: fault }
  if (answers.length < FEWEST_TO_ORDER) return { why: 'two steps are no order' }
  if (textIn(childOf(element, 'gradingtype')) !== 'ALL_OR_NOTHING') lose('points for an order that is right in part')
  return { kind: 'ordering', options: answers.map((answer) => ({ text: take(formatted(answer)), feedback: '' })) }
}

const FEWEST_TO_ORDER = 3

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
