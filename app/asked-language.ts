import { LOCALES, type Locale } from '@/domain/locale'

/** The first language of ours that the browser asks for: for addresses that name none. */
export function askedLanguage(request: Request): Locale {
  const wanted = request.headers.get('accept-language') ?? ''
  const asked = wanted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.flatMap((code) => LOCALES.find((locale) => locale === code) ?? []).at(0) ?? 'ar'
}
