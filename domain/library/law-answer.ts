import type { Locale } from '../locale'
import { type Excerpt, excerptOf } from './excerpt'
import { type LawRow, lawRows } from './law-rows'
import type { Provision } from './provision'

type Voice = 'ar' | 'fr'
/** The answer of a provision in one of the languages in which it is quoted. */
export type AnswerVoice = {
  language: Voice
  paragraphs: readonly AnswerParagraph[]
}

/** A paragraph with the penalty that it imposes, in its own words. A later paragraph often imposes another one. */
type AnswerParagraph = { consequence: string | null; excerpt: Excerpt }

/** In characters, of each paragraph. */
const LENGTH = 420

/** What is quoted of a provision: the words to mark, and the paragraphs that answer, if they are named. */
export type Quoting = { looked: ReadonlySet<string>; paragraphs?: readonly string[] | undefined }

/**
 * The paragraphs of a provision that answer a query: the named ones, or else the first one, which describes the act,
 * and the one with the most searched words. A reader of Arabic gets the Arabic alone; others get the French and the
 * Arabic.
 */
export function lawAnswer({ versions }: Provision, quoting: Quoting, locale: Locale): AnswerVoice[] {
  const { looked } = quoting
  const chosen = chosenRows(versions[0], quoting)
  const voices: Voice[] = locale === 'ar' ? ['ar'] : ['fr', 'ar']
  return voices.flatMap((language) => {
    const texts = chosen.map((row) => textOf(row, language)).filter(Boolean)
    if (texts.length === 0) return []
    const paragraphs = texts.map((text) => ({
      consequence: consequenceIn(text, language),
      excerpt: excerptOf(text, looked, LENGTH),
    }))
    return [{ language, paragraphs }]
  })
}

/** The notes on the quoted paragraphs, such as a penalty that the translation calls by a milder name. */
export function answerTraps({ id, versions, traps }: Provision, quoting: Quoting): Provision['traps'] {
  const paragraphs = chosenRows(versions[0], quoting).flatMap(({ ar, fr }) => [...ar, ...fr])
  const shown = new Set([id, ...paragraphs.map((paragraph) => `${id}#${paragraph.id}`)])
  return traps.filter(({ cites }) => paragraphs.length > 0 && cites.some((cite) => shown.has(cite)))
}

function chosenRows(version: Provision['versions'][number] | undefined, { looked, paragraphs }: Quoting): LawRow[] {
  // A version that is no longer in force is no answer.
  if (!version || !('text' in version) || version.inForceUntil) return []
  if (paragraphs) return lawRows(version, paragraphs)
  const [first, ...others] = lawRows(version)
  const best = others.map((row) => ({ row, found: foundIn(row, looked) })).toSorted((a, b) => b.found - a.found)[0]
  return [first, best && best.found > 0 ? best.row : undefined].filter((row) => row !== undefined)
}

function textOf(row: LawRow, language: Voice): string {
  return row[language].map(({ text }) => text).join(' ')
}

function foundIn(row: LawRow, looked: ReadonlySet<string>): number {
  return Math.max(...(['ar', 'fr'] as const).map((language) => excerptOf(textOf(row, language), looked).found))
}

/** The words that impose a penalty; without them it is only mentioned, as in the rules on lighter sentences. */
const IMPOSED: Record<Voice, string> = {
  ar: '(?<=(?:يعاقب(?! عليها)|عوقب(?! عليها)|ترفع|كانت العقوبة (?=ب))[^:؛]*)',
  fr: '(?<=(?:puni|porté|passible)[^:;]*)',
}
const TERM_AR = '[^:؛،]{0,40}(?:سنوات|سنتين|سنة|شهرا|شهرين|أشهر|شهر|المؤبد)(?: واحدة)?'
const EITHER_AR = '(?:،? أو بإحدى هاتين العقوبتين(?: فقط| وحدها)?)?'

/**
 * From the name of a penalty to the fine in the same sentence, and to a prison term that follows the fine. Without a
 * fine, to the last unit of time nearby, since those farther away are ages. Then the words that allow one of the two
 * alone.
 */
const PENALTY: Record<Voice, RegExp> = {
  ar: new RegExp(
    `${IMPOSED.ar}(?:(?:السجن|الحبس|الغرامة|غرامة)(?:(?:[^:؛.]|\\.\\d)*درهما?(?: وبالحبس${TERM_AR})?|${TERM_AR})${EITHER_AR}|الإعدام)`,
    'u',
  ),
  fr: new RegExp(
    `${IMPOSED.fr}(?:réclusion|emprisonnement|amende)(?:(?:[^:;.]|\\.\\d)*dirhams|[^:;,]{0,40}(?:\\bans?\\b|mois|perpétuité|perpétuelle))`,
    'u',
  ),
}

/** The penalty that a paragraph imposes, word for word; null if it imposes none. */
export function consequenceIn(text: string, language: Voice): string | null {
  return PENALTY[language].exec(text)?.[0] ?? null
}
