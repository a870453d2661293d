import { z } from 'zod'
import type { Locale } from '../locale'
import { parseCase, parseMarkdown, parseSentence } from '../text/markdown'
import { type MarkdownNode, withDescendants } from '../text/markdown-tree'
import { idsIn } from '../text/marks'

/** A proposed version of a file. It is written only if the file has not changed since. */
export const fileChangeSchema = z.strictObject({
  /** From the project's root. */
  path: z
    .string()
    .regex(/^(courses|library)\/[a-z0-9./-]+$/)
    .refine((path) => !path.split('/').includes('..')),
  /** SHA-256 of `base`; null for a file that does not exist yet. */
  baseHash: z.string().nullable(),
  base: z.string(),
  text: z.string(),
})
export type FileChange = z.infer<typeof fileChangeSchema>
export const fileChangesSchema = z.array(fileChangeSchema).min(1)

const PARSERS = { lesson: parseMarkdown, case: parseCase, sentence: parseSentence } as const
/** The attributes by which a text points to the law, a term, a question or a fact. */
const POINTERS: Readonly<Record<string, string>> = { cite: 'id', def: 'term', law: 'cite', quiz: 'id', fact: 'id' }

/** The targets to which a source points, in order and with repetitions: `cite cp-448-1#2`. */
export function pointersIn(source: string, kind: keyof typeof PARSERS): string[] {
  return withDescendants(PARSERS[kind](source)).flatMap(pointersOf)
}

function pointersOf({ name = '', attributes }: MarkdownNode): string[] {
  const attribute = POINTERS[name]
  return attribute === undefined ? [] : idsIn(attributes?.[attribute]).map((id) => `${name} ${id}`)
}

/** The targets that the proposed source has lost: a wording may change, but its citations must remain. */
export function droppedPointers(before: string, after: string, kind: keyof typeof PARSERS): string[] {
  const left = pointersIn(after, kind)
  return pointersIn(before, kind).filter((pointer) => {
    const place = left.indexOf(pointer)
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
}

/** `exported`: it is in the files. `conflict`: the files have changed in another way. */
export const PROPOSAL_STATES = ['open', 'accepted', 'rejected', 'exported', 'conflict'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Proposals on which somebody must act: decide on them, or propose them again for the present file. */
export const WAITING_STATES = ['open', 'conflict'] as const satisfies readonly ProposalState[]
export type WaitingState = (typeof WAITING_STATES)[number]

export function isWaiting({ state }: { state: ProposalState }): boolean {
  return WAITING_STATES.some((one) => one === state)
}

/** The proposals for a language of a text that may still change it: whoever signs it should know them. */
export function mayStillChange<T extends { language: Locale | null; state: ProposalState }>(
  proposals: readonly T[],
  language: Locale,
): T[] {
  return proposals.filter(
    (one) => (one.language ?? language) === language && (isWaiting(one) || one.state === 'accepted'),
  )
}
