import { type Entry, opensByCode } from '@/domain/cohort/entry/entry'
import { formatEntryCode } from '@/domain/cohort/entry/entry-code'
import type { Translator } from '@/i18n/translator'
import { Ref } from '../../ui/ref'

type Props = {
  entry: Entry
  /** The page that changes it; null if the reader may not. */
  change: string | null
  t: Translator
}

/** How people can enrol by themselves, with the code to hand out. */
export function EntryNote({ entry, change, t }: Props) {
  const { code, way, domains, approval } = entry
  return (
    <p className="sm row">
      <span>{t(`cohorts.entry.ways.${way}`)}</span>
      {code && opensByCode(entry) && (
        <strong>
          <Ref>{formatEntryCode(code)}</Ref>
        </strong>
      )}
      {(way === 'domain' || way === 'both') && domains.map((domain) => <Ref key={domain}>{domain}</Ref>)}
      {way !== 'closed' && <span className="muted">{t(`cohorts.entry.approvals.${approval ? 'yes' : 'no'}`)}</span>}
      {change && <a href={change}>{t('cohorts.entry.change')}</a>}
    </p>
  )
}
