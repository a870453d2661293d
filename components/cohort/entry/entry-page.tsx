import { type Entry, opensByCode } from '@/domain/cohort/entry/entry'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { type FormState, UNTOUCHED } from '../../form/form-state'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { FormFrame } from '../cohort-frame'
import { CodeSection } from './code-section'
import { EntryForm } from './entry-form'

/** The acts that the page can confirm. Each has its sentence under `cohorts.entry`. */
export const ENTRY_DONE = ['saved', 'renewed'] as const

type Props = {
  cohort: { id: string; name: string; archivedAt: Date | null }
  entry: Entry
  /** The address at which people join with the code; null if there is no code. */
  joinAddress: string | null
  done: (typeof ENTRY_DONE)[number] | null
  state?: FormState | undefined
  locale: Locale
  t: Translator
}

/** How people may enrol in a cohort by themselves. */
export function EntryPage({ cohort, entry, joinAddress, done, state = UNTOUCHED, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  const { code } = entry
  const lead = (
    <>
      <p>{t('cohorts.entry.lead')}</p>
      {done && (
        <p className="note ok" role="status">
          {t(`cohorts.entry.${done}`)}
        </p>
      )}
      {cohort.archivedAt && <p className="note">{t('cohorts.entry.archived')}</p>}
    </>
  )
  return (
    <FormFrame back={{ href: path, label: <Name>{cohort.name}</Name> }} heading={t('cohorts.entry.title')} lead={lead}>
      {code && joinAddress && opensByCode(entry) && !cohort.archivedAt && (
        <CodeSection code={code} address={joinAddress} action={`${path}/entry`} t={t} />
      )}
      {!cohort.archivedAt && <EntryForm action={`${path}/entry`} entry={entry} state={state} t={t} />}
      <p>
        <a href={`${path}/people?show=asked`}>{t('cohorts.entry.requests')}</a>
      </p>
    </FormFrame>
  )
}
