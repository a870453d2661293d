import type { Locale } from '../locale'
import { type Excerpt, excerptOf } from './excerpt'
import { type LawRow, lawRows } from './law-rows'
import type { Provision } from './provision'

type Voice = 'ar' | 'fr'
/** What a provision answers, in one of the languages in which it is quoted. */
export type AnswerVoice = {
  language: Voice
  /** The penalty, in the words of the provision; null if none of the paragraphs names one. */
  consequence: string | null
  paragraphs: readonly Excerpt[]
}

/** In characters, of each paragraph. */
const LENGTH = 420

/**
 * The paragraphs of a provision that answer a query: the first one, which says what is done, and the one with the most
 * of the words that were looked for. Arabic alone for a reader of Arabic; others read the translation and the text that
 * is authentic.
 */
export function lawAnswer({ versions }: Provision, looked: ReadonlySet<string>, locale: Locale): AnswerVoice[] {
  const version = versions[0]
  // What has ended answers nothing any more.
  if (!version || !('text' in version) || version.inForceUntil) return []
  const rows = lawRows(version)
  const voices: Voice[] = locale === 'ar' ? ['ar'] : ['fr', 'ar']
  const [first, ...others] = rows
  const best = others.map((row) => ({ row, found: foundIn(row, looked) })).toSorted((a, b) => b.found - a.found)[0]
  const chosen = [first, best && best.found > 0 ? best.row : undefined].filter((row) => row !== undefined)
  return voices.flatMap((language) => {
    const texts = chosen.map((row) => textOf(row, language)).filter(Boolean)
    if (texts.length === 0) return []
    const consequence = texts.map((text) => consequenceIn(text, language)).find((each) => each !== null) ?? null
    return [{ language, consequence, paragraphs: texts.map((text) => excerptOf(text, looked, LENGTH)) }]
  })
}

function textOf(row: LawRow, language: Voice): string {
  return row[language].map(({ text }) => text).join(' ')
}

function foundIn(row: LawRow, looked: ReadonlySet<string>): number {
  return Math.max(...(['ar', 'fr'] as const).map((language) => excerptOf(textOf(row, language), looked).found))
}

/**
 * From the name of a penalty to its fine, within one clause; without a fine, to the last unit of time that is near, since
 * farther ones are ages.
 */
const PENALTY: Record<Voice, RegExp> = {
  ar: /(?:السجن|الحبس|غرامة)(?:[^:؛]*درهم|[^:؛،]{0,40}(?:سنوات|سنة|شهرا|أشهر|المؤبد))|الإعدام/u,
  fr: /(?:réclusion|emprisonnement|amende)(?:[^:;]*dirhams|[^:;,]{0,40}(?:\bans?\b|mois|perpétuité|perpétuelle))/u,
}

/** The penalty that a paragraph names, word for word; null if it names none. */
export function consequenceIn(text: string, language: Voice): string | null {
  return PENALTY[language].exec(text)?.[0] ?? null
}
