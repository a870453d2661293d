import { isLocale, type Locale } from '@/domain/locale'

/**
 * The language for a request whose path names none: the supported language that the browser prefers, otherwise Arabic.
 * The region is ignored (`ar-MA` is Arabic), a language with `q=0` is excluded, and the first of equal weights wins.
 *
 * @param acceptLanguage the header `Accept-Language`, whatever it holds.
 */
export function askedLanguage(acceptLanguage: string | null | undefined): Locale {
  const wishes = (acceptLanguage ?? '').split(',').map(readWish)
  // The sort is stable.
  wishes.sort((a, b) => b.weight - a.weight)
  for (const { language, weight } of wishes) if (isLocale(language) && weight > 0) return language
  return 'ar'
}

function readWish(wish: string): { language: string | undefined; weight: number } {
  const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 }
}
