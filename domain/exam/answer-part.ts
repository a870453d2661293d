/** What of a question is saved on its own: a tab that shows an older answer can flag it and leave the newer one as it is. */
export const ANSWER_PARTS = ['answer', 'certainty', 'flagged'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

/** When what stands of each part was given, in ms since 1970 by the database's clock; 0 before the first time. */
export type GivenAt = Record<AnswerPart, number>
