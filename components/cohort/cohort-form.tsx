import type { Names } from '@/domain/account/profile'
import { deadlineField } from '@/domain/cohort/deadline-form'
import type { Course } from '@/domain/course/course'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'

export type CohortFormValues = {
  name: string
  courseId: string
  locale: string
  startsOn: string
  endsOn: string
  examOpensOn: string | null
  seats: number | null
  tutorIds: readonly string[]
  deadlines: Readonly<Record<string, string>>
}
/** What a cohort can be made of. */
export type CohortChoices = {
  courses: readonly Pick<Course, 'file'>[]
  tutors: readonly (Names & { accountId: string })[]
}
type Props = {
  action: string
  values: CohortFormValues
  choices: CohortChoices
  /** Whose steps have a last day; null while none is chosen. */
  course: Course | null
  /** The tutors that were ticked stand in its `tutors`, with a space between two. */
  state: FormState
  submit: string
  locale: Locale
  t: Translator
}

/** One form for a new cohort, its next edition and its changes. */
export function CohortForm({ action, values, choices, course, state, submit, locale, t }: Props) {
  const tutorIds = state.values.tutors?.split(' ') ?? values.tutorIds
  const fields = [
    { kind: 'text', name: 'name', label: t('cohorts.form.name'), hint: t('cohorts.form.nameHint'), value: values.name },
    courseField({ values, choices, course, locale, t }),
    { kind: 'date', name: 'startsOn', label: t('cohorts.form.startsOn'), value: values.startsOn },
    {
      kind: 'date',
      name: 'endsOn',
      label: t('cohorts.form.endsOn'),
      hint: t('cohorts.form.endsOnHint'),
      value: values.endsOn,
    },
    {
      kind: 'date',
      name: 'examOpensOn',
      label: t('cohorts.form.examOpensOn'),
      hint: t('cohorts.form.examOpensOnHint'),
      optional: true,
      value: values.examOpensOn,
    },
    {
      kind: 'number',
      name: 'seats',
      label: t('cohorts.form.seats'),
      hint: t('cohorts.form.seatsHint'),
      optional: true,
      value: values.seats === null ? '' : String(values.seats),
    },
    {
      kind: 'select',
      name: 'locale',
      label: t('cohorts.form.locale'),
      hint: t('cohorts.form.localeHint'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
      value: values.locale,
    },
    {
      kind: 'choices',
      name: 'tutors',
      label: t('cohorts.form.tutors'),
      hint: choices.tutors.length === 0 ? t('cohorts.form.noTutors') : t('cohorts.form.tutorsHint'),
      options: choices.tutors.map(({ accountId, nameArabic, nameLatin }) => ({
        value: accountId,
        label: locale === 'ar' ? nameArabic : nameLatin,
        chosen: tutorIds.includes(accountId),
      })),
    },
    ...deadlineFields({ values, course, locale, t }),
  ] satisfies Field[]
  return <Form id="cohort" action={action} fields={fields} state={state} t={t} submit={submit} />
}

type Part = Pick<Props, 'values' | 'course' | 'locale' | 't'>

/** Once people may have begun on a course it is said, no longer asked. */
function courseField({ values, choices, course, locale, t }: Part & { choices: CohortChoices }): Field {
  if (course) return { kind: 'hidden', name: 'courseId', value: values.courseId }
  return {
    kind: 'select',
    name: 'courseId',
    label: t('cohorts.form.courseId'),
    choose: t('fields.choose'),
    options: choices.courses.map(({ file }) => ({
      value: file.id,
      label: typeset(file.title[locale], locale),
    })),
    value: values.courseId,
  }
}

function deadlineFields({ values, course, locale, t }: Part): Field[] {
  if (!course) return []
  const steps = course.lessons.map(({ file }) => ({ id: file.id, title: typeset(file.title[locale], locale) }))
  const graded = course.exam ? [{ id: 'exam', title: t('cohorts.form.exam') }] : []
  return [...steps, ...graded].map(({ id, title }) => ({
    kind: 'date',
    name: deadlineField(id),
    label: t('cohorts.form.deadlineOf', { step: title }),
    optional: true,
    value: values.deadlines[id] ?? '',
  }))
}
