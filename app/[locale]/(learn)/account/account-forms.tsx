import { currentPasswordField, formTexts, nameFields, newPasswordField, profileFields } from '@/app/form-fields'
import { ActionForm } from '@/components/ui/action-form'
import type { Names } from '@/domain/access/profile'
import type { Translator } from '@/i18n/translator'
import { changePasswordAction, deleteAccountAction } from './password-actions'
import { namesAction, profileAction } from './profile-actions'

type NamesProps = {
  t: Translator
  account: Names
  /** A certificate carries the names. */
  certified: boolean
  /** An institution has confirmed them. */
  confirmed: boolean
}

export function NamesForm({ t, account, certified, confirmed }: NamesProps) {
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
      <ActionForm
        id="my-names"
        action={namesAction}
        fields={nameFields(t, account)}
        texts={formTexts(t)}
        submit={t('fields.save')}
      />
    </>
  )
}

type Profiled = { function: string; institution: string; locale: string }

export function ProfileForm({ t, account }: { t: Translator; account: Profiled }) {
  return (
    <ActionForm
      id="my-profile"
      action={profileAction}
      fields={profileFields(t, account)}
      texts={formTexts(t)}
      submit={t('fields.save')}
    />
  )
}

export function PasswordForm({ t }: { t: Translator }) {
  return (
    <>
      <p>{t('account.password.lead')}</p>
      <ActionForm
        id="my-password"
        action={changePasswordAction}
        fields={[currentPasswordField(t, 'current'), newPasswordField(t, 'newPassword')]}
        texts={formTexts(t)}
        submit={t('account.password.button')}
      />
    </>
  )
}

export function DeletionForm({ t }: { t: Translator }) {
  return (
    <>
      <p>{t('account.delete.lead')}</p>
      <p className="note">{t('account.delete.certificates')}</p>
      <ActionForm
        id="deletion"
        action={deleteAccountAction}
        fields={[
          currentPasswordField(t, 'current'),
          { kind: 'tick', name: 'understood', label: t('account.delete.understood') },
        ]}
        texts={formTexts(t)}
        submit={t('account.delete.button')}
        look="danger"
      />
    </>
  )
}
