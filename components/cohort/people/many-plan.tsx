import type { ManyAct } from '@/domain/cohort/many-acts'
import { REST_DAYS } from '@/domain/cohort/reminding'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Day } from '@/domain/time/day'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../../form/field'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { NameIn } from '../../ui/name-in'
import { daysOf } from '../cohorts-page'
import { LetterPreviews, type Preview } from '../reminders/letter-previews'

type Goal = { id: string; name: string; startsOn: Day; endsOn: Day }
export type Plan = {
  status: 'planned'
  act: ManyAct
  chosen: number
  due: number
  /** For whom it would be done. */
  people: readonly (Names & { memberId: string; email: string })[]
  /** The number of these people who get no seat. */
  beyond: number
  /** The end of validity of an invitation that is sent now. */
  invitedUntil: Date
  previews: readonly Preview[]
  goals: readonly Goal[]
  goal: Goal | null
}
type Props = {
  plan: Plan
  here: string
  people: string
  /** Whom the act leaves out. */
  left: React.ReactNode
  state: FormState
  locale: Locale
  t: Translator
}

/** The effects of an act, the people whom it leaves out, previews of the letters, and the button that starts it. */
export function ManyPlan({ plan, here, people, left, state, locale, t }: Props) {
  const { act, due, goals, goal, previews } = plan
  const nobody = due === 0
  const lost = act === 'transfer' && goals.length === 0
  return (
    <div className="even">
      <section className="card stack" aria-labelledby="effects">
        <h2 id="effects">{t('cohorts.many.effects')}</h2>
        {nobody && <p className="note">{t('cohorts.many.none')}</p>}
        {!nobody && (
          <ul className="effects">
            {effectsOf(plan, locale, t).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        )}
        {!nobody && <Concerned plan={plan} people={people} locale={locale} t={t} />}
        {left}
        {lost && <p className="note">{t('cohorts.people.transferNone')}</p>}
        {!nobody && act === 'transfer' && goals.length > 1 && (
          <GoalForm plan={plan} here={here} locale={locale} t={t} />
        )}
        {!nobody && !lost && (act !== 'transfer' || goal) && (
          <Form
            id="many"
            action={`${here}#many-problems`}
            fields={fieldsOf(plan, t)}
            state={state}
            submit={t(`cohorts.many.${act}.button`, { count: due })}
            look={act === 'withdraw' ? 'danger' : 'primary'}
            beside={{ href: people, label: t('cohorts.people.cancel') }}
            t={t}
          />
        )}
        {previews.length > 0 && <p className="xs muted">{t('cohorts.many.pace')}</p>}
        {(nobody || lost) && (
          <p>
            <a className="btn" href={people}>
              {t('cohorts.many.backToList')}
            </a>
          </p>
        )}
      </section>
      {previews.length > 0 && <LetterPreviews previews={previews} t={t} />}
    </div>
  )
}

/** At most this many names are listed: nobody reads more. */
export const MOST_NAMED = 200
/** A list that can be read at a glance is open. */
const AT_A_GLANCE = 20

/** The people by name. */
function Concerned({ plan, people, locale, t }: Pick<Props, 'plan' | 'people' | 'locale' | 't'>) {
  const more = plan.people.length - MOST_NAMED
  return (
    <details open={plan.people.length <= AT_A_GLANCE}>
      <summary>
        <strong>{t('cohorts.many.concerned', { count: plan.people.length })}</strong>
      </summary>
      <ul className="plain entries">
        {plan.people.slice(0, MOST_NAMED).map((person) => (
          <li key={person.memberId}>
            <a href={`${people}/${person.memberId}`}>
              <NameIn names={person} otherwise={person.email} locale={locale} />
            </a>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="sm muted">{t('cohorts.many.leftMore', { count: more })}</p>}
    </details>
  )
}

/** The target cohort is chosen first, because seats and letters depend on it. */
function GoalForm({ plan: { act, goals, goal }, here, locale, t }: Pick<Props, 'plan' | 'here' | 'locale' | 't'>) {
  const [path = '', query = ''] = here.split('?')
  const set = new URLSearchParams(query).get('set') ?? ''
  return (
    <form action={path} className="stack-s">
      <input type="hidden" name="set" value={set} />
      <p className="field">
        <label htmlFor={`${act}-goal`}>{t('cohorts.many.goal')}</label>
        <select id={`${act}-goal`} name="goal" defaultValue={goal?.id ?? ''}>
          {goals.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.name} (${daysOf(one, locale, t)})`}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit" className="btn">
          {t('cohorts.many.goalButton')}
        </button>
      </p>
    </form>
  )
}

function fieldsOf({ act, goal }: Plan, t: Translator): Field[] {
  if (act === 'transfer') return [{ kind: 'hidden', name: 'goal', value: goal?.id ?? '' }]
  if (act !== 'withdraw') return []
  return [{ kind: 'area', name: 'reason', label: t('cohorts.people.reason'), hint: t('cohorts.people.withdrawReason') }]
}

function effectsOf({ act, beyond, invitedUntil, goal }: Plan, locale: Locale, t: Translator): string[] {
  const extra = (text: string) => (beyond > 0 ? [text] : [])
  if (act === 'again')
    return [
      t('cohorts.many.again.effects.letter'),
      t('cohorts.many.again.effects.link', { date: formatDate(invitedUntil, locale) }),
      t('cohorts.many.again.effects.list'),
    ]
  if (act === 'remind')
    return [
      t('cohorts.many.remind.effects.letter'),
      t('cohorts.many.remind.effects.budget'),
      t('cohorts.many.remind.effects.rest', { days: REST_DAYS }),
    ]
  if (act === 'admit')
    return [t('cohorts.many.admit.effects.place'), ...extra(t('cohorts.many.admit.effects.beyond', { count: beyond }))]
  if (act === 'transfer')
    return [
      ...(goal ? [t('cohorts.many.transfer.effects.goal', { cohort: goal.name, days: daysOf(goal, locale, t) })] : []),
      t('cohorts.many.transfer.effects.place'),
      t('cohorts.many.transfer.effects.freed'),
      ...extra(t('cohorts.many.transfer.effects.beyond', { count: beyond })),
    ]
  return [
    t('cohorts.many.withdraw.effects.place'),
    t('cohorts.many.withdraw.effects.links'),
    t('cohorts.many.withdraw.effects.freed'),
  ]
}
