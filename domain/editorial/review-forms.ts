import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { fileLines, linesSchema } from '../form/plain-lines'
import { AREAS } from '../signoff/scope'

// `draft`: the id of the new row, made with the form, so that a form that is sent twice is idempotent.

/** The views of a text. */
export const REVIEW_VIEWS = ['text', 'columns', 'diff', 'history', 'comments'] as const
export type ReviewView = (typeof REVIEW_VIEWS)[number]

export function readView(asked: string | null): ReviewView {
  return REVIEW_VIEWS.find((view) => view === asked) ?? 'text'
}

/** The most people who get a letter about one comment. */
const MOST_MENTIONS = 10

export const commentSchema = z.object({
  draft: z.uuid(),
  /** Empty for the text as a whole. */
  block: z.string().max(200),
  /** The hash of the block that the form showed; empty for the text as a whole. */
  was: z.string().max(64),
  /** Empty for a new thread. */
  thread: z.union([z.literal(''), z.uuid()]),
  commentText: linesSchema(FIELD_LIMITS.commentText),
  source: z.enum(['', 'yes']),
  mentions: z.array(z.string().regex(/^R-[A-Z0-9]{2,12}$/)).max(MOST_MENTIONS),
})
export type WrittenComment = z.infer<typeof commentSchema>

export function readComment(form: FormData) {
  const typed = textFields(form, ['draft', 'block', 'was', 'thread', 'commentText', 'source'])
  return { ...typed, mentions: form.getAll('mentions').filter((one) => typeof one === 'string') }
}

export const wordingSchema = z.object({
  draft: z.uuid(),
  block: z.string().min(1).max(200),
  field: z.string().max(200),
  /** The hash of the wording that the form showed. */
  was: z.string().max(64),
  wordingText: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text !== '', 'required')
    .refine((text) => [...text].length <= FIELD_LIMITS.wordingText, 'too-long'),
  wordingReason: linesSchema(FIELD_LIMITS.wordingReason),
})
export type WrittenWording = z.infer<typeof wordingSchema>

export function readWording(form: FormData) {
  return textFields(form, ['draft', 'block', 'field', 'was', 'wordingText', 'wordingReason'])
}

/** A file as it was typed, to be checked. Its line ends are normalised, and it ends with one. */
export const sourceSchema = z.object({
  draft: z.uuid(),
  /** The hash of the file that the form showed. */
  was: z.string().max(64),
  sourceText: z
    .string()
    .transform((typed) => fileLines(typed).replace(/\n*$/, '\n'))
    .refine((text) => text.trim() !== '', 'required')
    .refine((text) => [...text].length <= FIELD_LIMITS.sourceText, 'too-long'),
})
/** The same, to be stored as a proposal. */
export const proposedSourceSchema = sourceSchema.extend({
  sourceSummary: linesSchema(FIELD_LIMITS.sourceSummary),
  wordingReason: linesSchema(FIELD_LIMITS.wordingReason),
})
export type ProposedSource = z.infer<typeof proposedSourceSchema>

/** The files of a text that are changed together, in the order of its page. Each field ends with its number. */
export const sourcesSchema = z.object({
  draft: z.uuid(),
  files: z.array(sourceSchema.pick({ was: true, sourceText: true })).min(1),
})
export const proposedSourcesSchema = sourcesSchema.extend({
  sourceSummary: linesSchema(FIELD_LIMITS.sourceSummary),
  wordingReason: linesSchema(FIELD_LIMITS.wordingReason),
})
export type ProposedSources = z.infer<typeof proposedSourcesSchema>

/** @param count the number of files. */
export function readSources(form: FormData, count: number): Record<string, string> {
  const numbered = Array.from({ length: count }, (_, place) => [`was.${place}`, `sourceText.${place}`])
  return textFields(form, ['draft', 'sourceSummary', 'wordingReason', ...numbered.flat()])
}

/** The typed fields, grouped by file for the schemas. */
export function sourcesTyped(typed: Readonly<Record<string, string>>, count: number) {
  const files = Array.from({ length: count }, (_, place) => ({
    was: typed[`was.${place}`] ?? '',
    sourceText: typed[`sourceText.${place}`] ?? '',
  }))
  return { ...typed, files }
}

export function readSource(form: FormData) {
  return textFields(form, ['draft', 'was', 'sourceText', 'sourceSummary', 'wordingReason'])
}

export const signSchema = z.object({
  /** The hash of the text that she read. */
  hash: z.string().min(1).max(128),
  area: z.enum(AREAS),
  /** The signatures that the page showed: if another one was added since, she is shown it first. */
  seen: z.string().max(2000),
  understood: z.literal('yes', 'confirmation-needed'),
})
export type Signed = z.infer<typeof signSchema>

export function readSigned(form: FormData) {
  return textFields(form, ['hash', 'area', 'seen', 'understood'])
}

export const withdrawSchema = z.object({ signature: z.uuid(), reason: linesSchema(FIELD_LIMITS.reason) })

export function readWithdrawal(form: FormData) {
  return textFields(form, ['signature', 'reason'])
}

/** `reject-accepted`: rejects a proposal that was accepted before. */
const DECISIONS = ['accept', 'reject', 'reject-accepted'] as const

/** A rejection needs a note; an acceptance may have one. */
export const decisionSchema = z
  .object({ decision: z.enum(DECISIONS, 'choose'), note: z.string() })
  .transform(({ decision, note }, context) => {
    const text = note.trim()
    if (text === '' && decision === 'accept') return { decision, answer: null }
    const read = linesSchema(FIELD_LIMITS.note).safeParse(text)
    if (!read.success) {
      context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? 'required', path: ['note'] })
      return z.NEVER
    }
    return { decision, answer: read.data }
  })
export type WordingDecision = z.infer<typeof decisionSchema>

export function readDecision(form: FormData) {
  return textFields(form, ['decision', 'note'])
}

export const settleSchema = z.object({ thread: z.uuid(), resolved: z.enum(['yes', 'no']) })
