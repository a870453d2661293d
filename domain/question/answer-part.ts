/**
 * The parts of an answer that are saved separately. A tab that shows an older answer can therefore set the flag without
 * changing the newer answer.
 */
export const ANSWER_PARTS = ['answer', 'certainty', 'flagged'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

/** For each part, when its current value was given, in ms since 1970 by the database's clock; 0 if it has none yet. */
export type GivenAt = Record<AnswerPart, number>
