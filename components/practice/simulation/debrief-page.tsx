import { Check, Printer, Scale } from 'lucide'
import type { ReactNode } from 'react'
import { GAUGE_TOP, type Gauge } from '@/domain/case/simulation/simulation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CiteLink } from '../../ui/cite-link'
import { Crumbs } from '../../ui/crumbs'
import { Icon } from '../../ui/icon'
import type { Citing } from '../../ui/inline'
import { Text } from '../../ui/text'
import { InventedFile } from './head'
import { PaperText } from './paper-text'
import type { PaperView, StoryTime } from './views'

/** A choice at a step: its text, its reasons, its outcome, and the provisions that it rests on. */
export type ChoiceView = { id: string; text: string; why: string; outcome: string; cites: readonly string[] }
export type DebriefStepView = {
  /** The key under which this browser keeps the written reason, for a script to show it. */
  reason: string | null
  at: StoryTime
  /** The seat that decided; null outside a group. */
  seat: string | null
  taken: ChoiceView
  reference: ChoiceView | null
  others: readonly ChoiceView[]
}
export type DebriefView = {
  title: string
  ending: { title: string; text: string } | null
  /** The number of choices that match those of the authors; null for a group. */
  same: number | null
  gauges: readonly { gauge: Gauge; level: number; reference: number }[]
  minutes: { taken: number; reference: number } | null
  steps: readonly DebriefStepView[]
  missed: readonly ChoiceView[]
  papers: readonly PaperView[]
}
type Props = {
  debrief: DebriefView
  links: readonly { href: string; label: string }[]
  /** The decisions that resemble the file. */
  alike: ReactNode
  /** What may be done next: another run, another file. */
  acts: ReactNode
  /** A notice for a group, shown above the rest. */
  notice?: ReactNode
  citing: Citing
  locale: Locale
  t: Translator
}

/** The path taken beside that of the authors, with the legal basis of each step, and at last the hidden state. */
export function DebriefPage({ debrief, links, alike, acts, notice, citing, locale, t }: Props) {
  const { title, ending, same, steps, missed, papers } = debrief
  const set = { citing, locale, t }
  return (
    <main id="main" className="wrap page stack">
      <Crumbs label={t('nav.backTo', { place: title })} links={links} />
      <header className="stack-s">
        <InventedFile t={t} />
        <h1>{t('casework.simulation.debrief.title')}</h1>
        <p className="lead">{title}</p>
        {same !== null && (
          <p className="muted sm">{t('casework.simulation.debrief.same', { same, all: steps.length })}</p>
        )}
        <p className="no-print">
          <button type="button" className="btn" hidden data-print>
            <Icon node={Printer} /> {t('casework.simulation.debrief.print')}
          </button>
        </p>
      </header>
      {notice}
      {ending && (
        <section className="card stack-s">
          <h2>{typeset(ending.title, locale)}</h2>
          <p>
            <Text locale={locale}>{typeset(ending.text, locale)}</Text>
          </p>
        </section>
      )}
      <StateOf debrief={debrief} t={t} />
      <section className="card stack">
        <h2>{t('casework.simulation.debrief.steps')}</h2>
        <ol className="plain sim-paths">
          {steps.map((step) => (
            <StepOf key={step.taken.id + step.at.time} step={step} {...set} />
          ))}
        </ol>
      </section>
      {missed.length > 0 && (
        <section className="card stack">
          <h2>{t('casework.simulation.debrief.missed')}</h2>
          {missed.map((road) => (
            <div key={road.id} className="stack-s">
              <p>
                <strong>
                  <Text locale={locale}>{typeset(road.text, locale)}</Text>
                </strong>
              </p>
              <Why road={road} {...set} />
            </div>
          ))}
        </section>
      )}
      <Transcript papers={papers} {...set} />
      {alike}
      {acts}
      <p className="xs muted">{t('casework.simulation.debrief.note')}</p>
    </main>
  )
}

function StateOf({ debrief: { gauges, minutes }, t }: { debrief: DebriefView; t: Translator }) {
  return (
    <section className="card stack">
      <h2>{t('casework.simulation.debrief.where')}</h2>
      <dl className="sim-gauges">
        {gauges.map(({ gauge, level, reference }) => {
          const name = t(`casework.simulation.debrief.gauge.${gauge}`)
          return (
            <div key={gauge}>
              <dt className="sm">{name}</dt>
              <dd>
                <progress className="bar" value={level} max={GAUGE_TOP} aria-label={name} />
                <span className="xs muted">{t('casework.simulation.debrief.levelOf', { level, reference })}</span>
              </dd>
            </div>
          )
        })}
        {minutes && (
          <div>
            <dt className="sm">{t('casework.simulation.debrief.gauge.time')}</dt>
            <dd>
              <span className="xs muted">
                {t('casework.simulation.debrief.hoursOf', {
                  time: hours(minutes.taken, t),
                  reference: hours(minutes.reference, t),
                })}
              </span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function hours(minutes: number, t: Translator): string {
  return t('casework.simulation.debrief.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

type Set = { citing: Citing; locale: Locale; t: Translator }

function StepOf({ step, ...set }: { step: DebriefStepView } & Set) {
  const { reason, at, seat, taken, reference, others } = step
  const { locale, t } = set
  const isSame = taken.id === reference?.id
  return (
    <li className={isSame ? 'same' : 'differs'}>
      <p className="sim-hour">
        <bdi>{at.time}</bdi>
        <span className="xs">{at.day}</span>
        {seat !== null && <span className="xs">{seat}</span>}
      </p>
      <Road className={isSame ? 'mine both' : 'mine'} text={taken.text} locale={locale}>
        {isSame && <Icon node={Check} />}{' '}
        {t(isSame ? 'casework.simulation.debrief.both' : 'casework.simulation.debrief.mine')}
      </Road>
      {!isSame && reference && (
        <Road className="refe" text={reference.text} locale={locale}>
          {t('casework.simulation.debrief.reference')}
        </Road>
      )}
      <div className="sim-why sm stack-s">
        {reference === null && <p className="muted">{t('casework.simulation.debrief.noReference')}</p>}
        <Why road={taken} {...set} />
        {!isSame && reference && <Why road={reference} {...set} />}
        {others.map((road) => (
          <p key={road.id} className="muted">
            {t('casework.simulation.debrief.otherRoad')}{' '}
            <Text locale={locale}>{typeset(`${road.text} — ${road.outcome}`, locale)}</Text>
          </p>
        ))}
        {reason !== null && (
          <p hidden data-reason={reason}>
            {t('casework.simulation.debrief.reasonWas')} <q dir="auto" />
          </p>
        )}
      </div>
    </li>
  )
}

type RoadProps = { className: string; text: string; locale: Locale; children: ReactNode }

function Road({ className, text, locale, children }: RoadProps) {
  return (
    <div className={className}>
      <p className="xs muted">{children}</p>
      <p>
        <Text locale={locale}>{typeset(text, locale)}</Text>
      </p>
    </div>
  )
}

function Why({ road, citing, locale }: { road: ChoiceView } & Set) {
  return (
    <p>
      <Icon node={Scale} /> <Text locale={locale}>{typeset(road.why, locale)}</Text>{' '}
      {road.cites.map((id) => {
        const target = citing(id)
        return target && <CiteLink key={id} id={id} href={target.href} words={target.mark} name={target.name} mark />
      })}
    </p>
  )
}

/** All documents of the path, as they came: with the steps above, the transcript that is printed. */
function Transcript({ papers, citing, locale, t }: { papers: readonly PaperView[] } & Set) {
  return (
    <section className="stack">
      <h2>{t('casework.simulation.debrief.papers')}</h2>
      {papers.map(({ paper, at }, place) => (
        <article key={paper.id} className="card stack-s">
          <h3>
            {place + 1}. {typeset(paper.title, locale)}{' '}
            <span className="xs muted">
              {at.day} <bdi>{at.time}</bdi>
            </span>
          </h3>
          <div className="law-voice stack-s">
            <PaperText paper={paper} citing={citing} locale={locale} />
          </div>
        </article>
      ))}
    </section>
  )
}
