import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { NameIn } from '../ui/name-in'
import type { ListedThread } from './threads'

type Props = {
  threads: readonly ListedThread[]
  /** The address of the list; each thread has a page below it. */
  path: string
  /** True for tutors: each thread then has the learner's name. */
  named: boolean
  locale: Locale
  t: Translator
}

/** Questions to tutors: the subject of each, whether it waits for an answer, and the number of unread messages. */
export function ThreadList({ threads, path, named, locale, t }: Props) {
  return (
    <ul className="plain stack">
      {threads.map((thread) => (
        <li key={thread.id} className="card stack-s thread">
          <h3 className="h3">
            <a href={`${path}/${thread.id}`}>
              {named ? <NameIn names={thread} locale={locale} /> : typeset(thread.lesson[locale], locale)}
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
