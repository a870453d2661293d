import type { ManyAct, ManyOutcome } from '@/domain/cohort/many-acts'
import { REST_DAYS } from '@/domain/cohort/reminding'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { NameIn } from '../../ui/name-in'
import { ProgressBar } from '../../ui/progress-bar'
import { WideFrame } from '../cohort-frame'
import { ManyPlan, MOST_NAMED, type Plan } from './many-plan'

type Left = Names & { memberId: string; email: string; why: ManyOutcome }
type Started = {
  status: 'started'
  act: ManyAct
  ended: boolean
  chosen: number
  due: number
  dealtWith: number
  done: number
  queued: number
  left: readonly Left[]
}
type Props = {
  cohort: { id: string; name: string }
  /** The id of the stored choice of people. */
  set: string
  view: (Plan & { left: readonly Left[] }) | Started
  state: FormState
  locale: Locale
  t: Translator
}

/** An act on many people: its effects, and the button that starts it; afterwards the result. */
export function ManyPage({ cohort, set, view, state, locale, t }: Props) {
  const people = href(locale, `/cohorts/${cohort.id}/people`)
  const here = `${people}/act/${view.act}?set=${set}`
  const left = <LeftOut left={view.left} chosen={view.chosen} people={people} locale={locale} t={t} />
  return (
    <WideFrame back={{ href: people, label: t('cohorts.people.title') }} heading={titleOf(view, t)}>
      <p className="muted">
        <Name>{cohort.name}</Name>
      </p>
      {view.status === 'planned' ? (
        <ManyPlan {...{ plan: view, here, people, left, state, locale, t }} />
      ) : (
        <Outcome view={view} here={here} people={people} locale={locale} t={t}>
          {left}
        </Outcome>
      )}
    </WideFrame>
  )
}

export function titleOf(view: { status: 'planned' | 'started'; act: ManyAct; due: number }, t: Translator): string {
  return view.due === 0 ? t(`cohorts.many.${view.act}.name`) : t(`cohorts.many.${view.act}.title`, { count: view.due })
}

type OutcomeProps = {
  view: Started
  here: string
  people: string
  locale: Locale
  t: Translator
  children: React.ReactNode
}

function Outcome({ view, here, people, locale, t, children }: OutcomeProps) {
  const { act, ended, due, dealtWith, done, queued } = view
  const progress = t('cohorts.many.goesOn', {
    done: formatNumber(dealtWith, locale),
    total: formatNumber(due, locale),
  })
  return (
    <section className="card stack">
      {!ended && (
        <div className="stack-s" role="status">
          <p>{progress}</p>
          <ProgressBar label={progress} value={dealtWith} max={due} />
          <p>
            <a className="btn" href={here}>
              {t('cohorts.many.refresh')}
            </a>
          </p>
        </div>
      )}
      <div className={done + queued > 0 ? 'note ok' : 'note warn'} role="status">
        <p>{t(`cohorts.many.${act}.done`, { count: done })}</p>
        {queued > 0 && <p>{t('cohorts.many.queued', { count: queued })}</p>}
      </div>
      {children}
      <p>
        <a className="btn primary" href={people}>
          {t('cohorts.many.backToList')}
        </a>
      </p>
    </section>
  )
}

type LeftProps = { left: readonly Left[]; chosen: number; people: string; locale: Locale; t: Translator }

function LeftOut({ left, chosen, people, locale, t }: LeftProps) {
  if (left.length === 0) return null
  const more = left.length - MOST_NAMED
  return (
    <details>
      <summary>
        <strong>{t('cohorts.many.leftOut', { count: left.length, total: formatNumber(chosen, locale) })}</strong>
      </summary>
      <ul className="plain entries">
        {left.slice(0, MOST_NAMED).map((person) => (
          <li key={person.memberId}>
            <a href={`${people}/${person.memberId}`}>
              <NameIn names={person} otherwise={person.email} locale={locale} />
            </a>
            <span className="chip">{whyText(person.why, t)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="sm muted">{t('cohorts.many.leftMore', { count: more })}</p>}
    </details>
  )
}

function whyText(why: ManyOutcome, t: Translator): string {
  if (why === 'done' || why === 'queued') return ''
  return t(`cohorts.many.left.${why}`, { days: REST_DAYS })
}
