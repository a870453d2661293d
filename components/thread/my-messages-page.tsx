import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { ThreadList } from './thread-list'
import type { ListedThread } from './threads'

type Props = {
  /** The announcements of her institution; null if there are none. */
  announcements: ReactNode | null
  threads: readonly ListedThread[]
  locale: Locale
  t: Translator
}

/** The announcements of a learner's institution, and her questions to tutors. */
export function MyMessagesPage({ announcements, threads, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack-s">
        <p className="sm">
          <a href={href(locale, '/learning')}>{t('learning.title')}</a>
        </p>
        <h1>{t('messages.title')}</h1>
      </div>
      <section className="stack" aria-labelledby="told">
        <h2 id="told">{t('messages.told')}</h2>
        {announcements ?? <p className="muted">{t('messages.noTold')}</p>}
      </section>
      <section className="stack" aria-labelledby="questions">
        <h2 id="questions">{t('messages.questions')}</h2>
        {threads.length === 0 && <p className="muted">{t('messages.noQuestions')}</p>}
        <ThreadList threads={threads} path={href(locale, '/learning/messages')} named={false} locale={locale} t={t} />
      </section>
    </main>
  )
}
