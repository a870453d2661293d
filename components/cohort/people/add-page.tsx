import { LOCALES, type Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../../form/field'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { FormFrame } from '../cohort-frame'

type Props = {
  cohort: { id: string; name: string; locale: Locale }
  /** How many seats are free; null for no limit. */
  free: number | null
  /** The status of the person who was added before. */
  added: 'invited' | 'waiting' | null
  state: FormState
  locale: Locale
  t: Translator
}

/** Adds one person by hand. The page says first whether there is a seat for her. */
export function AddPersonPage({ cohort, free, added, state, locale, t }: Props) {
  const people = href(locale, `/cohorts/${cohort.id}/people`)
  const here = `${people}/new`
  const full = free === 0
  return (
    <FormFrame
      back={{ href: people, label: t('cohorts.people.title') }}
      heading={t('cohorts.add.title')}
      lead={
        <p className="muted">
          <Name>{cohort.name}</Name>
        </p>
      }
    >
      <div className="stack">
        {added && (
          <p className="note ok" role="status">
            {t(`cohorts.add.${added}`)}
          </p>
        )}
        <p className={full ? 'note warn' : 'note'}>
          {t(full ? 'cohorts.add.full' : 'cohorts.add.seat')}{' '}
          {free !== null && !full && t('cohorts.add.seats', { count: free })}
        </p>
        <Form
          id="add"
          action={`${here}#add-problems`}
          fields={fieldsOf(cohort.locale, t)}
          state={state}
          submit={t(full ? 'cohorts.add.submit.full' : 'cohorts.add.submit.seat')}
          also={{ name: 'another', label: t('cohorts.add.another'), action: `${here}#add-problems` }}
          t={t}
        />
        <p className="sm muted">{t('cohorts.add.known')}</p>
        <p className="sm">
          {t('cohorts.add.wholeList')}{' '}
          <a href={href(locale, `/cohorts/${cohort.id}/import`)}>{t('cohorts.people.import')}</a>
        </p>
      </div>
    </FormFrame>
  )
}

function fieldsOf(usual: Locale, t: Translator): Field[] {
  return [
    { kind: 'email', name: 'email', label: t('fields.email'), hint: t('cohorts.add.emailHint') },
    {
      kind: 'text',
      name: 'nameLatin',
      label: t('fields.nameLatin'),
      hint: t('cohorts.add.nameHint'),
      dir: 'ltr',
      optional: true,
    },
    { kind: 'text', name: 'nameArabic', label: t('fields.nameArabic'), dir: 'rtl', lang: 'ar', optional: true },
    {
      kind: 'select',
      name: 'function',
      label: t('fields.function'),
      options: PERSON_FUNCTIONS.map((value) => ({ value, label: t(`fields.functions.${value}`) })),
      choose: t('fields.choose'),
      optional: true,
    },
    { kind: 'text', name: 'institution', label: t('fields.institution'), optional: true },
    {
      kind: 'select',
      name: 'locale',
      label: t('fields.locale'),
      hint: t('cohorts.add.localeHint'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
      value: usual,
    },
  ]
}
