/** The four practices, in the order of their page. */
export const PRACTICE_KINDS = ['grid', 'simulation', 'worksheet', 'referral'] as const
export type PracticeKind = (typeof PRACTICE_KINDS)[number]

/** A file that a person has gone through. `courseId` is null for one that belongs to no course. */
export type DoneRow = {
  kind: PracticeKind
  caseId: string
  courseId: string | null
  firstAt: Date
  lastAt: Date
  times: number
}
