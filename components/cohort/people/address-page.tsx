import type { MemberStatus } from '@/domain/cohort/membership'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import { MemberFrame, memberTitle, type NamedMember } from './reason-page'

type Props = {
  cohortId: string
  person: NamedMember & { status: MemberStatus }
  /** The query string of the list, for the link back to it. */
  shown: string
  state: FormState
  locale: Locale
  t: Translator
}

/** Asks for the correct e-mail address of a person who has not joined. The page first says what the change causes. */
export function AddressPage({ cohortId, person, shown, state, locale, t }: Props) {
  const people = href(locale, `/cohorts/${cohortId}/people`)
  const invited = person.status === 'invited'
  return (
    <MemberFrame back={people + shown} heading={memberTitle('address', person, locale, t)} t={t}>
      <p>
        {t('cohorts.address.now')} <bdi dir="ltr">{person.email}</bdi>
      </p>
      <p>{t(invited ? 'cohorts.address.invited' : 'cohorts.address.waiting')}</p>
      <Form
        id="address"
        action={`${people}/${person.id}/address${shown}`}
        fields={[
          { kind: 'hidden', name: 'before', value: person.email },
          { kind: 'email', name: 'email', label: t('cohorts.address.email'), value: person.email },
        ]}
        state={state}
        submit={t(invited ? 'cohorts.address.saveAndInvite' : 'cohorts.address.save')}
        t={t}
      />
    </MemberFrame>
  )
}
