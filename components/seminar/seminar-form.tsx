import type { Locale, Localized } from '@/domain/locale'
import { ADMISSIONS } from '@/domain/seminar/seminar'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { ErrorSummary } from '../form/error-summary'
import { type Field, FieldView } from '../form/field'
import type { FormState } from '../form/form-state'
import { ChangeReview, type ReviewView } from './change-review'
import { FIELD_LANGUAGES, type SeminarValues } from './seminar-fields'
import { SittingFields } from './sitting-fields'

export type SeminarFormChoices = {
  cohorts: readonly { id: string; name: string }[]
  courses: readonly { courseId: string; title: Localized }[]
}
type Props = {
  action: string
  /** The stored values; typed values override them. */
  values: SeminarValues
  /** The version that is shown; null for a new seminar. */
  version: number | null
  choices: SeminarFormChoices
  state: FormState
  submit: string
  /** What saving would do, once it has been asked for; null before. */
  review: ReviewView | null
  locale: Locale
  t: Translator
}

/**
 * One form for a new seminar and its changes. The buttons that add a sitting or take one away send it too, and it comes
 * back with what was typed.
 */
export function SeminarForm(props: Props) {
  const { action, version, state, submit, t } = props
  const values = Object.keys(state.values).length > 0 ? state.values : props.values
  const view = (field: Field) => (
    <FieldView key={field.name} id="seminar" field={field} state={state} optional={t('fields.optional')} />
  )
  const parts = [
    { id: 'texts', hint: t('seminar.form.textsHint'), fields: textFields(values, t) },
    { id: 'where', hint: t('seminar.form.whereHint'), fields: placeFields(values, t) },
    { id: 'registration', hint: null, fields: registrationFields({ ...props, values }) },
    { id: 'afterwards', hint: null, fields: [recordingField(values, t)] },
  ] as const
  return (
    <form id="seminar" method="post" action={action} className="stack-l" noValidate>
      {/* The Enter key presses the first button: it saves, and takes no sitting away. */}
      <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
        {submit}
      </button>
      <ErrorSummary id="seminar" state={state} t={t} />
      {props.review && <ChangeReview review={props.review} state={state} locale={props.locale} t={t} />}
      {version !== null && <input type="hidden" name="version" value={state.values.version ?? version} />}
      {parts.map(({ id, hint, fields }) => (
        <section key={id} className="stack" aria-labelledby={id}>
          <h2 id={id}>{t(`seminar.form.${id}`)}</h2>
          {hint !== null && <p className="hint">{hint}</p>}
          {fields.map(view)}
        </section>
      ))}
      <AgendaFields values={values} state={state} action={action} t={t} />
      <p>
        <button type="submit" className="btn primary">
          {submit}
        </button>
      </p>
    </form>
  )
}

function textFields(values: SeminarValues, t: Translator): Field[] {
  return [
    ...FIELD_LANGUAGES.map(({ locale, suffix, dir }): Field => {
      const name = `title${suffix}`
      const label = t(`seminar.form.title${suffix}`)
      return { kind: 'text', name, label, optional: true, lang: locale, dir, value: values[name] ?? '' }
    }),
    ...FIELD_LANGUAGES.map(({ suffix }): Field => {
      const name = `aims${suffix}`
      return { kind: 'area', name, label: t(`seminar.form.aims${suffix}`), optional: true, value: values[name] ?? '' }
    }),
  ]
}

function placeFields(values: SeminarValues, t: Translator): Field[] {
  return [
    ...FIELD_LANGUAGES.map(({ locale, suffix, dir }): Field => {
      const name = `place${suffix}`
      const label = t(`seminar.form.place${suffix}`)
      return { kind: 'text', name, label, optional: true, lang: locale, dir, value: values[name] ?? '' }
    }),
    ...FIELD_LANGUAGES.map(({ suffix }): Field => {
      const name = `access${suffix}`
      return { kind: 'area', name, label: t(`seminar.form.access${suffix}`), optional: true, value: values[name] ?? '' }
    }),
    {
      kind: 'text',
      name: 'link',
      label: t('seminar.form.link'),
      hint: t('seminar.form.linkHint'),
      optional: true,
      dir: 'ltr',
      value: values.link ?? '',
    },
  ]
}

function registrationFields({ values, choices, locale, t }: Omit<Props, 'state'>): Field[] {
  return [
    {
      kind: 'number',
      name: 'seats',
      label: t('seminar.form.seats'),
      hint: t('seminar.form.seatsHint'),
      optional: true,
      value: values.seats ?? '',
    },
    {
      kind: 'select',
      name: 'admission',
      label: t('seminar.form.admission'),
      options: ADMISSIONS.map((value) => ({ value, label: t(`seminar.admissions.${value}`) })),
      value: values.admission ?? '',
    },
    {
      kind: 'radios',
      name: 'listed',
      label: t('seminar.form.listed'),
      options: [
        { value: 'public', label: t('seminar.form.listedPublic') },
        { value: 'invited', label: t('seminar.form.listedInvited') },
      ],
      value: values.listed ?? 'public',
    },
    {
      kind: 'date',
      name: 'closesOn',
      label: t('seminar.form.closesOn'),
      hint: t('seminar.form.closesOnHint'),
      optional: true,
      value: values.closesOn ?? '',
    },
    {
      kind: 'select',
      name: 'cohort',
      label: t('seminar.form.cohort'),
      choose: t('seminar.form.noCohort'),
      options: choices.cohorts.map(({ id, name }) => ({ value: id, label: name })),
      value: values.cohort ?? '',
    },
    {
      kind: 'select',
      name: 'course',
      label: t('seminar.form.course'),
      hint: t('seminar.form.courseHint'),
      choose: t('seminar.form.noCourse'),
      options: choices.courses.map(({ courseId, title }) => ({
        value: courseId,
        label: typeset(title[locale], locale),
      })),
      value: values.course ?? '',
    },
  ]
}

function recordingField(values: SeminarValues, t: Translator): Field {
  const { label, hint } = { label: t('seminar.form.recording'), hint: t('seminar.form.recordingHint') }
  return { kind: 'text', name: 'recording', label, hint, optional: true, dir: 'ltr', value: values.recording ?? '' }
}

type AgendaProps = { values: SeminarValues; state: FormState; action: string; t: Translator }

function AgendaFields({ values, state, action, t }: AgendaProps) {
  const count = Number(values.sittings ?? 0)
  const error = state.errors.sittings
  return (
    <section className="stack" aria-labelledby="agenda">
      <h2 id="agenda">{t('seminar.form.agenda')}</h2>
      <p className="hint">{t('seminar.form.agendaHint')}</p>
      <input type="hidden" name="sittings" value={count} />
      {error !== undefined && (
        <p id="seminar-sittings" className="error">
          {error}
        </p>
      )}
      {numbersBelow(count).map((index) => (
        <SittingFields key={index} index={index} values={values} state={state} action={action} t={t} />
      ))}
      <p>
        <button type="submit" name="act" value="add" formAction={`${action}#agenda`} className="btn">
          {t('seminar.form.addSitting')}
        </button>
      </p>
    </section>
  )
}

const numbersBelow = (count: number) => Array.from({ length: count }, (_, number) => number)
