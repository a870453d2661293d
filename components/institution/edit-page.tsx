import type { InstitutionFields } from '@/domain/institution/institution'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import type { Regions } from '../ui/region-name'
import { StaffPage } from '../ui/staff-page'
import { InstitutionForm } from './institution-form'

type Shared = { state?: FormState | undefined; regions: Regions; locale: Locale; t: Translator }

export function InstitutionNewPage({ path, draft, ...form }: Shared & { path: string; draft: string }) {
  const { locale, t } = form
  return (
    <StaffPage heading={t('institutions.create')} crumbs={[]} locale={locale} t={t}>
      <InstitutionForm action={href(locale, path)} draft={draft} submit={t('institutions.createButton')} {...form} />
    </StaffPage>
  )
}

export function InstitutionEditPage({
  id,
  name,
  values,
  ...form
}: Shared & { id: string; name: string; values: InstitutionFields }) {
  const { locale, t } = form
  return (
    <StaffPage
      heading={t('institutions.edit')}
      lead={t('institutions.editLead')}
      crumbs={[{ path: `/institutions/${id}`, label: name }]}
      locale={locale}
      t={t}
    >
      <InstitutionForm
        action={href(locale, `/institutions/${id}/edit`)}
        values={values}
        submit={t('fields.save')}
        {...form}
      />
    </StaffPage>
  )
}
