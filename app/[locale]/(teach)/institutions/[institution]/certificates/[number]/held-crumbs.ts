import type { Crumb } from '@/components/ui/staff-page'
import type { Names } from '@/domain/account/profile'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'

/** The way up from a certificate that an institution taught. */
export function heldCrumbs(institution: Names & { id: string }, locale: Locale, t: Translator): Crumb[] {
  const path = `/institutions/${institution.id}`
  return [
    { path, label: nameIn(institution, locale) },
    { path: `${path}/certificates`, label: t('proposals.title') },
  ]
}
