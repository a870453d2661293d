import { ENTRY_WAYS, type Entry } from '@/domain/cohort/entry/entry'
import { MOST_DOMAINS } from '@/domain/cohort/entry/entry-form'
import type { Translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'

type Props = { action: string; entry: Entry; state: FormState; t: Translator }

export function EntryForm({ action, entry, state, t }: Props) {
  return (
    <Form
      id="entry"
      action={action}
      fields={[
        {
          kind: 'select',
          name: 'way',
          label: t('cohorts.entry.way'),
          options: ENTRY_WAYS.map((value) => ({ value, label: t(`cohorts.entry.ways.${value}`) })),
          value: entry.way,
        },
        {
          kind: 'area',
          name: 'domains',
          label: t('cohorts.entry.domains'),
          hint: t('cohorts.entry.domainsHint', { max: MOST_DOMAINS }),
          optional: true,
          value: entry.domains.join('\n'),
        },
        {
          kind: 'select',
          name: 'approval',
          label: t('cohorts.entry.approval'),
          hint: t('cohorts.entry.approvalHint'),
          options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`cohorts.entry.approvals.${value}`) })),
          value: entry.approval ? 'yes' : 'no',
        },
      ]}
      state={state}
      t={t}
      submit={t('cohorts.form.save')}
    />
  )
}
