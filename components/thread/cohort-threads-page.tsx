import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { Pager, pageLink } from '../ui/pager'
import { ThreadList } from './thread-list'
import type { ListedThread } from './threads'

type Props = {
  cohort: { id: string; name: string }
  threads: readonly ListedThread[]
  more: boolean
  /** The first is 1. */
  page: number
  locale: Locale
  t: Translator
}

/** What the learners of a cohort ask, for its tutors. */
export function CohortThreadsPage({ cohort, threads, more, page, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/threads`
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack-s">
        <p className="sm">
          <a href={path}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <h1>{t('threads.title')}</h1>
        <p>{t('threads.lead')}</p>
      </div>
      {threads.length === 0 && <p className="muted">{t('threads.none')}</p>}
      <section aria-label={t('threads.title')} className="stack">
        <ThreadList threads={threads} path={here} named locale={locale} t={t} />
      </section>
      <Pager
        label={t('threads.pages')}
        text={t('proposals.page', { page: formatNumber(page, locale) })}
        before={pageLink(page > 1 ? `${here}?page=${page - 1}` : null, t('threads.newer'))}
        after={pageLink(more ? `${here}?page=${page + 1}` : null, t('threads.older'))}
      />
    </main>
  )
}
