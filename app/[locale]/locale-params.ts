import { notFound } from 'next/navigation'
import { isLocale, type Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'

/** The language of an address and its sentences, or a 404. */
export async function readLocale(params: Promise<{ locale: string }>): Promise<{ locale: Locale; t: Translator }> {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return { locale, t: translator(locale) }
}
