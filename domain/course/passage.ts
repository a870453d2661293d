import { z } from 'zod'

const wordsSchema = z.strictObject({ ar: z.string(), fr: z.string(), en: z.string() })

/** A block of a lesson, as something that points to it knows it: a note, a bookmark, a report of an error. */
export const passageSchema = z.strictObject({
  /** Its number in the page: `3` for the element `b3`. It is the same in the three languages. */
  block: z.number().int().nonnegative(),
  /** Of its text in the three languages together, so that what was noted in Arabic is found in French. */
  hash: z.string(),
  /** The heading (`##`) under which it stands; null before the first one. */
  section: z.strictObject({ id: z.string().nullable(), title: wordsSchema }).nullable(),
  /** How it begins. A block of law is named by what it quotes, a question by what it asks. */
  words: wordsSchema,
})
export type Passage = z.infer<typeof passageSchema>

/** What is kept of a passage by something that points to it. */
export type KeptPassage = Pick<Passage, 'block' | 'hash'>

/**
 * Where a passage stands in a text that may have moved it; null if its words have changed. If a text says the same words
 * several times, it is the nearest of them.
 */
export function findPassage(passages: readonly Passage[], kept: KeptPassage): Passage | null {
  const distance = ({ block }: Passage) => Math.abs(block - kept.block)
  const [nearest] = passages.filter(({ hash }) => hash === kept.hash).toSorted((a, b) => distance(a) - distance(b))
  return nearest ?? null
}

/** The passages under the heading of one of them, with it. Those before the first heading belong to the first section. */
export function sectionOf(passages: readonly Passage[], block: number): Passage[] {
  const first = passages.find(({ section }) => section !== null)?.section ?? null
  const heading = ({ section }: Passage) => JSON.stringify(section ?? first)
  const asked = passages.find((passage) => passage.block === block)
  return asked ? passages.filter((passage) => heading(passage) === heading(asked)) : []
}
