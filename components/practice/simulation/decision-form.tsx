import { ChevronRight, Lock } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { ErrorSummary } from '../../form/error-summary'
import type { FormState } from '../../form/form-state'
import { Icon } from '../../ui/icon'
import { Text } from '../../ui/text'

export type DecisionView = {
  /** Names the run in the form, so that a page of an earlier run decides nothing in this one. */
  runId: string
  number: number
  text: string
  /** Replaces the standard question “What do you decide?”; null to keep it. */
  question: string | null
  choices: readonly { id: string; text: string }[]
}
type Props = { decision: DecisionView; action: string; stop: string; state: FormState; locale: Locale; t: Translator }

/**
 * The decision of the current step. The field of the reason has no name, so no browser sends it: a script keeps it on
 * the device; without the script it is lost with the page.
 */
export function DecisionForm({ decision, action, stop, state, locale, t }: Props) {
  const { runId, number, text, question, choices } = decision
  return (
    <form method="post" action={action} className="stack" data-decision={`${runId}:${number}`} noValidate>
      <ErrorSummary id="decision" state={state} t={t} />
      <section className="case">
        <p>
          <Text locale={locale}>{typeset(text, locale)}</Text>
        </p>
      </section>
      <fieldset className="stack-s" id="decision-choice" aria-describedby={errorId(state, 'choice')}>
        <legend className="lead">
          <strong>{question === null ? t('casework.simulation.step.ask') : typeset(question, locale)}</strong>
        </legend>
        <Problem state={state} name="choice" />
        {choices.map((choice) => (
          <label key={choice.id} className="opt">
            <input type="radio" name="choice" value={choice.id} defaultChecked={state.values.choice === choice.id} />
            <span>
              <Text locale={locale}>{typeset(choice.text, locale)}</Text>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="reason">{t('casework.simulation.step.reason')}</label>
        <p className="hint" id="reason-hint">
          {t('casework.simulation.step.reasonHint')}
        </p>
        <textarea id="reason" aria-describedby="reason-hint" rows={2} dir="auto" autoComplete="off" maxLength={500} />
      </div>
      <Confirm state={state} stop={stop} t={t} />
      <input type="hidden" name="run" value={runId} />
    </form>
  )
}

function Confirm({ state, stop, t }: Pick<Props, 'state' | 'stop' | 't'>) {
  return (
    <div className="sim-confirm card stack-s">
      <p>
        <strong>
          <Icon node={Lock} /> {t('casework.simulation.step.final')}
        </strong>
      </p>
      <p className="sm">{t('casework.simulation.step.finalHint')}</p>
      <Problem state={state} name="confirm" />
      <label className="opt">
        <input
          type="checkbox"
          id="decision-confirm"
          name="confirm"
          value="yes"
          aria-describedby={errorId(state, 'confirm')}
        />
        <span>{t('casework.simulation.step.tick')}</span>
      </label>
      <p className="row">
        <button type="submit" className="btn primary">
          {t('casework.simulation.step.confirm')}
          <Icon node={ChevronRight} mirrored />
        </button>
        <a className="btn" href={stop}>
          {t('casework.simulation.step.stop')}
        </a>
      </p>
    </div>
  )
}

function Problem({ state, name }: { state: FormState; name: string }) {
  const problem = state.errors[name]
  if (problem === undefined) return null
  return (
    <p className="sim-problem" id={errorId(state, name)}>
      {problem}
    </p>
  )
}

function errorId(state: FormState, name: string): string | undefined {
  return state.errors[name] === undefined ? undefined : `decision-${name}-error`
}
