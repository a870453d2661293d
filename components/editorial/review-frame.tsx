import type { ReviewView } from '@/domain/editorial/review-forms'
import type { SignState } from '@/domain/editorial/signature'
import { directionOf, LOCALES, type Locale, type Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { Text } from '../ui/text'

/** The head of every view of a text. */
export type ReviewHead = {
  title: Localized
  /** Its course, or null for an entry of the library. */
  course: Localized | null
  kind: string
  minutes: number
  /** The address of the text in the language that is read, without the language of the interface. */
  path: string
  language: Locale
  /** The address of the same text in another language. */
  paths: Localized
  states: Readonly<Record<Locale, SignState>>
  openThreads: number
  /** The proposals in its history on which somebody must act. */
  waitingProposals: number
  /** It is not published as it is. */
  draft: boolean
  /** She may propose another wording. */
  writes: boolean
}

type Props = {
  head: ReviewHead
  view: ReviewView | 'source' | null
  done?: string | null
  locale: Locale
  t: Translator
  children: React.ReactNode
}

/** The frame of the views of a text: its name, its signatures by language, and the way to the other views. */
export function ReviewFrame({ head, view, done = null, locale, t, children }: Props) {
  const { title, course, language } = head
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('editorial.text.crumbs')}
        links={[{ href: href(locale, '/review'), label: t('editorial.text.desk') }]}
      />
      <header className="text-head">
        <div className="stack-s">
          <h1>
            <Text>{typeset(title[locale], locale)}</Text>
          </h1>
          <p className="sm muted">
            {course && (
              <>
                <Text>{typeset(course[locale], locale)}</Text> ·{' '}
              </>
            )}
            {head.draft && <span className="chip warn">{t('editorial.text.draft')}</span>} {head.kind} ·{' '}
            {t('editorial.text.minutes', { count: head.minutes })}
          </p>
        </div>
        <SignStates head={head} locale={locale} t={t} />
      </header>
      {done && (
        <p className="note ok" role="status">
          {done}
        </p>
      )}
      <Views head={head} view={view} locale={locale} t={t} />
      <p className="sm muted">
        {t('editorial.text.reading')}{' '}
        <b lang={language} dir={directionOf(language)}>
          {LANGUAGE_NAMES[language]}
        </b>
      </p>
      {children}
    </main>
  )
}

function SignStates({ head, locale, t }: Pick<Props, 'head' | 'locale' | 't'>) {
  return (
    <ul className="plain text-signs" aria-label={t('editorial.text.signatures')}>
      {LOCALES.map((each) => (
        <li key={each} className={`is-${head.states[each]}`}>
          <a href={href(locale, head.paths[each])} aria-current={each === head.language ? 'true' : undefined}>
            <b lang={each} dir={directionOf(each)}>
              {LANGUAGE_NAMES[each]}
            </b>
          </a>
          <span>{t(`editorial.text.states.${head.states[each]}`)}</span>
        </li>
      ))}
    </ul>
  )
}

const VIEWS = ['text', 'columns', 'diff', 'history', 'comments'] as const satisfies readonly ReviewView[]

function Views({ head, view, locale, t }: Pick<Props, 'head' | 'view' | 'locale' | 't'>) {
  const counts = { text: 0, columns: 0, diff: 0, history: head.waitingProposals, comments: head.openThreads }
  return (
    <nav className="text-views" aria-label={t('editorial.text.viewsLabel')}>
      {VIEWS.map((each) => (
        <a
          key={each}
          href={href(locale, each === 'text' ? head.path : `${head.path}?view=${each}`)}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`editorial.text.views.${each}`)}
          {counts[each] > 0 && <span className="chip warn">{counts[each]}</span>}
        </a>
      ))}
      {head.writes && (
        <a href={href(locale, `${head.path}/source`)} aria-current={view === 'source' ? 'page' : undefined}>
          {t('editorial.source.title')}
        </a>
      )}
    </nav>
  )
}
