import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { type CohortChoices, CohortForm, type CohortFormValues } from './cohort-form'
import { FormFrame } from './cohort-frame'

type Shared = { choices: CohortChoices; state: FormState; locale: Locale; t: Translator }
type EditProps = Shared & {
  cohort: CohortFormValues & { id: string; archivedAt: Date | null }
  course: Course
  /** Of the form that archives it. */
  archiving: FormState
}

/** The form of a cohort, and below it the way to archive it. */
export function CohortEditPage({ cohort, course, choices, archiving, state, locale, t }: EditProps) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  const form = (
    <CohortForm
      action={`${path}/edit`}
      values={cohort}
      choices={choices}
      course={course}
      state={state}
      submit={t('cohorts.form.save')}
      locale={locale}
      t={t}
    />
  )
  const lead = (
    <>
      <p>{typeset(course.file.title[locale], locale)}</p>
      {cohort.archivedAt ? <p className="note">{t('cohorts.form.closed')}</p> : form}
    </>
  )
  return (
    <FormFrame
      back={{ href: path, label: <Name>{cohort.name}</Name> }}
      heading={t('cohorts.form.editTitle')}
      lead={lead}
    >
      {!cohort.archivedAt && (
        <section className="stack" aria-labelledby="archive">
          <h2 id="archive">{t('cohorts.form.archive')}</h2>
          <p>{t('cohorts.form.archiveLead')}</p>
          <Form
            id="archiving"
            action={`${path}/archive#archiving-problems`}
            fields={[{ kind: 'tick', name: 'sure', label: t('cohorts.form.archiveTick') }]}
            state={archiving}
            t={t}
            submit={t('cohorts.form.archive')}
            look="danger"
          />
        </section>
      )}
    </FormFrame>
  )
}

type NewProps = Shared & {
  institutionId: string
  /** The edition that it begins from; null: none. */
  source: {
    id: string
    name: string
    courseId: string
    locale: Locale
    seats: number | null
    tutorIds: readonly string[]
  } | null
}

/** What the page of a new cohort is called. */
export function cohortNewTitle(source: NewProps['source'], t: Translator): string {
  return t(source ? 'cohorts.form.copyTitle' : 'cohorts.form.newTitle')
}

/** The form of a new cohort, empty or with what stays the same from one edition to the next. */
export function CohortNewPage({ institutionId, source, choices, state, locale, t }: NewProps) {
  const path = href(locale, `/institutions/${institutionId}/cohorts`)
  const values: CohortFormValues = {
    name: source?.name ?? '',
    courseId: source?.courseId ?? '',
    locale: source?.locale ?? locale,
    startsOn: '',
    endsOn: '',
    examOpensOn: null,
    seats: source?.seats ?? null,
    tutorIds: source?.tutorIds ?? [],
    deadlines: {},
  }
  return (
    <FormFrame back={{ href: path, label: t('cohorts.list.title') }} heading={cohortNewTitle(source, t)}>
      <CohortForm
        action={`${path}/new${source ? `?copy=${source.id}` : ''}`}
        values={values}
        choices={choices}
        course={null}
        state={state}
        submit={t('cohorts.form.create')}
        locale={locale}
        t={t}
      />
    </FormFrame>
  )
}
