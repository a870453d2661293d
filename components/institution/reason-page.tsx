import type { Names } from '@/domain/account/profile'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { ReasonForm } from '../form/reason-form'
import { href } from '../shell/paths'
import { StaffPage } from '../ui/staff-page'

type Shared = { id: string; name: string; state?: FormState | undefined; locale: Locale; t: Translator }

export function InstitutionArchivePage({ id, name, state, locale, t }: Shared) {
  return (
    <StaffPage
      heading={t('institutions.archive')}
      lead={t('institutions.archiveLead')}
      crumbs={[{ path: `/institutions/${id}`, label: name }]}
      locale={locale}
      t={t}
    >
      <ReasonForm
        action={href(locale, `/institutions/${id}/archive`)}
        hint={t('fields.reasonAudit')}
        submit={t('institutions.archiveButton')}
        state={state}
        t={t}
      />
    </StaffPage>
  )
}

type WithdrawProps = Shared & {
  member: Names & { accountId: string }
  /** Where the confirmation is withdrawn. */
  path: string
  /** The list of people as it was shown. */
  back: string
}

/** Asks why an institution withdraws its confirmation of who somebody is. */
export function WithdrawPage({ id, name, member, path, back, state, locale, t }: WithdrawProps) {
  return (
    <StaffPage
      heading={t('people.withdraw')}
      lead={t('people.withdrawLead')}
      crumbs={[
        { path: `/institutions/${id}`, label: name },
        { path: back, label: t('people.title') },
      ]}
      locale={locale}
      t={t}
    >
      <p>
        <bdi lang="ar">{member.nameArabic}</bdi> <bdi lang="fr">{member.nameLatin}</bdi>
      </p>
      <ReasonForm
        action={href(locale, path)}
        hint={t('fields.reasonHint')}
        submit={t('people.withdraw')}
        state={state}
        t={t}
      />
    </StaffPage>
  )
}
