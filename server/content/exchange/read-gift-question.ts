import 'server-only'
import type { GIFTQuestion, Matching, MultipleChoice, TextFormat, TrueFalse } from 'gift-pegjs'
import type { ImportedBody } from '@/domain/course/exchange/imported-question'
import type { GiftItem } from './read-gift'
import { type ReadText, readHtml, readPlain } from './read-html'
import {
  choiceBody,
  type Lose,
  matchingBody,
  noEqual,
  type ReadQuestion,
  type Refused,
  readQuestion,
  type Take,
} from './read-question'

type Item = Extract<GiftItem, { item: unknown }>['item']

/** A question of a GIFT file, as far as ours can hold it. Its name is its id (`// [id:…]`) or else its title. */
export function readGiftQuestion(item: Item, category: string, line: number): ReadQuestion {
  const name = item.id?.trim() || item.title?.trim() || `line ${line}`
  return readQuestion({
    ...{ name, category, losses: [] },
    stem: formatted(item.stem),
    explanation: formatted('globalFeedback' in item ? item.globalFeedback : null),
    body: (take, lose) => bodyOf(item, take, lose),
  })
}

function bodyOf(item: Item, take: Take, lose: Lose): ImportedBody | Refused {
  if (item.type === 'MC') return multichoice(item, take, lose)
  if (item.type === 'TF') return truefalse(item, take)
  if (item.type === 'Matching') return matching(item, take, lose)
  return noEqual(MOODLE_NAMES[item.type])
}

/** The kinds that we do not have, as Moodle calls them. */
const MOODLE_NAMES = {
  Short: 'shortanswer',
  Numerical: 'numerical',
  Essay: 'essay',
  Description: 'description',
} as const satisfies Partial<Record<GIFTQuestion['type'], string>>

/** One right answer has a `=`. Where several are right, each has its weight. */
function multichoice({ choices }: MultipleChoice, take: Take, lose: Lose): ImportedBody | Refused {
  const answers = choices.map(({ isCorrect, weight, text, feedback }) => ({
    share: weight ?? (isCorrect ? 100 : 0),
    text: take(formatted(text)),
    feedback: take(formatted(feedback)),
  }))
  return choiceBody(
    answers,
    choices.some(({ isCorrect }) => isCorrect),
    lose,
  )
}

/** In GIFT, the feedback for a wrong answer comes first. The parser calls the first one that for “true”. */
function truefalse({ isTrue, trueFeedback, falseFeedback }: TrueFalse, take: Take): ImportedBody {
  const [wrong, right] = [take(formatted(trueFeedback)), take(formatted(falseFeedback))]
  return {
    kind: 'true-false',
    isTrue,
    feedback: isTrue ? { true: right, false: wrong } : { true: wrong, false: right },
  }
}

function matching({ matchPairs }: Matching, take: Take, lose: Lose): ImportedBody | Refused {
  const rows = matchPairs.map(({ subquestion, subanswer }) => ({
    prompt: take(formatted(subquestion)),
    answer: readPlain(unescaped(subanswer)).text,
  }))
  return matchingBody(rows, lose)
}

/** The parser leaves its marks for escaped characters, such as `&&058;` for a colon, in the answers of a matching. */
const unescaped = (text: string) =>
  text.replace(/&&(035|058|061|092|123|125|126);/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** Moodle’s formats other than plain text are HTML, or are written much like it. */
function formatted(given: TextFormat | null): ReadText {
  if (!given) return { text: '', lost: [] }
  return given.format === 'plain' ? readPlain(given.text) : readHtml(given.text)
}
