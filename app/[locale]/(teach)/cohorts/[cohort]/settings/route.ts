import { type CohortForm, readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { readSeats } from '@/domain/cohort/cohort-fields'
import { deadlineField, examField } from '@/domain/cohort/programme-form'
import { type CohortDraft, changeCohort, changeSeats } from '@/server/cohort/save-cohort'
import { cohortToChange, settingsPage, type ToChange } from '../settings-page'

type Value = Exclude<CohortForm, Refused> | { seats: number | null }

/** Saves the cohort, or only its seats. A button in the list of courses shows the form again and saves nothing. */
export const { GET, POST } = formPage({
  permit: cohortToChange,
  // The form for the seats has a name, so that the page shows its errors in that form.
  page: (context, granted, state) =>
    settingsPage(context, granted, state.form === 'seats' ? { seats: state } : { state }),
  read: (form, { t }, { cohort, choices }): Value | Refused =>
    form.get('act') === 'seats' ? seatsIn(form, t) : readCohortForm(form, choices.catalogue, cohort.copiedFromId, t),
  act: change,
  done: (result) => result,
})

function seatsIn(form: FormData, t: Context['t']): { seats: number | null } | Refused {
  const typed = String(form.get('seats') ?? '')
  const seats = readSeats(typed)
  if (seats !== undefined) return { seats }
  const sentence = t('fields.problems.seats')
  const text = t('fields.problemOf', { field: t('cohorts.form.seats'), problem: sentence })
  const refused: FormState = {
    form: 'seats',
    summary: [{ name: 'seats', text }],
    errors: { seats: sentence },
    values: { seats: typed },
  }
  return { refused }
}

async function change(
  granted: ToChange,
  value: Value,
  context: Context<'cohort'>,
): Promise<string | DocumentPage | Refused> {
  const { locale, t, params } = context
  const path = href(locale, `/cohorts/${params.cohort}/settings`)
  if ('redraw' in value) return settingsPage(context, granted, { state: value.redraw })
  if (!('fields' in value)) {
    await changeSeats(granted.permit, value.seats, new Date())
    return `${path}?saved=seats#seats`
  }
  const outcome = await changeCohort(granted.permit, value, new Date())
  if (outcome === 'saved') return `${path}?saved=1`
  // The cohort is read again: the form must show its current state beside what was typed.
  const now = outcome === 'changed' ? await cohortToChange(context) : granted
  const problem = t(outcome === 'changed' ? 'cohorts.form.changedMeanwhile' : 'cohorts.form.begunKept')
  const state = { ...UNTOUCHED, problem, values: typedIn(value) }
  return { ...(await settingsPage(context, now, { state })), status: 409 }
}

/** What was typed, as the form shows it again. */
function typedIn({ fields, courses, tutorIds }: CohortDraft): FormState['values'] {
  const days = courses.flatMap(({ courseId, examOpensOn, deadlines }) => [
    [examField(courseId), examOpensOn ?? ''],
    ...Object.entries(deadlines).map(([step, day]) => [deadlineField(courseId, step), day]),
  ])
  return {
    ...Object.fromEntries(days),
    name: fields.name,
    locale: fields.locale,
    startsOn: fields.startsOn,
    endsOn: fields.endsOn,
    tutors: tutorIds.join(' '),
    courses: courses.map(({ courseId }) => courseId).join(' '),
  }
}
