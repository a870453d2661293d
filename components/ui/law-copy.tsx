import type { LawRow } from '@/domain/library/law-rows'
import type { TextVersion } from '@/domain/library/provision'
import { writePlace } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Text } from './text'

type Props = { version: TextVersion; rows: readonly LawRow[]; locale: Locale; t: Translator }

/** The repaired words and the uncertain paragraph breaks of the text shown, so that nobody relies on them unawares. */
export function LawCopyNotes({ version, rows, locale, t }: Props) {
  const shown = rows.flatMap((row) => row.ar)
  const words = [version.preamble?.ar ?? '', ...shown.map(({ text }) => text)].join('\n')
  const repairs = (version.repairs ?? []).filter(({ given }) => words.includes(given))
  const breaks = uncertainUpTo(version, shown.at(-1)?.id)
  return (
    <>
      {repairs.length > 0 && (
        <div className="law-trap sm">
          <strong>{t('law.repaired')}</strong>
          <ul className="plain" lang="ar" dir="rtl">
            {repairs.map(({ printed, given }) => (
              <li key={printed}>
                <del>
                  <Text locale="ar">{printed}</Text>
                </del>{' '}
                ← <Text locale="ar">{given}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      {breaks.length > 0 && (
        <p className="law-trap sm">
          <Text locale={locale}>
            {typeset(
              t('law.breaks', { places: breaks.map((id) => placeOf(id, locale)).join(SEPARATOR[locale]) }),
              locale,
            )}
          </Text>
        </p>
      )}
    </>
  )
}

/** The breaks that are not certain before the last paragraph shown or right after it: its number depends on them. */
function uncertainUpTo({ alignment, uncertainBreaks = [] }: TextVersion, last: string | undefined): readonly string[] {
  const order = alignment.flatMap((row) => row.ar)
  return last === undefined ? [] : uncertainBreaks.filter((id) => order.indexOf(id) <= order.indexOf(last))
}

const SEPARATOR = { ar: '، ', fr: ' ; ', en: '; ' } as const

function placeOf(id: string, locale: Locale): string {
  const [paragraph, item] = id.split('.').map(Number)
  return writePlace({ paragraph: paragraph ?? null, item: item ?? null }, locale)
}
