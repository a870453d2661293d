import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import { UNTOUCHED } from '../../form/form-state'
import { href } from '../../shell/paths'
import { daysOf } from '../cohorts-page'
import { MemberFrame, memberTitle, type NamedMember } from './reason-page'

type Props = {
  cohortId: string
  person: NamedMember
  /** The cohorts that she may move to. */
  goals: readonly { id: string; name: string; startsOn: Day; endsOn: Day }[]
  /** The query string of the list, for the link back to it. */
  shown: string
  locale: Locale
  t: Translator
}

/** Asks to which other cohort a person is transferred. */
export function TransferPage({ cohortId, person, goals, shown, locale, t }: Props) {
  const people = href(locale, `/cohorts/${cohortId}/people`)
  return (
    <MemberFrame back={people + shown} heading={memberTitle('transfer', person, locale, t)} t={t}>
      {goals.length === 0 && <p className="note">{t('cohorts.people.transferNone')}</p>}
      {goals.length > 0 && (
        <>
          <p>{t('cohorts.people.transferLead')}</p>
          <Form
            id="transfer"
            action={`${people}/${person.id}/transfer${shown}`}
            fields={[
              {
                kind: 'select',
                name: 'cohort',
                label: t('cohorts.people.transferTo'),
                options: goals.map((goal) => ({ value: goal.id, label: `${goal.name} (${daysOf(goal, locale, t)})` })),
              },
            ]}
            state={UNTOUCHED}
            t={t}
            submit={t('cohorts.people.transfer')}
          />
        </>
      )}
    </MemberFrame>
  )
}
