import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Reviewable } from '@/domain/signoff/reviewed'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { ReviewState } from '../ui/review-state'

type Props = {
  /** The list that holds the page, if it shows one entry of it. */
  list?: 'law' | 'cases' | 'checklists' | 'models' | 'briefs'
  className?: string
  title: ReactNode
  lead?: string
  /** What to know before reading on. */
  notice?: ReactNode
  filter?: ReactNode
  /** The number of entries shown, in words. */
  count?: string
  /** The entries shown; the state of their review is given beside their number. */
  reviewed?: readonly Reviewable[]
  /** After the count and the review, on the same line. */
  actions?: ReactNode
  /** The last part of the head: contents, lines to fill in on paper. */
  contents?: ReactNode
  children?: ReactNode
  locale: Locale
  t: Translator
}

/** The common frame of the pages of the library: breadcrumbs, heading, filter, and the number of entries. */
export function LibraryFrame({ list, className, title, lead, children, ...head }: Props) {
  const { notice, filter, count, reviewed, actions, contents, locale, t } = head
  const crumbs = [{ href: href(locale, '/library'), label: t('library.front.title') }]
  if (list) crumbs.push({ href: href(locale, `/library/${list}`), label: t(`library.${list}.title`) })
  return (
    <main id="main" className={`wrap page stack-l library${className ? ` ${className}` : ''}`}>
      <div className={list ? 'stack-s' : 'stack'}>
        <Crumbs label={t('library.crumbs')} links={crumbs} />
        <h1>{title}</h1>
        {lead && <p className="lead prose">{lead}</p>}
        {notice}
        {filter}
        {count && (
          <p className="row">
            <strong>{count}</strong>
            {reviewed && <ReviewState parts={reviewed} locale={locale} t={t} />}
            {actions}
          </p>
        )}
        {contents}
      </div>
      {children}
    </main>
  )
}
