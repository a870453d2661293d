import type { Locale } from '@/domain/locale'
import { SEMINAR_VIEWS, type SeminarQuery } from '@/domain/seminar/list-query'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { listAddress } from '../ui/list-address'
import { Pager, pageLink } from '../ui/pager'
import { MonthView } from './month-view'
import { SeminarCard, type SeminarInList } from './seminar-card'

type Props = {
  query: SeminarQuery
  seminars: readonly SeminarInList[]
  /** There is another page. */
  more: boolean
  signedIn: boolean
  locale: Locale
  t: Translator
  now: Date
}

/** The seminars that a reader may see: to come, of a month, her own, or past. */
export function SeminarListPage(props: Props) {
  const { query, signedIn, locale, t } = props
  const address = (view: string) => listAddress(href(locale, '/seminars'), { view: view === 'list' ? '' : view })
  return (
    <main id="main" className="wrap page stack">
      <div className="stack-s">
        <h1>{t('seminar.title')}</h1>
        <p className="muted">{t('seminar.lead')}</p>
      </div>
      <nav className="views" aria-label={t('seminar.view')}>
        {SEMINAR_VIEWS.filter((view) => view !== 'mine' || signedIn).map((view) => (
          <a key={view} href={address(view)} aria-current={view === query.view ? 'page' : undefined}>
            {t(`seminar.views.${view}`)}
          </a>
        ))}
      </nav>
      {query.view === 'month' ? <MonthView month={query.month} {...props} /> : <Cards {...props} />}
    </main>
  )
}

function Cards({ query: { view, page }, seminars, more, signedIn, locale, t, now }: Props) {
  const at = (number: number) =>
    listAddress(href(locale, '/seminars'), {
      view: view === 'list' ? '' : view,
      page: number > 1 ? String(number) : '',
    })
  const pages = {
    label: t('seminar.title'),
    before: pageLink(page > 1 ? at(page - 1) : null, t('seminar.before')),
    after: pageLink(more ? at(page + 1) : null, t('seminar.after')),
  }
  if (view === 'mine' && !signedIn) return <p className="card">{t('seminar.signIn')}</p>
  return (
    <>
      {seminars.length === 0 && <p className="card">{t(`seminar.none.${view}`)}</p>}
      {seminars.length > 0 && (
        <ul className="plain stack seminars">
          {seminars.map((seminar) => (
            <SeminarCard key={seminar.id} seminar={seminar} heading="h2" locale={locale} t={t} now={now} />
          ))}
        </ul>
      )}
      <Pager {...pages} />
    </>
  )
}
