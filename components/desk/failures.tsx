import type { Translator } from '@/i18n/translator'

/** The sources of the work page: each has its name under `desk.sources`. */
export type Source =
  | 'cohorts'
  | 'waiting'
  | 'threads'
  | 'standings'
  | 'proposals'
  | 'cosignatures'
  | 'contacts'
  | 'seminars'
  | 'seminars-today'
  | 'offers'
  | 'faces'
  | 'identities'
  | 'institutions'
  | 'platform'
  | 'reviews'
  | 'regrades'

/** Each source that failed in a line of its own; the others stand. */
export function Failures({ failed, t }: { failed: readonly Source[]; t: Translator }) {
  if (failed.length === 0) return null
  return (
    <ul className="plain note bad" role="status">
      {failed.map((source) => (
        <li key={source}>{t('desk.failed', { source: t(`desk.sources.${source}`) })}</li>
      ))}
    </ul>
  )
}
