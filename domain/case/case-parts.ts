import { z } from 'zod'
import { localizedSchema } from '../locale'

export const caseIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** `cp-448-1`, `cp-448-1#2` (paragraph 2), `cp-448-3#1.4` (item 4 of paragraph 1). */
export const citesSchema = z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(#\d+(\.\d+)?)?$/)).min(1)
export const factIdSchema = z.string().regex(/^F[1-9]\d?$/)

/** The fields that invented files of every kind have in `case.yaml`. */
export const caseFields = {
  id: caseIdSchema,
  /** The place in the list, from 1. */
  order: z.number().int().positive(),
  /** Raised when the text changes, as in a lesson. */
  revision: z.number().int().positive(),
  /** The day up to which the law was read. */
  lawDate: z.iso.date(),
  title: localizedSchema,
  /** What is asked, in one or two sentences. */
  lead: localizedSchema,
  /** Ids of library/keywords.yaml: what the file has in common with decisions. It tells the solution, so it is secret until the end. */
  keywords: z.array(caseIdSchema).default([]),
}

/** The kinds of documents in a file. The kind is shown to the reader and decides the layout. */
export const DOCUMENT_KINDS = ['report', 'statement', 'contract', 'messages', 'account', 'note', 'certificate'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
