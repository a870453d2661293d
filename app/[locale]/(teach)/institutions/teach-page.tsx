import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import type { FormState } from '@/components/ui/form-state'

export type Crumb = { path: string; label: string }
type Parts = {
  title: string
  /** In place of the title, where that holds more than words. */
  heading?: React.ReactNode
  lead?: string
  /** The way up, below the list of institutions. The list itself has none. */
  crumbs: readonly Crumb[] | null
  /** Of its form, when it was refused. */
  state?: FormState | undefined
  children: React.ReactNode
}

const DONE = [
  'created',
  'saved',
  'offered',
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
] as const

/** A page of who runs institutions: the way up, what was just done, and its own part. */
export function teachPage({ locale, t, query }: DocumentContext, parts: Parts): DocumentPage {
  const { title, heading = title, lead, crumbs, state, children } = parts
  const done = DONE.find((one) => one === query.get('done'))
  const way = crumbs && [{ path: '/institutions', label: t('institutions.title') }, ...crumbs]
  const main = (
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
        {done && !state && (
          <p className="note ok" role="status">
            {t(`institutions.done.${done}`)}
          </p>
        )}
      </div>
      {children}
    </main>
  )
  const refused = state !== undefined
  return {
    title: refused ? `${t('fields.errorPrefix')} ${title}` : title,
    main,
    staff: true,
    index: false,
    ...(refused && { status: 400 }),
  }
}
