import type { Localized } from '../../locale'
import type { Answer } from '../answer'
import type { KeyOf, QuestionKind } from '../question'
import type { Unit } from './computing/unit'
import type { Share } from './shares'

/** Ids of options. */
export type Picks = string[]
/** Prompt or blank id → option id, option id → rank, or ask id → number. */
export type Pairs = Record<string, string>

/** The type of an answer to each kind. Rows store answers as JSON, so stored answers must remain readable. */
type Answers = {
  single: Picks
  multiple: Picks
  'true-false': Picks
  matching: Pairs
  /** The ids from first to last; for an incomplete order, the ranks given so far, from 1. */
  ordering: Picks | Pairs
  /** Option id → its place from 1; several may share a place, and no place is left out. */
  ranking: Pairs
  /** Ask id → the number, as `readNumber` writes it. */
  computing: Pairs
  marking: Picks
  completing: Pairs
}
export type AnswerOf<K extends QuestionKind> = Answers[K]

/** The options of a true-false question have no text: the interface supplies it. */
export type PublicOption = { id: string; text: Localized | null }
type Options = { options: readonly PublicOption[] }

/** The fields that the browser may see of each kind, besides those of every question. */
type Shown = {
  single: Options
  multiple: Options
  'true-false': Options
  matching: Options & { prompts: readonly { id: string; text: Localized }[] }
  ordering: Options
  ranking: Options
  computing: { asks: readonly { id: string; label: Localized; unit: Unit }[] }
  marking: Options & { passage: Localized }
  /** Each option with the blank in which it may be chosen. */
  completing: { passage: Localized; options: readonly (PublicOption & { blank: string })[] }
}
/** A question as the browser may see it. */
export type PublicOf<K extends QuestionKind> = { [P in K]: { id: string; kind: P; stem: Localized } & Shown[P] }[K]

/** One part of a question, with the option that she chose and the right one. */
export type JudgedPart = {
  /** The id of the judged part, such as a prompt, or the rank from 1; null if the question has options alone. */
  asks: string | number | null
  /** The id of the chosen option, or the given number or place if no option stands for it; null for none. */
  chosen: string | null
  /** The right one; null for an option that was ticked wrongly. */
  right: string | null
  correct: boolean
  /** The id of the judged option if neither `chosen` nor `right` is one: the step of a ranking. */
  about?: string
}

/** The rules of one kind of question. Answers pass through `read` first, so that they fit the question. */
export type Kind<K extends QuestionKind> = {
  /** @param order ids of the options in the order in which they were drawn. */
  show: (key: KeyOf<K>, order?: readonly string[]) => PublicOf<K>
  /** The ids of the options in the order in which an exam shows them. */
  draw: (key: KeyOf<K>, shuffle: (ids: readonly string[]) => string[]) => string[]
  /** The answer, complete or partial, if it fits the question; null if it does not or is empty. */
  read: (key: KeyOf<K>, given: Answer) => AnswerOf<K> | null
  /** Whether the answer can be judged at once because nothing more can follow. */
  isFinal: (answer: AnswerOf<K>) => boolean
  /** Whether the answer is complete. */
  isComplete: (key: KeyOf<K>, answer: AnswerOf<K>) => boolean
  /** The points, in [0, 1]. */
  grade: (key: KeyOf<K>, answer: AnswerOf<K>) => number
  judge: (key: KeyOf<K>, answer: AnswerOf<K> | null) => JudgedPart[]
  /** The options that she picked; for computing, those with the numbers that she gave. */
  picked: (key: KeyOf<K>, answer: AnswerOf<K>) => readonly string[]
  /** An answer that fits and earns less than one point. @param choose picks one of several wrong options. */
  mistake: (key: KeyOf<K>, choose: (wrong: readonly string[]) => string | undefined) => AnswerOf<K>
  /** Why the question cannot be answered right, or cannot be answered wrong; null if it is sound. */
  fault: (key: KeyOf<K>) => string | null
  /** The ids in the key that the question does not have. */
  unknownIds: (key: KeyOf<K>) => string[]
  /**
   * How often each visible feature, such as a position, marks the right answer, among all questions of the kind in a
   * bank.
   */
  shares: (keys: readonly KeyOf<K>[]) => Share[]
}
