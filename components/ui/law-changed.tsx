import { TriangleAlert } from 'lucide'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { Icon } from './icon'
import { Text } from './text'

type Props = { changes: readonly OutdatedCitation[]; locale: Locale; t: Translator }

/** Shown beside a text that was written before a law changed, until a jurist signs it again. */
export function LawChanged({ changes, locale, t }: Props) {
  if (changes.length === 0) return null
  return (
    <div className="note warn law-changed sm">
      <Icon node={TriangleAlert} />
      <div>
        <p className="note-title">{t('law.changedSince')}</p>
        {changes.map(({ name, since }) => (
          <p key={name}>
            <Text>
              {typeset(
                t('law.changedText', { provision: capitalise(name), date: formatDate(new Date(since), locale) }),
                locale,
              )}
            </Text>
          </p>
        ))}
      </div>
    </div>
  )
}
