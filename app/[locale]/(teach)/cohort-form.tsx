import { LANGUAGE_NAMES } from '@/components/shell/language-names'
import type { FormState } from '@/components/ui/form-state'
import type { PlainField } from '@/components/ui/plain-field'
import { PlainForm } from '@/components/ui/plain-form'
import { deadlineField } from '@/domain/cohort/deadline-form'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { CohortChoices } from '@/server/cohort/cohort-choices'
import type { LoadedRelease } from '@/server/content/releases'

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
type Props = {
  action: string
  values: CohortFormValues
  choices: CohortChoices
  /** Whose steps have a last day; null while no course is chosen. */
  release: LoadedRelease | null
  state: FormState
  submit: string
  locale: Locale
  t: Translator
}

/** One form for a new cohort, its next edition and its changes. */
export function CohortForm({ action, values, choices, release, state, submit, locale, t }: Props) {
  const fields = [
    { kind: 'text', name: 'name', label: t('cohorts.form.name'), hint: t('cohorts.form.nameHint'), value: values.name },
    courseField({ values, choices, release, locale, t }),
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
        chosen: values.tutorIds.includes(accountId),
      })),
    },
    ...deadlineFields({ values, release, locale, t }),
  ] satisfies PlainField[]
  return (
    <PlainForm
      id="cohort"
      action={action}
      fields={fields}
      state={state}
      texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
      submit={submit}
    />
  )
}

type Part = Pick<Props, 'values' | 'release' | 'locale' | 't'>

/** Once people may have begun on a course it is said, no longer asked. */
function courseField({ values, choices, release, locale, t }: Part & { choices: CohortChoices }): PlainField {
  if (release) return { kind: 'hidden', name: 'courseId', value: values.courseId }
  return {
    kind: 'select',
    name: 'courseId',
    label: t('cohorts.form.courseId'),
    choose: t('fields.choose'),
    options: choices.courses.map(({ courseId, course }) => ({
      value: courseId,
      label: typeset(course.file.title[locale], locale),
    })),
    value: values.courseId,
  }
}

function deadlineFields({ values, release, locale, t }: Part): PlainField[] {
  if (!release) return []
  const steps = release.course.lessons.map(({ file }) => ({ id: file.id, title: typeset(file.title[locale], locale) }))
  const graded = release.course.exam ? [{ id: 'exam', title: t('cohorts.form.exam') }] : []
  return [...steps, ...graded].map(({ id, title }) => ({
    kind: 'date',
    name: deadlineField(id),
    label: t('cohorts.form.deadlineOf', { step: title }),
    optional: true,
    value: values.deadlines[id] ?? '',
  }))
}
