import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'

/** The names of the formats are the same in every language. */
const FORMATS = [
  { format: 'bib', label: 'BibTeX' },
  { format: 'json', label: 'CSL-JSON' },
] as const

/** The address of a reference, or of the whole `bibliography`, as a file. */
export function citationFile(key: string, format: (typeof FORMATS)[number]['format'], locale: Locale): string {
  return `/api/library/references/${key}.${format}?lang=${locale}`
}

type Props = { reference: string; name: string; locale: Locale; t: Translator }

/** A reference as a file in each format. */
export function CitationFormats({ reference, name, locale, t }: Props) {
  return FORMATS.map(({ format, label }) => (
    <a
      key={format}
      href={citationFile(reference, format, locale)}
      aria-label={t('library.research.formatOf', { format: label, title: name })}
    >
      {label}
    </a>
  ))
}
