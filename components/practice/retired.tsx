import { TriangleAlert } from 'lucide'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { Icon } from '../ui/icon'
import { Text } from '../ui/text'
import { CaseHead } from './case-head'

type Props = { changes: readonly OutdatedCitation[]; locale: Locale; t: Translator }

/** Why a file is retired, on its page. `underWay`: she may finish what she has begun. Nothing for a file in force. */
export function RetiredNote({ underWay = false, ...props }: Props & { underWay?: boolean }) {
  const { changes, t } = props
  if (changes.length === 0) return null
  return (
    <div className="note warn">
      <Icon node={TriangleAlert} />
      <div>
        <p className="note-title">{t('casework.retired.title')}</p>
        <RetiredReasons {...props} />
        <p>{t(underWay ? 'casework.retired.finish' : 'casework.retired.until')}</p>
      </div>
    </div>
  )
}

/** Which provisions have changed since the file was written. */
export function RetiredReasons({ changes, locale, t }: Props) {
  return changes.map(({ name, since }) => (
    <p key={name}>
      <Text>
        {typeset(
          t('casework.retired.reason', { provision: capitalise(name), date: formatDate(new Date(since), locale) }),
          locale,
        )}
      </Text>
    </p>
  ))
}

/** The page of a retired file for a person without an attempt under way: why it is retired, and her last result. */
export function RetiredPage({ title, result, ...props }: Props & { title: Localized; result: string | null }) {
  const { locale, t } = props
  return (
    <main id="main" className="wrap page stack narrow">
      <CaseHead title={title} locale={locale} t={t}>
        <RetiredNote {...props} />
      </CaseHead>
      {result && (
        <p>
          <a href={result}>{t('casework.grid.lastResult')}</a>
        </p>
      )}
    </main>
  )
}
