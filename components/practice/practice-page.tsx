import type { PracticeKind } from '@/domain/case/practice-kind'
import { WORKSHEET_PATH } from '@/domain/course/kept/kept-copy'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { RetiredReasons } from './retired'

export type PracticeLine = {
  id: string
  title: Localized
  lead: Localized
  path: string
  state: 'new' | 'open' | 'done'
  retired: readonly OutdatedCitation[]
}
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  lists: readonly { kind: PracticeKind; items: readonly PracticeLine[] }[]
  signedIn: boolean
}

/** The practices with their files and her progress. A visitor sees them without progress. */
export function PracticePage({ lists, signedIn, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <header className="stack-s">
        <p>
          <span className="chip care">{t('casework.badge')}</span>
        </p>
        <h1>{t('casework.title')}</h1>
        <p className="lead">{t('casework.lead')}</p>
        <p className="muted">{t(signedIn ? 'casework.private' : 'casework.signIn')}</p>
      </header>
      <p>
        <a href={href(locale, WORKSHEET_PATH)}>{t('worksheet.openBlank')}</a>
      </p>
      {lists.map(({ kind, items }) => (
        <section key={kind} className="stack" aria-labelledby={kind}>
          <h2 id={kind}>{t(`casework.kinds.${kind}.title`)}</h2>
          <p>{t(`casework.kinds.${kind}.lead`)}</p>
          <PracticeLines items={items} signedIn={signedIn} locale={locale} t={t} />
        </section>
      ))}
    </main>
  )
}

/** The files of one kind, each with its state and its link. */
export function PracticeLines({
  items,
  signedIn,
  locale,
  t,
}: Texts & { items: readonly PracticeLine[]; signedIn: boolean }) {
  return (
    <ol className="plain dossiers">
      {items.map(({ id, title, lead, path, state, retired }) => (
        <li key={id} className="card stack-s">
          <h3>
            <a href={href(locale, path)}>{typeset(title[locale], locale)}</a>
          </h3>
          <p>
            <Inline source={lead[locale]} locale={locale} />
          </p>
          {signedIn && (retired.length === 0 || state !== 'new') && (
            <p>
              <span className={CHIP[state]}>{t(`casework.state.${state}`)}</span>
            </p>
          )}
          {retired.length > 0 && (
            <div className="sm muted">
              <span className="chip warn">{t('casework.retired.chip')}</span>
              <RetiredReasons changes={retired} locale={locale} t={t} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

const CHIP = { new: 'chip', open: 'chip warn', done: 'chip ok' } as const
