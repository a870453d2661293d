import { z } from 'zod'

const wordsSchema = z.strictObject({ ar: z.string(), fr: z.string(), en: z.string() })

/** A block of a lesson, as notes, bookmarks and error reports identify it. */
export const passageSchema = z.strictObject({
  /** Its number in the page: `3` for the element `b3`. It is the same in the three languages. */
  block: z.number().int().nonnegative(),
  /** The hash of the three languages together, so that a note made in Arabic is found in French. */
  hash: z.string(),
  /** The heading (`##`) under which it stands; null before the first one. */
  section: z.strictObject({ id: z.string().nullable(), title: wordsSchema }).nullable(),
  /** The first words. A block of law has its citation instead, and a question its stem. */
  words: wordsSchema,
})
export type Passage = z.infer<typeof passageSchema>

/** The fields of a passage that a note or bookmark stores. */
export type KeptPassage = Pick<Passage, 'block' | 'hash'>

/**
 * Finds a stored passage in a text in which it may have moved; null if its words have changed. If the same words occur
 * several times, the nearest block is returned.
 */
export function findPassage(passages: readonly Passage[], kept: KeptPassage): Passage | null {
  const distance = ({ block }: Passage) => Math.abs(block - kept.block)
  const [nearest] = passages.filter(({ hash }) => hash === kept.hash).toSorted((a, b) => distance(a) - distance(b))
  return nearest ?? null
}

/** All passages in the section of a block. Passages before the first heading belong to the first section. */
export function sectionOf(passages: readonly Passage[], block: number): Passage[] {
  const first = passages.find(({ section }) => section !== null)?.section ?? null
  const heading = ({ section }: Passage) => JSON.stringify(section ?? first)
  const asked = passages.find((passage) => passage.block === block)
  return asked ? passages.filter((passage) => heading(passage) === heading(asked)) : []
}
