import type { KeyOf, QuestionKind } from '../../course/question'
import type { Localized } from '../../locale'
import type { Answer } from '../answer'
import type { Share } from './shares'

/** Ids of options. */
export type Picks = string[]
/** Prompt → option, or option → rank, by ids. */
export type Pairs = Record<string, string>

/** What an answer to each kind is. Rows hold answers as JSON: what was stored once must stay readable. */
type Answers = {
  single: Picks
  multiple: Picks
  'true-false': Picks
  matching: Pairs
  /** The ids from first to last; while she is still making the order, the ranks that she has given, from 1. */
  ordering: Picks | Pairs
}
export type AnswerOf<K extends QuestionKind> = Answers[K]

/** Options of a true or false have no text: the interface supplies it. */
export type PublicOption = { id: string; text: Localized | null }
type Options = { options: readonly PublicOption[] }

/** What the browser may see of each kind, beside what it may see of every question. */
type Shown = {
  single: Options
  multiple: Options
  'true-false': Options
  matching: Options & { prompts: readonly { id: string; text: Localized }[] }
  ordering: Options
}
/** A question as the browser may see it. */
export type PublicOf<K extends QuestionKind> = { [P in K]: { id: string; kind: P; stem: Localized } & Shown[P] }[K]

/** One thing that a question asks for, with what she chose and what is right. */
export type JudgedPart = {
  /** Id of the prompt, or the place in the order from 1; null where the question itself asks. */
  asks: string | number | null
  /** Id of the option she chose; null for none. */
  chosen: string | null
  /** Id of the option that belongs here; null for an option that was ticked and belongs nowhere. */
  right: string | null
  correct: boolean
}

/** The rules of one kind of question. Answers reach them through `read`, so that they fit the question. */
export type Kind<K extends QuestionKind> = {
  /** @param order ids of the options in the order in which they were drawn. */
  show: (key: KeyOf<K>, order?: readonly string[]) => PublicOf<K>
  /** Ids of the options in the order in which an exam shows them. */
  draw: (key: KeyOf<K>, shuffle: (ids: readonly string[]) => string[]) => string[]
  /** The answer when it fits the question, whole or in part; else null, also when it is empty. */
  read: (key: KeyOf<K>, given: Answer) => AnswerOf<K> | null
  /** Whether the answer can be judged at once, with nothing more to come. */
  isFinal: (answer: AnswerOf<K>) => boolean
  /** Whether all that the question asks for is answered. */
  isComplete: (key: KeyOf<K>, answer: AnswerOf<K>) => boolean
  /** Points, in [0, 1]. */
  grade: (key: KeyOf<K>, answer: AnswerOf<K>) => number
  judge: (key: KeyOf<K>, answer: AnswerOf<K> | null) => JudgedPart[]
  /** The options that she picked, where an answer is a choice of options. */
  picked: (answer: AnswerOf<K>) => readonly string[]
  /** An answer that fits and earns less than the point. @param choose picks one of several wrong options. */
  mistake: (key: KeyOf<K>, choose: (wrong: readonly string[]) => string | undefined) => AnswerOf<K>
  /** Why nobody can answer the question right, or nobody wrong; null when everything is well. */
  fault: (key: KeyOf<K>) => string | null
  /** Ids in the key that the question does not have. */
  unknownIds: (key: KeyOf<K>) => string[]
  /** How often something that a reader can see is right, among all questions of the kind in a bank. */
  shares: (keys: readonly KeyOf<K>[]) => Share[]
}
