import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { ListedThread } from './threads'

type Props = {
  threads: readonly ListedThread[]
  /** The address of the list, below which each has its page. */
  path: string
  /** Tutors see who asks. */
  named: boolean
  locale: Locale
  t: Translator
}

/** Questions to tutors: what each is about, who waits, and what is new. */
export function ThreadList({ threads, path, named, locale, t }: Props) {
  return (
    <ul className="plain stack">
      {threads.map((thread) => (
        <li key={thread.id} className="card stack-s thread">
          <h3 className="h3">
            <a href={`${path}/${thread.id}`}>
              {named ? <bdi>{nameIn(thread, locale)}</bdi> : typeset(thread.lesson[locale], locale)}
            </a>
          </h3>
          {named && <p className="sm muted">{typeset(thread.lesson[locale], locale)}</p>}
          <p dir="auto">{thread.lastText}</p>
          <p className="row sm muted">
            <span>{formatDate(thread.lastAt, locale)}</span>
            <span className={thread.waits ? 'chip warn' : 'chip'}>
              {t(thread.waits ? 'threads.waits' : 'threads.hasAnswer')}
            </span>
            {thread.unread > 0 && (
              <strong className="chip info">{t('threads.unread', { count: thread.unread })}</strong>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
