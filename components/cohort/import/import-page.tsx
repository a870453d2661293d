import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { FormFrame } from '../cohort-frame'
import { type EarlierImport, EarlierImports } from './earlier-imports'
import { ModelLinks } from './model-links'

type Props = {
  cohort: { id: string; name: string }
  /** The lists that were checked before, the newest first. */
  lists: readonly EarlierImport[]
  state: FormState
  locale: Locale
  t: Translator
}

/** The form for a roster to check, and links to the lists that were checked before. */
export function ImportPage({ cohort, lists, state, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/import`
  return (
    <FormFrame back={{ href: `${path}/people`, label: <Name>{cohort.name}</Name> }} heading={t('cohorts.import.title')}>
      <p>{t('cohorts.import.lead')}</p>
      <ModelLinks cohortId={cohort.id} t={t} />
      <Form
        id="list"
        action={here}
        fields={[
          {
            kind: 'file',
            name: 'file',
            label: t('cohorts.import.file'),
            hint: t('cohorts.import.fileHint'),
            accept: '.csv,.txt,.xlsx,text/csv',
          },
        ]}
        state={state}
        t={t}
        submit={t('cohorts.import.check')}
        multipart
      />
      <EarlierImports lists={lists} path={here} locale={locale} t={t} />
    </FormFrame>
  )
}
