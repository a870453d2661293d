import { headers } from 'next/headers'
import { isLocale, type Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'

/** The language of the page that a form was sent from: a form's own word for it could be forged. */
export async function requestLanguage(): Promise<{ locale: Locale; t: Translator }> {
  const first = (await headers()).get('x-pathname')?.split('/')[1]
  const locale = isLocale(first) ? first : 'ar'
  return { locale, t: translator(locale) }
}
