import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { actInWords, type Entry } from '../ui/audit-items'
import { namedParts } from '../ui/audit-named'

/** The log as a table: its headings, and each entry as a line. */
export function auditWords(locale: Locale, t: Translator) {
  const name = (names: Names | null) => (names ? nameIn(names, locale) : '')
  return {
    headings: [
      t('audit.export.at'),
      t('audit.filter.act'),
      t('audit.by'),
      t('audit.about'),
      t('audit.what'),
      t('audit.where'),
      t('audit.why'),
    ],
    line: (entry: Entry) => [
      formatDateTime(entry.at, locale),
      actInWords(entry, t),
      name(entry.actor),
      name(entry.subject),
      namedParts(entry.named ?? null, 1, locale, t)
        .map(({ text }) => text)
        .join(' · '),
      name(entry.institution),
      entry.reason ?? '',
    ],
  }
}
