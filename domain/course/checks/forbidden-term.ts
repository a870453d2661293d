import type { Library } from '../../library/library'
import { LOCALES, type Locale } from '../../locale'
import { error, type TextCheck } from './finding'
import { matchesIn } from './matches-in'

type Variant = { locale: Locale; variant: string; use: string }

// Particles that Arabic joins to the next word: و ف ب ك ل ال and their combinations.
const PARTICLES = '[وف]?(?:[بك]?ال|لل|[بكل])?'
const TASHKEEL = /[\u0640\u064B-\u0652]/g
const ARTICLE = '[وف]?(?:[بك]?ال|لل)'
// A wording in guillemets is quoted, not used.
const QUOTED = /«[^«»]*»/g

/**
 * Finds variants that the glossary or library/forbidden-terms.yaml forbids. Statutes and wordings in « » are exempt.
 */
export const forbiddenTerm: TextCheck = (texts, library) => {
  const variants = variantsOf(library)
  const patterns = { ar: patternFor('ar', variants), fr: patternFor('fr', variants), en: patternFor('en', variants) }
  return texts.flatMap((run) => {
    const pattern = patterns[run.locale]
    if (run.role === 'statute' || !pattern) return []
    return matchesIn({ ...run, text: withoutQuotes(run.text) }, pattern).map((match) => {
      const { use, variant } =
        variants.find((candidate) => candidate.locale === run.locale && matches(candidate, match.text)) ?? {}
      const words = variant ?? match.text
      return error(match, `“${words}” is not used here: write “${use}”`, { words, ...(use && { instead: use }) })
    })
  })
}

function variantsOf({ terms, forbiddenTerms }: Library): Variant[] {
  const fromGlossary = Object.values(terms).flatMap((term) =>
    LOCALES.flatMap((locale) =>
      (term.forbids?.[locale] ?? []).map((variant) => ({ locale, variant, use: term[locale] })),
    ),
  )
  return [...fromGlossary, ...forbiddenTerms.map(({ language, variant, use }) => ({ locale: language, variant, use }))]
}

function patternFor(locale: Locale, variants: readonly Variant[]): RegExp | null {
  const words = variants.filter((candidate) => candidate.locale === locale).map(({ variant }) => sourceOf(variant))
  return words.length === 0 ? null : new RegExp(wholeWords(locale, words), 'giu')
}

function matches({ locale, variant }: Variant, text: string): boolean {
  return new RegExp(`^${wholeWords(locale, [sourceOf(variant)])}$`, 'iu').test(text)
}

/** Matches a wording with any line breaks and apostrophes. */
function sourceOf(variant: string): string {
  return variant
    .replace(TASHKEEL, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+')
}

/** Matches whole words only, in Arabic with the particles joined to them. */
function wholeWords(locale: Locale, words: readonly string[]): string {
  const withArticle = words.filter((word) => locale === 'ar' && word.startsWith('ال')).map((word) => word.slice(2))
  const others = words.filter((word) => locale !== 'ar' || !word.startsWith('ال'))
  const groups = [
    ...(withArticle.length > 0 ? [`${ARTICLE}(?:${withArticle.join('|')})`] : []),
    ...(others.length > 0 ? [`${locale === 'ar' ? PARTICLES : ''}(?:${others.join('|')})`] : []),
  ]
  return `(?<![\\p{L}\\p{M}])(?:${groups.join('|')})(?![\\p{L}\\p{M}])`
}

/** Blanks out quotations, but keeps the length of each line, so that line numbers stay right. */
function withoutQuotes(text: string): string {
  return text.replace(TASHKEEL, '').replace(QUOTED, (quote) => quote.replace(/[^\n]/g, ' '))
}
