import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Crumbs } from './crumbs'

export type Crumb = { path: string; label: string }

/** The acts that a page of staff can confirm. Each has its sentence under `institutions.done`. */
export const STAFF_DONE = [
  'created',
  'saved',
  'offered',
  'offer-sent-again',
  'offer-taken-back',
  'ended',
  'confirmed',
  'withdrawn',
  'archived',
  'kept',
  'proposed',
  'taken-back',
  'carried-out',
  'refused',
  'answered',
  'disabled',
  'enabled',
  'factor-off',
  'confirmation-sent',
  'admitted',
] as const
export type StaffDone = (typeof STAFF_DONE)[number]

type Props = {
  heading: React.ReactNode
  lead?: string | undefined
  /** The breadcrumbs after the list of institutions; null on the list itself. */
  crumbs: readonly Crumb[] | null
  done?: StaffDone | null
  locale: Locale
  t: Translator
  children: React.ReactNode
}

/** A page for the people who run institutions: breadcrumbs, what was just done, and its own content. */
export function StaffPage({ heading, lead, crumbs, done = null, locale, t, children }: Props) {
  const way = crumbs && [{ path: '/institutions', label: t('institutions.title') }, ...crumbs]
  return (
    <main id="main" className="wrap page stack-l teach">
      <div className="stack">
        {way && (
          <Crumbs
            label={t('institutions.crumbs')}
            links={way.map(({ path, label }) => ({ href: href(locale, path), label }))}
          />
        )}
        <h1>{heading}</h1>
        {lead && <p className="lead prose">{lead}</p>}
        {done && (
          <p className="note ok" role="status">
            {t(`institutions.done.${done}`)}
          </p>
        )}
      </div>
      {children}
    </main>
  )
}
