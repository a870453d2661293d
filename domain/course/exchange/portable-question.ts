import type { Locale, Localized } from '../../locale'
import type { Unit } from '../../question/kinds/computing/unit'
import { passageParts } from '../../question/kinds/passage'
import type { KeyOf, QuestionKey, QuestionKind } from '../../question/question'

/** Functions that format the texts of questions. `escaped`: as a part of a paragraph of HTML. */
export type Setters = {
  html: (source: string) => string
  words: (source: string) => string
  escaped: (source: string) => string
  unit: (unit: Unit) => string
}

/**
 * The answer part of a question in one language, in the form that quiz programs share. Texts are HTML, but the answers
 * of a matching question are plain words, because other programs show them in a drop-down list.
 */
export type PortableBody =
  /** `share`: the share of the points that ticking the answer earns, in [-1, 1]. */
  | { type: 'choice'; single: boolean; answers: readonly { share: number; text: string; feedback: string }[] }
  | { type: 'true-false'; isTrue: boolean; feedback: { true: string; false: string } }
  /** `others` are answers that fit no prompt. */
  | { type: 'matching'; pairs: readonly { prompt: string; answer: string }[]; others: readonly string[] }
  /** From first to last. */
  | { type: 'ordering'; items: readonly string[] }
  /** A text with gaps: paragraphs of HTML and of gaps. */
  | { type: 'cloze'; paragraphs: readonly (readonly (string | Gap)[])[] }

/** A gap to fill in. Its texts are plain words, not HTML. */
export type Gap = {
  kind: 'number' | 'choice'
  answers: readonly { isRight: boolean; text: string; tolerance: number; feedback: string }[]
}

export type PortableQuestion = {
  id: string
  objective: string
  stem: string
  /** Includes the comments on the options if the kind of question has no other place for them. */
  explanation: string
  body: PortableBody
}

/** Converts each kind of question for other programs. The code does not compile if a kind is missing. */
type Portable = { readonly [K in QuestionKind]: (key: KeyOf<K>, set: Setting) => PortableBody }
/** The same functions, bound to the language of the export. */
type Setting = Record<'html' | 'words', (text: Localized) => string> &
  Pick<Setters, 'escaped' | 'unit'> & { locale: Locale }

const BODIES: Portable = {
  single: ({ options, correct }, set) => ({
    type: 'choice',
    single: true,
    answers: options.map(({ id, text, feedback }) => ({
      share: correct.includes(id) ? 1 : 0,
      text: set.html(text),
      feedback: set.html(feedback),
    })),
  }),
  multiple: ({ options, correct }, set) => choiceOfSeveral(options, correct, set),
  'true-false': ({ options, correct }, set) => {
    const feedback = (truth: 'true' | 'false') => {
      const option = options.find(({ id }) => id === truth)
      return option ? set.html(option.feedback) : ''
    }
    return {
      type: 'true-false',
      isTrue: correct[0] === 'true',
      feedback: { true: feedback('true'), false: feedback('false') },
    }
  },
  matching: ({ prompts, options, correct }, set) => {
    const text = (id: string | undefined) => {
      const option = options.find((one) => one.id === id)
      return option ? set.words(option.text) : ''
    }
    const used = new Set(Object.values(correct))
    return {
      type: 'matching',
      pairs: prompts.map((prompt) => ({ prompt: set.html(prompt.text), answer: text(correct[prompt.id]) })),
      others: options.filter(({ id }) => !used.has(id)).map(({ id }) => text(id)),
    }
  },
  ordering: ({ options, correct }, set) => ({
    type: 'ordering',
    items: correct.flatMap((id) => {
      const option = options.find((one) => one.id === id)
      return option ? [set.html(option.text)] : []
    }),
  }),
  // Each step is matched with its rank, because other programs have no ordering with ties.
  ranking: ({ options, correct }, set) => ({
    type: 'matching',
    pairs: options.map(({ id, text }) => ({ prompt: set.html(text), answer: correct[id] ?? '' })),
    others: [],
  }),
  // Graded like a multiple choice whose options are the spans.
  marking: ({ options, correct }, set) => choiceOfSeveral(options, correct, set),
  completing: ({ passage, options, correct }, set) => {
    const gaps = new Map(
      Object.entries(correct).map(([blank, right]): [string, Gap] => [
        blank,
        {
          kind: 'choice',
          answers: options
            .filter((option) => option.blank === blank)
            .map(({ id, text, feedback }) => ({
              isRight: id === right,
              text: set.words(text),
              tolerance: 0,
              feedback: set.words(feedback),
            })),
        },
      ]),
    )
    return { type: 'cloze', paragraphs: withGaps(passage[set.locale], gaps, set) }
  },
  computing: ({ asks, options, correct }, set) => ({
    type: 'cloze',
    paragraphs: asks.map(({ id, label, unit, tolerance }) => [
      `${set.escaped(label[set.locale])} `,
      {
        kind: 'number' as const,
        answers: options
          .filter(({ ask }) => ask === id)
          .map(({ value, feedback }) => ({
            isRight: String(value) === correct[id],
            text: String(value),
            tolerance,
            feedback: set.words(feedback),
          })),
      },
      ` ${set.unit(unit)}`,
    ]),
  }),
}

/** A wrong answer subtracts as much as a right one adds, as in the platform's own grading. */
function choiceOfSeveral(
  options: KeyOf<'multiple'>['options'],
  correct: readonly string[],
  set: Setting,
): PortableBody {
  const share = (id: string) => (correct.includes(id) ? 1 : -1) / correct.length
  return {
    type: 'choice',
    single: false,
    answers: options.map(({ id, text, feedback }) => ({
      share: share(id),
      text: set.html(text),
      feedback: set.html(feedback),
    })),
  }
}

/** The text and the gaps of each paragraph, without the paragraph's own tags. */
function withGaps(passage: string, gaps: ReadonlyMap<string, Gap>, set: Setting): (string | Gap)[][] {
  return passageParts(passage).map((parts) =>
    parts.flatMap(({ text, slot }): (string | Gap)[] => {
      if (slot === undefined) return [set.escaped(text ?? '')]
      const gap = gaps.get(slot)
      return gap ? [gap] : []
    }),
  )
}

/** The kinds for which other programs store a comment on each answer. */
const SAYS_FEEDBACK: readonly PortableBody['type'][] = ['choice', 'true-false', 'cloze']

/** A question with its key as other quiz programs read it, in one language. */
export function portableQuestion(key: QuestionKey, locale: Locale, setters: Setters): PortableQuestion {
  const html = (text: Localized) => setters.html(text[locale])
  // The table has a function for each kind, which TypeScript cannot follow from the kind of `key`.
  const body = (BODIES[key.kind] as (key: QuestionKey, set: Setting) => PortableBody)(key, {
    html,
    words: (text) => setters.words(text[locale]),
    escaped: setters.escaped,
    unit: setters.unit,
    locale,
  })
  const comments = SAYS_FEEDBACK.includes(body.type) ? [] : key.options.map(({ feedback }) => html(feedback))
  return {
    id: key.id,
    objective: key.objective,
    stem: [html(key.stem), ...documentOf(key, locale, setters)].join('\n'),
    explanation: [html(key.explanation), ...comments].join('\n'),
    body,
  }
}

/** The document in which spans are marked: its spans are the answers. */
function documentOf(key: QuestionKey, locale: Locale, { html }: Setters): string[] {
  if (key.kind !== 'marking') return []
  const words = new Map(key.options.map(({ id, text }) => [id, text[locale]]))
  return passageParts(key.passage[locale]).map((parts) =>
    html(parts.map(({ text, slot }) => (slot === undefined ? text : (words.get(slot) ?? ''))).join('')),
  )
}
