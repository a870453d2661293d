import { type Pathway, TIMES } from '@/domain/library/pathway'
import type { Locale } from '@/domain/locale'
import { isComplete, type PlanComparison, type PlanFinding } from '@/domain/practice/referral/compare-plan'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Text } from '../../ui/text'

type Props = {
  comparison: PlanComparison
  pathway: Pathway
  /** Renders the links to the provisions that a sentence rests on. */
  cite: (ids: readonly string[]) => React.ReactNode
  locale: Locale
  t: Translator
}

/** What the rules say about the plan: harmful steps first, each with its reason and its legal basis. */
export function Comparison({ comparison, pathway, cite, locale, t }: Props) {
  const { findings, more } = comparison
  const shown = { pathway, cite, locale, t }
  return (
    <section className="stack" aria-labelledby="comparison">
      <h2 id="comparison">{t('referralPlan.comparison')}</h2>
      {isComplete(comparison) && <p className="note ok">{t('referralPlan.whole')}</p>}
      <ul className="plain stack-s">
        {findings.map((finding) => (
          <Finding key={`${finding.verdict} ${finding.step} ${finding.other}`} finding={finding} {...shown} />
        ))}
      </ul>
      {more.length > 0 && (
        <details className="card">
          <summary>{t('referralPlan.more')}</summary>
          <ul className="plain stack-s">
            {more.map(({ step, reasons }) => (
              <li key={step}>
                <p>
                  <strong>{stepName(step, pathway, locale)}</strong>
                </p>
                <Grounds grounds={reasons} {...shown} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type FindingProps = Omit<Props, 'comparison'> & { finding: PlanFinding }

function Finding({ finding, ...shown }: FindingProps) {
  const { verdict, step, other, grounds } = finding
  const { pathway, locale, t } = shown
  return (
    <li className={`card stack-s found-${verdict}`}>
      <p>
        <span className={CHIP[verdict]}>{t(`referralPlan.verdicts.${verdict}`)}</span>{' '}
        <strong>{stepName(step, pathway, locale)}</strong>
      </p>
      {other && <p className="sm">{t('referralPlan.firstStep', { step: stepName(other, pathway, locale) })}</p>}
      <Instead finding={finding} {...shown} />
      {verdict === 'not-called-for' ? (
        <p className="sm">{t('referralPlan.notCalledFor')}</p>
      ) : verdict === 'in-place' ? (
        <details className="sm">
          <summary>{t('referralPlan.why')}</summary>
          <Grounds grounds={grounds} {...shown} />
        </details>
      ) : (
        <Grounds grounds={grounds} {...shown} />
      )}
    </li>
  )
}

function Instead({ finding: { verdict, instead = [] }, pathway, locale, t }: Omit<FindingProps, 'cite'>) {
  if (instead.length === 0) return null
  const names = instead.map((id) => {
    const time = TIMES.find((one) => one === id)
    return time ? t(`referralPlan.times.${time}`) : actorName(id, pathway, locale)
  })
  const list = names.join(LIST_MARK[locale])
  return <p className="sm">{t(verdict === 'missing' ? 'referralPlan.by' : 'referralPlan.instead', { list })}</p>
}

const LIST_MARK: Record<Locale, string> = { ar: '، ', fr: ', ', en: ', ' }

function Grounds({ grounds, cite, locale }: Omit<Props, 'comparison'> & Pick<PlanFinding, 'grounds'>) {
  return grounds.map(({ why, cites }) => (
    <div key={why.fr} className="sm">
      <p>
        <Text locale={locale}>{typeset(why[locale], locale)}</Text>
      </p>
      {cite(cites)}
    </div>
  ))
}

const CHIP = {
  harmful: 'chip bad',
  missing: 'chip warn',
  order: 'chip warn',
  actor: 'chip warn',
  time: 'chip warn',
  'not-called-for': 'chip',
  'in-place': 'chip ok',
} as const

export function stepName(id: string, { steps }: Pathway, locale: Locale): string {
  return typeset(steps.find((step) => step.id === id)?.label[locale] ?? id, locale)
}

export function actorName(id: string, { actors }: Pathway, locale: Locale): string {
  return typeset(actors.find((actor) => actor.id === id)?.label[locale] ?? id, locale)
}
