import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { type Crumb, StaffPage } from '../ui/staff-page'

type Props = {
  crumbs: readonly Crumb[]
  /** The address of this page, with its language and filter. */
  here: string
  state: FormState
  locale: Locale
  t: Translator
}

/** Asks for a reason before it exports the audit log as a file. */
export function AuditExportPage({ crumbs, here, state, locale, t }: Props) {
  return (
    <StaffPage heading={t('audit.export.title')} crumbs={crumbs} locale={locale} t={t}>
      <div className="narrow stack">
        <p>{t('audit.export.lead')}</p>
        <Form
          id="export"
          action={here}
          fields={[
            { kind: 'area', name: 'reason', label: t('cohorts.export.reason'), hint: t('cohorts.export.reasonHint') },
          ]}
          state={state}
          t={t}
          submit={t('cohorts.export.submit')}
        />
      </div>
    </StaffPage>
  )
}
