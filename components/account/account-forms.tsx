import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { currentPasswordField, nameFields, newPasswordField, profileFields } from '../ui/form-fields'

type Props = { t: Translator; action: string; state: FormState | undefined }
type NamesProps = Props & {
  account: Names
  /** A certificate carries the names. */
  certified: boolean
  /** An institution has confirmed them. */
  confirmed: boolean
}

export function NamesForm({ account, certified, confirmed, ...form }: NamesProps) {
  const { t } = form
  if (certified || confirmed) {
    return (
      <>
        <p lang="ar" dir="rtl">
          {account.nameArabic}
        </p>
        <p lang="fr" dir="ltr">
          {account.nameLatin}
        </p>
        <p className="note">{t(certified ? 'account.names.frozen' : 'account.names.confirmed')}</p>
      </>
    )
  }
  return (
    <>
      <p>{t('account.names.lead')}</p>
      <SectionForm {...form} id="my-names" fields={fields('names', nameFields(t, account))} submit={t('fields.save')} />
    </>
  )
}

type Profiled = { function: string; institution: string; locale: string }

export function ProfileForm({ account, ...form }: Props & { account: Profiled }) {
  const { t } = form
  return (
    <SectionForm
      {...form}
      id="my-profile"
      fields={fields('profile', profileFields(t, account))}
      submit={t('fields.save')}
    />
  )
}

export function PasswordForm(form: Props) {
  const { t } = form
  return (
    <>
      <p>{t('account.password.lead')}</p>
      <SectionForm
        {...form}
        id="my-password"
        fields={fields('password', [currentPasswordField(t, 'current'), newPasswordField(t, 'newPassword')])}
        submit={t('account.password.button')}
      />
    </>
  )
}

export function DeletionForm(form: Props) {
  const { t } = form
  return (
    <>
      <p>{t('account.delete.lead')}</p>
      <p className="note">{t('account.delete.certificates')}</p>
      <SectionForm
        {...form}
        id="deletion"
        fields={fields('delete', [
          currentPasswordField(t, 'current'),
          { kind: 'tick', name: 'understood', label: t('account.delete.understood') },
        ])}
        submit={t('account.delete.button')}
        look="danger"
      />
    </>
  )
}

/** All forms of the page go to its own address: each says which it is. */
function fields(act: 'names' | 'profile' | 'password' | 'delete', shown: readonly Field[]): Field[] {
  return [{ kind: 'hidden', name: 'act', value: act }, ...shown]
}
