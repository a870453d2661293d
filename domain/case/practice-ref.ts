import { z } from 'zod'
import type { PracticeKind } from './practice-kind'

/**
 * A practice as `course.yaml` and `lesson.yaml` name it: `lanes-of-the-medina` is a file in its own practice, a grid or a
 * simulation; `worksheet/lanes-of-the-medina` the worksheet on it; `referral/s-begging` a plan for a profile.
 */
export const practiceRefSchema = z.string().regex(/^((worksheet|referral)\/)?[a-z0-9]+(-[a-z0-9]+)*$/)
export type PracticeRef = z.infer<typeof practiceRefSchema>

export function readPracticeRef(ref: PracticeRef): { kind: 'file' | 'worksheet' | 'referral'; id: string } {
  const [first = '', id] = ref.split('/')
  if (id === undefined) return { kind: 'file', id: first }
  return { kind: first === 'worksheet' ? 'worksheet' : 'referral', id }
}

/** The reference of a practice that a person has done. */
export function practiceRefOf(kind: PracticeKind, id: string): PracticeRef {
  return kind === 'worksheet' || kind === 'referral' ? `${kind}/${id}` : id
}

/** How many of the practices that a course offers or demands are done, whatever their results. */
export type PracticeCount = { done: number; total: number }

/** Null for a course in which there is nothing to practise. */
export function countPractice(
  {
    cases = [],
    file,
  }: {
    cases?: readonly { file: { id: string } }[] | undefined
    file: { practice?: readonly PracticeRef[] | undefined }
  },
  practised: readonly { kind: PracticeKind; caseId: string }[],
): PracticeCount | null {
  const refs = new Set([...cases.map((one) => one.file.id), ...(file.practice ?? [])])
  if (refs.size === 0) return null
  const done = new Set(practised.map(({ kind, caseId }) => practiceRefOf(kind, caseId)))
  return { done: [...refs].filter((ref) => done.has(ref)).length, total: refs.size }
}
