import { Check, ChevronDown, RotateCcw } from 'lucide'
import type { StepState } from '@/domain/progress/step-order'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Props = {
  steps: readonly { id: string; title: string; href: string; state: StepState }[]
  /** The place of the step that is shown, from 0. */
  here: number
  t: Translator
}

/** The row under the header: which step of how many, and the list of all of them behind it. */
export function StepBar({ steps, here, t }: Props) {
  const stateOf = (place: number) => (place === here ? 'here' : (steps[place]?.state ?? 'open'))
  return (
    <nav className="stepbar no-print" aria-label={t('lesson.step.bar')}>
      <details className="wrap">
        <summary>
          <b>{t('lesson.step.position', { n: here + 1, total: steps.length })}</b>
          <span className="dots" aria-hidden="true">
            {steps.map(({ id }, place) => (
              <i key={id} className={stateOf(place)} />
            ))}
          </span>
          <span className="all">
            {t('lesson.step.all')} <Icon node={ChevronDown} />
          </span>
        </summary>
        <ol className="steps">
          {steps.map(({ id, title, href, state }, place) => (
            <li key={id}>
              <a href={href} aria-current={place === here ? 'step' : undefined}>
                <span className={`mk ${stateOf(place)}`}>
                  {state === 'done' && <Icon node={Check} />}
                  {state === 'again' && <Icon node={RotateCcw} />}
                </span>
                <span>{title}</span>
                <span className="state">{t(`lesson.step.states.${stateOf(place)}`)}</span>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
