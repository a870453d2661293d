import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import type { PracticeKind } from '@/domain/case/practice-kind'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { Icon } from '../../ui/icon'
import { CaseHead } from '../case-head'
import { type OptionGroup, OptionGroups } from '../option-groups'

/** The first decision of a file: what lies on the table, what is asked, and the answers. */
export type FirstDecision = {
  kind: PracticeKind
  title: Localized
  papers: ReactNode
  question: string
  /** Several groups are shown as one list to choose from. */
  groups: readonly OptionGroup[]
  /** What was chosen, and what follows; null before. */
  taken: { choice: string; label: string; follows: ReactNode } | null
}
type Props = {
  decision: FirstDecision
  /** The address of this page, without its query. */
  path: string
  signedIn: boolean
  locale: Locale
  t: Translator
}

/** A file as anybody opens it: its papers, its first decision and what follows. The choice is in the address alone. */
export function FirstPage({ decision, path, signedIn, locale, t }: Props) {
  const { kind, title, papers, taken } = decision
  return (
    <main id="main" className="wrap page stack">
      <CaseHead title={title} kind={kind} locale={locale} t={t}>
        {!signedIn && <p className="muted">{t('casework.first.noAccount')}</p>}
      </CaseHead>
      <div className="first-decision">
        <div className="stack">{papers}</div>
        {taken ? (
          <div className="stack" id="follows">
            <p>
              <span className="muted">{t('casework.first.yours')}</span> <strong>{taken.label}</strong>{' '}
              <a href={path}>{t('casework.first.change')}</a>
            </p>
            {taken.follows}
            <Onward path={path} choice={taken.choice} signedIn={signedIn} locale={locale} t={t} />
          </div>
        ) : (
          <form method="get" action={`${path}#follows`} className="stack">
            <Options decision={decision} t={t} />
            <p>
              <button type="submit" className="btn primary">
                {t('casework.first.see')}
                <Icon node={ChevronRight} mirrored />
              </button>
            </p>
          </form>
        )}
      </div>
    </main>
  )
}

function Options({ decision: { question, groups }, t }: { decision: FirstDecision; t: Translator }) {
  const [only, ...more] = groups
  if (more.length === 0) {
    return (
      <fieldset className="choices">
        <legend>{question}</legend>
        {only?.options.map(({ id, label }, place) => (
          <label key={id}>
            <input type="radio" name="choice" value={id} required />
            <span className="n" aria-hidden="true">
              {place + 1}
            </span>
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <label className="stack-s">
      <strong>{question}</strong>
      <select name="choice" required defaultValue="">
        <option value="">{t('referralPlan.choose')}</option>
        <OptionGroups groups={groups} />
      </select>
    </label>
  )
}

type OnwardProps = Omit<Props, 'decision'> & { choice: string }

/** Her own file goes on from the choice; a visitor comes back to it once she has an account. */
function Onward({ path, choice, signedIn, locale, t }: OnwardProps) {
  if (signedIn) {
    return (
      <form method="post" action={path} className="stack-s">
        <input type="hidden" name="choice" value={choice} />
        <p>
          <button type="submit" className="btn primary">
            {t('casework.first.goOn')}
            <Icon node={ChevronRight} mirrored />
          </button>
        </p>
        <p className="sm muted">{t('casework.first.begun')}</p>
      </form>
    )
  }
  return (
    <div className="stack-s">
      <p className="row">
        <a className="btn primary" href={withReturn(href(locale, '/sign-up'), path, choice)}>
          {t('casework.first.signUp')}
          <Icon node={ChevronRight} mirrored />
        </a>
        <a className="tap" href={withReturn(href(locale, '/sign-in'), path, choice)}>
          {t('casework.first.signIn')}
        </a>
      </p>
      <p className="sm muted">{t('casework.first.kept')}</p>
    </div>
  )
}

/** The page for signing up or in, which leads back to the choice. */
export function withReturn(page: string, path: string, choice: string): string {
  return `${page}?${new URLSearchParams({ next: `${path}?${new URLSearchParams({ choice })}` })}`
}
