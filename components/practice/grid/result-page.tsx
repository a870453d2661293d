import { Check, CircleAlert, CircleDashed, Minus, X } from 'lucide'
import type { ReactNode } from 'react'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import type { GridAnswers } from '@/domain/practice/grid-answers'
import type { OpenPart, Solution } from '@/domain/practice/open-part'
import type { ElementScore, GridScore, Outcome } from '@/domain/practice/score-grid'
import type { Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { Icon } from '../../ui/icon'
import type { Citing } from '../../ui/inline'
import { Note } from '../../ui/note'
import { CaseHead } from '../case-head'
import { RetiredNote } from '../retired'
import { answerWords } from './grid-words'
import { PenaltyCard } from './penalty-card'
import { QuotedFacts, Why } from './solution-shown'

/** How her qualification compares with the reference one. */
export type Verdict = 'right' | 'wrong' | 'open' | 'none'
type Texts = { citing: Citing; locale: Locale; t: Translator }
type Props = Texts & {
  grid: OpenPart
  answers: GridAnswers
  score: GridScore
  solutions: readonly Solution[]
  verdict: Verdict
  /** Set if her own answers to the elements lead to another qualification than hers. */
  leads: GridScore['leadsTo']
  /** What the reader must know of this version of the file. */
  notes: readonly ('changed' | 'unsigned')[]
  /** What has changed in the law since: the file cannot be begun again. */
  retired: readonly OutdatedCitation[]
  /** The next file in the list; null after the last one. */
  next: string | null
  lessons: ReactNode
  /** Her reasons beside the reference ones. */
  reasons: ReactNode
  /** The decisions that resemble the file. */
  alike: ReactNode
}

/** What she found, element by element, with the law and the facts; the penalty; and the reasons to edit and print. */
export function GridResultPage(props: Props) {
  const { grid, score, verdict, leads, notes, retired, next, lessons, reasons, alike, locale, t } = props
  const action = href(locale, `/practice/grid/${grid.id}`)
  return (
    <main id="main" className="wrap page stack grid-result">
      <CaseHead
        title={grid.title}
        above={{ href: action, label: t('casework.kinds.grid.title') }}
        locale={locale}
        t={t}
      >
        <p className="lead">{t(`casework.grid.result.${verdict}`)}</p>
        <p className="sm muted">{t('casework.grid.result.counts', countsIn(score))}</p>
      </CaseHead>
      {notes.map((note) => (
        <Note key={note}>{t(`casework.grid.result.${note}`)}</Note>
      ))}
      <RetiredNote changes={retired} locale={locale} t={t} />
      {leads && <Note tone="warn">{t(`casework.grid.result.leads.${leads}`)}</Note>}
      <div className="result-columns">
        <section className="card" aria-labelledby="by-element">
          <h2 id="by-element">{t('casework.grid.result.byElement')}</h2>
          <ol className="plain outcomes">
            {score.elements.map((element, place) => (
              <ElementResult key={element.element} scored={element} solution={props.solutions[place]} {...props} />
            ))}
          </ol>
        </section>
        <aside className="stack">
          <PenaltyCard penalty={score.penalty} locale={locale} t={t} citing={props.citing} />
          <section className="card stack-s" aria-labelledby="next">
            <h2 id="next" className="h3">
              {t('casework.grid.result.next')}
            </h2>
            <p className="row">
              {retired.length === 0 && (
                <a className="btn primary" href={action}>
                  {t('casework.grid.result.again')}
                </a>
              )}
              {next && (
                <a className="btn" href={href(locale, `/practice/grid/${next}`)}>
                  {t('casework.grid.result.nextFile')}
                </a>
              )}
            </p>
            {lessons}
          </section>
        </aside>
      </div>
      {reasons}
      {alike}
      <p className="sm muted">{t('casework.grid.result.notLaw')}</p>
    </main>
  )
}

/** Counts only the scored elements: an unsettled one, or one that is not asked for a child, is left out. */
function countsIn({ elements }: GridScore) {
  const counted = elements.filter(({ outOf }) => outOf > 0)
  const facts = counted.reduce((sum, { found, missed }) => sum + found.length + missed.length, 0)
  return {
    right: counted.filter(({ outcome }) => outcome === 'right').length,
    partly: counted.filter(({ outcome }) => outcome === 'partly').length,
    counted: counted.length,
    found: counted.reduce((sum, { found }) => sum + found.length, 0),
    named: facts,
  }
}

const LOOKS = {
  right: { icon: Check, tone: 'ok' },
  partly: { icon: CircleAlert, tone: 'part' },
  wrong: { icon: X, tone: 'bad' },
  unanswered: { icon: CircleDashed, tone: 'bad' },
  open: { icon: Minus, tone: 'open' },
  beside: { icon: Minus, tone: 'open' },
} as const satisfies Record<Outcome, unknown>

function ElementResult({
  scored,
  solution,
  ...props
}: Props & { scored: ElementScore; solution: Solution | undefined }) {
  const { grid, answers, citing, locale, t } = props
  if (!solution) return null
  const { element, outcome, found, missed, beside } = scored
  const mark = answers[element]
  const words = { offences: grid.offences, locale, t }
  const { icon, tone } = LOOKS[outcome]
  return (
    <li className={tone}>
      <Icon node={icon} />
      <div className="stack-s">
        <p className="spread">
          <strong>{t(`casework.grid.element.${element}`)}</strong>
          <span className="sm muted">
            {t(`casework.grid.result.outcome.${outcome}`)}
            {mark?.certainty && ` · ${t(`exam.${mark.certainty}`)}`}
          </span>
        </p>
        <p>{t('casework.grid.result.yours', { answer: answerWords(element, mark?.values ?? [], words) })}</p>
        {!solution.unsettled && !isSame(mark?.values ?? [], solution.values) && (
          <p>{t('casework.grid.result.reference', { answer: answerWords(element, solution.values, words) })}</p>
        )}
        <QuotedFacts title={t('casework.grid.result.found')} ids={found} facts={grid.facts} locale={locale} />
        <QuotedFacts title={t('casework.grid.result.missed')} ids={missed} facts={grid.facts} locale={locale} />
        <QuotedFacts title={t('casework.grid.result.besideFacts')} ids={beside} facts={grid.facts} locale={locale} />
        <Why solution={solution} citing={citing} locale={locale} t={t} />
      </div>
    </li>
  )
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}
