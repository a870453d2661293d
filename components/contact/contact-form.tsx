import type { ContactFields } from '@/domain/contact/contact'
import { writePhone } from '@/domain/contact/phone'
import { REFERRAL_ROLES } from '@/domain/library/referral'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'

type Changed = ContactFields & { id: string }
type Props = { action: string; draft: string; changed: Changed | null; state: FormState; t: Translator }

/** The form of a proposal. A change to a contact starts with its present values, except for the day of its source. */
export function ContactForm({ action, draft, changed, state, t }: Props) {
  const fields: Field[] = [
    { kind: 'hidden', name: 'draft', value: draft },
    { kind: 'hidden', name: 'replaces', value: changed?.id ?? '' },
    {
      kind: 'select',
      name: 'service',
      label: t('fields.service'),
      options: REFERRAL_ROLES.map((role) => ({ value: role, label: t(`library.referral.roles.${role}`) })),
      choose: t('fields.choose'),
      value: changed?.service ?? '',
    },
    { ...typed('nameArabic', changed, t), hint: t('contacts.nameHint') },
    { ...typed('nameLatin', changed, t), hint: t('contacts.nameHint') },
    {
      kind: 'text',
      name: 'phone',
      label: t('fields.phone'),
      hint: t('contacts.phoneHint'),
      optional: true,
      dir: 'ltr',
      value: changed?.phone ? writePhone(changed.phone) : '',
    },
    { kind: 'email', name: 'email', label: t('fields.email'), optional: true, value: changed?.email ?? '' },
    ...(['addressArabic', 'addressLatin', 'hoursArabic', 'hoursLatin'] as const).map(
      (name): Field => ({ ...typed(name, changed, t), optional: true }),
    ),
    {
      kind: 'text',
      name: 'source',
      label: t('fields.source'),
      hint: t('contacts.sourceHint'),
      value: changed?.source ?? '',
    },
    {
      kind: 'text',
      name: 'sourceUrl',
      label: t('fields.sourceUrl'),
      hint: t('contacts.sourceUrlHint'),
      optional: true,
      dir: 'ltr',
      value: changed?.sourceUrl ?? '',
    },
    { kind: 'date', name: 'sourceDay', label: t('fields.sourceDay') },
  ]
  const beside = changed && { href: action, label: t('contacts.cancel') }
  return (
    <SectionForm
      id="contact"
      action={changed ? `${action}?change=${changed.id}` : action}
      fields={fields}
      submit={t('contacts.addButton')}
      state={state}
      {...(beside && { beside })}
      t={t}
    />
  )
}

type Typed = 'nameArabic' | 'nameLatin' | 'addressArabic' | 'addressLatin' | 'hoursArabic' | 'hoursLatin'

function typed(name: Typed, changed: Changed | null, t: Translator): Extract<Field, { kind: 'text' }> {
  const arabic = name.endsWith('Arabic')
  return {
    kind: 'text',
    name,
    label: t(`fields.${name}`),
    dir: arabic ? 'rtl' : 'ltr',
    lang: arabic ? 'ar' : 'fr',
    value: changed?.[name] ?? '',
  }
}
