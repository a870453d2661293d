import type { Locale } from '@/domain/locale'
import type { Spoken } from '@/domain/seminar/seminar'
import type { Translator } from '@/i18n/translator'

/** In a room, by a link, or both. */
export function wayOf({ place, online }: { place: unknown; online: boolean }, t: Translator): string {
  if (!online) return t('seminar.onSite')
  return t(place ? 'seminar.both' : 'seminar.online')
}

const SEPARATOR: Record<Locale, string> = { ar: '، ', fr: ', ', en: ', ' }

export function languageList(languages: readonly Spoken[], locale: Locale, t: Translator): string {
  return languages.map((code) => t(`seminar.languages.${code}`)).join(SEPARATOR[locale])
}
