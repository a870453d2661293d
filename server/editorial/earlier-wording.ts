import 'server-only'
import { compareTexts, type TextComparison, type Wording, wordingIn } from '@/domain/editorial/compare-texts'
import type { Locale } from '@/domain/locale'
import { isCourseKind, type TextKey } from '@/domain/signoff/text-key'
import { library } from '../content/library'
import { sql } from '../db/client'
import { findPartOfRelease, type HashAsked } from '../db/course/earlier-releases'
import { findSignedWording, findWordingOfHash } from '../db/editorial/editorial-texts'
import type { PresentText } from './present-text'
import { blocksInLibrary, blocksOfPart, type CoursePart } from './text-content'

/** What a text is compared with. */
export const COMPARED_WITH = ['signed', 'published'] as const
export type ComparedWith = (typeof COMPARED_WITH)[number]

/** An earlier wording: when it was signed, or the number of the release that had it. */
export type Earlier = { wording: Wording; signedAt: Date | null; release: number | null }

/** What changed since the last signature, or since what was published before; null if there is no earlier wording. */
export async function compareWith(
  text: PresentText,
  language: Locale,
  what: ComparedWith,
): Promise<(Omit<Earlier, 'wording'> & { comparison: TextComparison }) | null> {
  const earlier = what === 'signed' ? await signedWording(text, language) : await publishedWording(text, language)
  if (!earlier) return null
  const { wording, ...of } = earlier
  return { ...of, comparison: compareTexts(wording, wordingIn(text.blocks, language)) }
}

async function signedWording({ key, signoff }: PresentText, language: Locale): Promise<Earlier | null> {
  const kept = await findSignedWording(sql(), key, language)
  if (kept) return { ...kept, release: null }
  // For a signature written into the ledger by hand no wording is stored, but a release may have it.
  const last = signoff
    .filter((sign) => sign.language === language)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1)
  const wording = last && (await wordingInReleases(key, language, { is: last.hash }))
  return wording ? { ...wording, signedAt: new Date(last.date) } : null
}

async function publishedWording({ key, hashes, draft }: PresentText, language: Locale): Promise<Earlier | null> {
  // The library has no releases: what is published is what is on the disk.
  const here = draft && !isCourseKind(key.kind) ? blocksInLibrary(library(), key) : null
  if (here) return { wording: wordingIn(here, language), signedAt: null, release: null }
  return wordingInReleases(key, language, { isNot: hashes[language] })
}

/** The wording that had this hash, if somebody signed it or a release has it. */
export async function wordingOfHash(key: TextKey, language: Locale, hash: string): Promise<Wording | null> {
  const kept = await findWordingOfHash(sql(), key, language, hash)
  return kept ?? (await wordingInReleases(key, language, { is: hash }))?.wording ?? null
}

async function wordingInReleases(key: TextKey, language: Locale, hash: HashAsked): Promise<Earlier | null> {
  if (!isCourseKind(key.kind)) return null
  const found = await findPartOfRelease(sql(), { key, language, ...hash })
  if (!found) return null
  // The cast is safe: a release is checked against its schema before it is stored.
  const blocks = blocksOfPart({ kind: key.kind, part: found.part } as CoursePart)
  return { wording: wordingIn(blocks, language), signedAt: null, release: found.number }
}
