import { deadlineField, examField } from '@/domain/cohort/programme-form'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { FieldView } from '../form/field'
import type { FormState } from '../form/form-state'

/** A course that a cohort may have. */
export type CatalogueCourse = {
  courseId: string
  title: Localized
  /** Its lessons, in order. */
  lessons: readonly { id: string; title: Localized }[]
  hasExam: boolean
  /** People of the cohort have begun it. */
  begun: boolean
}
/** The days of a course of a cohort. */
export type ProgrammeValues = {
  courseId: string
  examOpensOn: string | null
  deadlines: Readonly<Record<string, string>>
}
type Props = {
  /** The address of the form. */
  action: string
  /** The courses in their order, by id. */
  courses: readonly string[]
  values: readonly ProgrammeValues[]
  catalogue: readonly CatalogueCourse[]
  state: FormState
  locale: Locale
  t: Translator
}

/** The courses of a cohort in their order, each with its days, and the buttons that change the list. */
export function ProgrammeFields({ action, courses, values, catalogue, state, locale, t }: Props) {
  const known = courses.flatMap((id) => catalogue.find(({ courseId }) => courseId === id) ?? [])
  const others = catalogue.filter(({ courseId }) => !courses.includes(courseId))
  const here = `${action}#courses`
  return (
    <fieldset id="courses" className="programme stack">
      <legend>{t('cohorts.form.courses')}</legend>
      <p className="hint">{t('cohorts.form.coursesHint')}</p>
      {known.map((course, place) => (
        <CourseFields
          key={course.courseId}
          course={course}
          place={place}
          last={place === known.length - 1}
          days={values.find(({ courseId }) => courseId === course.courseId) ?? null}
          action={here}
          state={state}
          locale={locale}
          t={t}
        />
      ))}
      {others.length > 0 && <AddCourse others={others} action={here} state={state} locale={locale} t={t} />}
      {known.length > 0 && (
        <div id="deadlines" className="stack-s">
          <p className="hint">{t('cohorts.form.spreadHint')}</p>
          <p>
            <button type="submit" name="act" value="spread" formAction={here} className="btn">
              {t('cohorts.form.spread')}
            </button>
          </p>
        </div>
      )}
    </fieldset>
  )
}

type CourseProps = Pick<Props, 'action' | 'state' | 'locale' | 't'> & {
  course: CatalogueCourse
  place: number
  last: boolean
  days: ProgrammeValues | null
}

function CourseFields({ course, place, last, days, action, state, locale, t }: CourseProps) {
  const { courseId, lessons, hasExam, begun } = course
  const title = typeset(course.title[locale], locale)
  const exam = hasExam ? [{ id: 'exam', title: t('cohorts.form.exam') }] : []
  const steps = [...lessons.map(({ id, title }) => ({ id, title: typeset(title[locale], locale) })), ...exam]
  const date = (name: string, label: string, value: string, hint?: string) => (
    <FieldView
      key={name}
      id="cohort"
      field={{ kind: 'date', name, label, optional: true, value, ...(hint !== undefined && { hint }) }}
      state={state}
      optional={t('fields.optional')}
    />
  )
  return (
    <fieldset>
      <legend>
        {place + 1}. {title}
      </legend>
      <div className="card stack">
        <input type="hidden" name="courses" value={courseId} />
        <p className="row">
          {place > 0 && <Move act="up" {...{ courseId, title, action, t }} />}
          {!last && <Move act="down" {...{ courseId, title, action, t }} />}
          {!begun && <Move act="remove" {...{ courseId, title, action, t }} />}
        </p>
        {begun && <p className="hint">{t('cohorts.form.begun')}</p>}
        {hasExam &&
          date(
            examField(courseId),
            t('cohorts.form.examOpensOn'),
            days?.examOpensOn ?? '',
            t('cohorts.form.examOpensOnHint'),
          )}
        <details open>
          <summary>
            {t('cohorts.form.deadlines')}
            <span className="sr"> : {title}</span>
          </summary>
          <div className="stack">
            <p className="hint">{t('cohorts.form.deadlinesHint')}</p>
            {steps.map((step) =>
              date(
                deadlineField(courseId, step.id),
                t('cohorts.form.deadlineOf', { step: step.title }),
                days?.deadlines[step.id] ?? '',
              ),
            )}
          </div>
        </details>
      </div>
    </fieldset>
  )
}

type MoveProps = { act: 'up' | 'down' | 'remove'; courseId: string; title: string; action: string; t: Translator }

function Move({ act, courseId, title, action, t }: MoveProps) {
  return (
    <button type="submit" name="act" value={`${act}:${courseId}`} formAction={action} className="btn">
      {t(`cohorts.form.${act}`)}
      <span className="sr"> : {title}</span>
    </button>
  )
}

function AddCourse({
  others,
  action,
  state,
  locale,
  t,
}: Omit<CourseProps, 'course' | 'place' | 'last' | 'days'> & { others: readonly CatalogueCourse[] }) {
  return (
    <div className="stack-s">
      <FieldView
        id="cohort"
        field={{
          kind: 'select',
          name: 'course',
          label: t('cohorts.form.course'),
          choose: t('fields.choose'),
          options: others.map(({ courseId, title }) => ({ value: courseId, label: typeset(title[locale], locale) })),
        }}
        state={state}
        optional={t('fields.optional')}
      />
      <p>
        <button type="submit" name="act" value="add" formAction={action} className="btn">
          {t('cohorts.form.add')}
        </button>
      </p>
    </div>
  )
}
