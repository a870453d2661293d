import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import { FormFrame } from '../cohort-frame'

export type NamedMember = Names & { id: string; email: string }
/** An act on a person that requires a reason. Its texts are under `cohorts.people`. */
export type ReasonedAct = 'withdraw' | 'refuse'

/** The title of the page of an act on a person. */
export function memberTitle(
  act: ReasonedAct | 'transfer' | 'address',
  person: NamedMember,
  locale: Locale,
  t: Translator,
): string {
  return t(`cohorts.people.${act}Title`, { name: nameIn(person, locale) || person.email })
}

type Props = {
  cohortId: string
  person: NamedMember
  act: ReasonedAct
  /** The query string of the list, for the link back to it. */
  shown: string
  state: FormState
  locale: Locale
  t: Translator
}

/** Asks for the reason before the act is done. */
export function ReasonPage({ cohortId, person, act, shown, state, locale, t }: Props) {
  const people = href(locale, `/cohorts/${cohortId}/people`)
  return (
    <MemberFrame back={people + shown} heading={memberTitle(act, person, locale, t)} t={t}>
      <p>{t(`cohorts.people.${act}Lead`)}</p>
      <Form
        id={act}
        action={`${people}/${person.id}/${act}${shown}`}
        fields={[
          {
            kind: 'area',
            name: 'reason',
            label: t('cohorts.people.reason'),
            hint: t(act === 'withdraw' ? 'cohorts.people.withdrawReason' : 'fields.reasonHint'),
          },
        ]}
        state={state}
        t={t}
        submit={t(`cohorts.people.${act}`)}
        look="danger"
      />
    </MemberFrame>
  )
}

type FrameProps = { back: string; heading: string; t: Translator; children: React.ReactNode }

/** A page about one person of a list, with the way back to it above and below. */
export function MemberFrame({ back, heading, t, children }: FrameProps) {
  return (
    <FormFrame back={{ href: back, label: t('cohorts.people.title') }} heading={<bdi>{heading}</bdi>}>
      {children}
      <p>
        <a href={back}>{t('cohorts.people.cancel')}</a>
      </p>
    </FormFrame>
  )
}
