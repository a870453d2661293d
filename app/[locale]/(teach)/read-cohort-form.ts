import type { Refused } from '@/app/http/form'
import type { CatalogueCourse } from '@/components/cohort/programme-fields'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { COHORT_FIELDS, cohortSchema, LONGEST_COHORT_NAME, readCohort } from '@/domain/cohort/cohort-fields'
import {
  deadlineField,
  type KnownCourse,
  type ProgrammeAct,
  type ProgrammeForm,
  readProgramme,
  readProgrammeAct,
  reorder,
  spreadDays,
} from '@/domain/cohort/programme-form'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'
import type { CohortDraft } from '@/server/cohort/save-cohort'

/** `redraw`: a button changed the list of courses or the days. The form is shown again with them; nothing is saved. */
export type CohortForm = CohortDraft | { redraw: FormState } | Refused

/** @param catalogue the courses from which the cohort's may be chosen. */
export function readCohortForm(
  form: FormData,
  catalogue: readonly CatalogueCourse[],
  copiedFromId: string | null,
  t: Translator,
): CohortForm {
  const typed = readCohort(form)
  const { data, error } = cohortSchema.safeParse(typed)
  const tutorIds = form.getAll('tutors').filter((id) => typeof id === 'string')
  const known = catalogue.map(stepsOf)
  const programme = readProgramme(form, known, data ?? null)
  const { courses } = programme
  const values = { ...typed, ...programme.typed, tutors: tutorIds.join(' '), courses: idsOf(courses), course: '' }
  const asked = readProgrammeAct(form)
  if (asked.act === 'spread' && data) return { redraw: spread(data, courses, known, values, t) }
  if (asked.act !== 'save' && asked.act !== 'spread') return { redraw: changeList(asked, courses, values) }
  const problems = [...fieldsWrong(error, t), ...daysWrong(programme, t)]
  if (data && problems.length === 0) {
    const seen = form.get('seen')
    return { fields: data, courses, tutorIds, copiedFromId, seen: typeof seen === 'string' ? seen : null }
  }
  return {
    refused: {
      summary: problems.map(({ name, text }) => ({ name, text })),
      errors: Object.fromEntries(problems.map(({ name, sentence }) => [name, sentence])),
      values,
    },
  }
}

type Values = FormState['values']
type Wrong = { name: string; sentence: string; text: string }

const idsOf = (courses: readonly { courseId: string }[]) => courses.map(({ courseId }) => courseId).join(' ')

function stepsOf({ courseId, lessons, hasExam }: CatalogueCourse): KnownCourse {
  return { courseId, steps: [...lessons.map(({ id }) => id), ...(hasExam ? ['exam'] : [])] }
}

function changeList(asked: ProgrammeAct, courses: ProgrammeForm['courses'], values: Values): FormState {
  return { ...UNTOUCHED, values: { ...values, courses: idsOf(reorder(courses, asked)) } }
}

/** Proposes a day for each step of all courses, one course after the other. */
function spread(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  courses: ProgrammeForm['courses'],
  known: readonly KnownCourse[],
  values: Values,
  t: Translator,
): FormState {
  const steps = courses.flatMap(({ courseId }) =>
    (known.find((course) => course.courseId === courseId)?.steps ?? []).map((step) => deadlineField(courseId, step)),
  )
  const days = spreadDays(steps.length, { from: startsOn, to: endsOn })
  const proposed = Object.fromEntries(steps.map((name, place) => [name, days[place] ?? '']))
  return { ...UNTOUCHED, values: { ...values, ...proposed }, done: t('cohorts.form.spreadDone') }
}

function fieldsWrong(error: ReturnType<typeof cohortSchema.safeParse>['error'], t: Translator): Wrong[] {
  const problems = error ? fieldProblems(error) : {}
  return COHORT_FIELDS.flatMap((name) => {
    const problem = problems[name]
    if (!problem) return []
    const sentence =
      problem === 'too-long'
        ? t('fields.problems.too-long', { max: LONGEST_COHORT_NAME })
        : t(`fields.problems.${problem}`, { max: 0, min: 0 })
    return [{ name, sentence, text: t('fields.problemOf', { field: t(`cohorts.form.${name}`), problem: sentence }) }]
  })
}

function daysWrong({ problems }: ProgrammeForm, t: Translator): Wrong[] {
  return problems.map(({ name, problem }) => {
    const sentence = t(`fields.problems.${problem}`)
    const field = t(`cohorts.form.${labelOf(name)}`)
    return { name, sentence, text: t('fields.problemOf', { field, problem: sentence }) }
  })
}

function labelOf(name: string): 'course' | 'examOpensOn' | 'deadlines' {
  if (name === 'course') return 'course'
  return name.startsWith('exam.') ? 'examOpensOn' : 'deadlines'
}
