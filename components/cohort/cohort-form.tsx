import { LOCALES, type Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import { ErrorSummary } from '../form/error-summary'
import { type Field, FieldView } from '../form/field'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { type CatalogueCourse, ProgrammeFields, type ProgrammeValues } from './programme-fields'

export type CohortFormValues = {
  name: string
  locale: string
  startsOn: string
  endsOn: string
  seats: number | null
  tutorIds: readonly string[]
  courses: readonly ProgrammeValues[]
  /** The state of the cohort when the form was rendered, to detect a concurrent change; null for a new cohort. */
  seen: string | null
}
/** The courses and tutors that can be chosen for a cohort. */
export type CohortChoices = {
  /** The courses that it may have, and those that it has. */
  catalogue: readonly CatalogueCourse[]
  tutors: readonly (Names & { accountId: string })[]
}
type Props = {
  action: string
  values: CohortFormValues
  choices: CohortChoices
  /** Its `tutors` and `courses` are the ids that were sent, separated by spaces. */
  state: FormState
  submit: string
  /** False where the number of seats has a form of its own. */
  asksSeats: boolean
  locale: Locale
  t: Translator
}

/**
 * One form for a new cohort, for a copy of a cohort and for changes. The buttons that change the list of courses also
 * send the form, which is shown again with what was typed.
 */
export function CohortForm({ action, values, choices, state, submit, asksSeats, locale, t }: Props) {
  const chosen = state.values.courses?.split(' ') ?? values.courses.map(({ courseId }) => courseId)
  const view = (field: Field) => (
    <FieldView key={field.name} id="cohort" field={field} state={state} optional={t('fields.optional')} />
  )
  return (
    <form id="cohort" method="post" action={action} className="stack" noValidate>
      {/* The Enter key presses the first button of a form: this one saves, and moves no course. */}
      <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
        {submit}
      </button>
      {state.done !== undefined && (
        <p className="note ok" role="status" tabIndex={-1} data-outcome="">
          {state.done}
        </p>
      )}
      <ErrorSummary id="cohort" state={state} t={t} />
      {values.seen && <input type="hidden" name="seen" value={values.seen} />}
      {detailFields(values, asksSeats, t).map(view)}
      {view(tutorField({ values, choices, state, locale, t }))}
      <ProgrammeFields
        action={action}
        courses={chosen.filter(Boolean)}
        values={values.courses}
        catalogue={choices.catalogue}
        state={state}
        locale={locale}
        t={t}
      />
      <p>
        <button type="submit" className="btn primary">
          {submit}
        </button>
      </p>
    </form>
  )
}

function detailFields(values: CohortFormValues, asksSeats: boolean, t: Translator): Field[] {
  const seats = values.seats === null ? '' : String(values.seats)
  return [
    { kind: 'text', name: 'name', label: t('cohorts.form.name'), hint: t('cohorts.form.nameHint'), value: values.name },
    { kind: 'date', name: 'startsOn', label: t('cohorts.form.startsOn'), value: values.startsOn },
    {
      kind: 'date',
      name: 'endsOn',
      label: t('cohorts.form.endsOn'),
      hint: t('cohorts.form.endsOnHint'),
      value: values.endsOn,
    },
    asksSeats
      ? {
          kind: 'number',
          name: 'seats',
          label: t('cohorts.form.seats'),
          hint: t('cohorts.form.seatsHint'),
          optional: true,
          value: seats,
        }
      : { kind: 'hidden', name: 'seats', value: seats },
    {
      kind: 'select',
      name: 'locale',
      label: t('cohorts.form.locale'),
      hint: t('cohorts.form.localeHint'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
      value: values.locale,
    },
  ]
}

type TutorProps = Pick<Props, 'values' | 'choices' | 'state' | 'locale' | 't'>

function tutorField({ values, choices, state, locale, t }: TutorProps): Field {
  const tutorIds = state.values.tutors?.split(' ') ?? values.tutorIds
  return {
    kind: 'choices',
    name: 'tutors',
    label: t('cohorts.form.tutors'),
    hint: choices.tutors.length === 0 ? t('cohorts.form.noTutors') : t('cohorts.form.tutorsHint'),
    options: choices.tutors.map((tutor) => ({
      value: tutor.accountId,
      label: nameIn(tutor, locale),
      chosen: tutorIds.includes(tutor.accountId),
    })),
  }
}
