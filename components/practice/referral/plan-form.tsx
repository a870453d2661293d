import { ArrowDown, ArrowUp, X } from 'lucide'
import { type Pathway, PHASES, type PlanStep, TIMES } from '@/domain/library/pathway'
import type { Locale } from '@/domain/locale'
import type { Plan, PlannedStep } from '@/domain/practice/referral/plan'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Icon } from '../../ui/icon'
import { OptionGroups } from '../option-groups'

type Props = {
  plan: Plan
  /** The number of changes made to the plan: a form from a window with an older version changes nothing. */
  version: number
  pathway: Pathway
  action: string
  locale: Locale
  t: Translator
}

/** The plan as a form: each button sends all of it, and works without a script. */
export function PlanForm({ plan, version, pathway, action, locale, t }: Props) {
  const planned = new Set(plan.map(({ step }) => step))
  const left = pathway.steps.filter(({ id }) => !planned.has(id))
  return (
    <form method="post" action={action} className="stack own-plan" aria-labelledby="plan">
      <h2 id="plan">{t('referralPlan.plan')}</h2>
      <input type="hidden" name="version" value={version} />
      {plan.length === 0 && <p className="card">{t('referralPlan.empty')}</p>}
      <ol className="plain stack-s">
        {plan.map((row) => (
          <Row key={row.step} row={row} pathway={pathway} locale={locale} t={t} />
        ))}
      </ol>
      <div className="card add-step">
        <label className="stack-s">
          <span>{t('referralPlan.add')}</span>
          <select name="new">
            <OptionGroups groups={stepGroups(left, locale, t)} />
          </select>
        </label>
        <button type="submit" name="act" value="add" className="btn">
          {t('referralPlan.addButton')}
        </button>
      </div>
      <p className="row">
        {plan.length > 0 && (
          <button type="submit" name="act" value="compare" className="btn primary">
            {t('referralPlan.compare')}
          </button>
        )}
        {plan.length > 0 && (
          <button type="submit" name="act" value="save" className="btn">
            {t('referralPlan.save')}
          </button>
        )}
      </p>
    </form>
  )
}

type RowProps = { row: PlannedStep; pathway: Pathway; locale: Locale; t: Translator }

function Row({ row: { step, actor, time }, pathway, locale, t }: RowProps) {
  const found = pathway.steps.find(({ id }) => id === step)
  const label = typeset(found?.label[locale] ?? step, locale)
  return (
    <li id={`step-${step}`} className="card plan-step">
      <h3 className="h4">{label}</h3>
      <input type="hidden" name="step" value={step} />
      <div className="fields-two">
        <label>
          <span className="xs">{t('referralPlan.who')}</span>
          <select name="actor" defaultValue={actor ?? ''}>
            <option value="">{t('referralPlan.choose')}</option>
            {pathway.actors.map(({ id, label: name }) => (
              <option key={id} value={id}>
                {typeset(name[locale], locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="xs">{t('referralPlan.when')}</span>
          <select name="time" defaultValue={time ?? ''}>
            <option value="">{t('referralPlan.choose')}</option>
            {TIMES.map((each) => (
              <option key={each} value={each}>
                {t(`referralPlan.times.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="row moves">
        {(['up', 'down', 'remove'] as const).map((move) => (
          <button
            key={move}
            type="submit"
            name={move}
            value={step}
            className="btn"
            aria-label={`${t(`referralPlan.${move}`)} · ${label}`}
          >
            <Icon node={MOVES[move]} />
          </button>
        ))}
      </p>
    </li>
  )
}

const MOVES = { up: ArrowUp, down: ArrowDown, remove: X } as const

/** Sorted by name, so that the order of the list does not reveal the order of the plan. */
export function stepGroups(steps: readonly PlanStep[], locale: Locale, t: Translator) {
  return PHASES.map((phase) => ({
    label: t(`referralPlan.phases.${phase}`),
    options: steps
      .filter((step) => step.phase === phase)
      .map(({ id, label }) => ({ id, label: typeset(label[locale], locale) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
  })).filter(({ options }) => options.length > 0)
}
