import { type CohortForm, readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { CohortNewPage, cohortNewTitle } from '@/components/cohort/cohort-form-pages'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { shiftDays } from '@/domain/cohort/programme-form'
import { daysBetween } from '@/domain/time/day'
import type { Permit } from '@/server/auth/permit'
import { requirePermission } from '@/server/auth/permit'
import { type CohortChoices, cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { type CohortDraft, createCohort } from '@/server/cohort/save-cohort'
import { staffDocument } from '../../../../staff-document'

/** The cohort that is copied, if the address names one. */
type Source = Awaited<ReturnType<typeof requireCohort>>['cohort'] | null
type Granted = { permit: Permit<'cohort:create'>; source: Source; choices: CohortChoices }

/** Creates a cohort. A button in the list of courses shows the form again and saves nothing. */
export const { GET, POST } = formPage({
  permit,
  page: newPage,
  read: (form, { t }, { source, choices }): Exclude<CohortForm, Refused> | Refused =>
    readCohortForm(form, choices.catalogue, source?.id ?? null, t),
  act: async (granted, value, context): Promise<string | DocumentPage> => {
    if ('redraw' in value) return newPage(context, granted, value.redraw)
    const id = await createCohort(granted.permit, withDaysOf(granted.source, value), new Date())
    return href(context.locale, `/cohorts/${id}?done=created`)
  },
  done: (result) => result,
})

async function permit({ caller, params, query }: Context<'institution'>): Promise<Granted> {
  const granted = await requirePermission(caller, 'cohort:create', { institutionId: params.institution })
  const copy = query.get('copy')
  const source = copy ? (await requireCohort(caller, 'cohort:read', copy)).cohort : null
  return { permit: granted, source, choices: await cohortChoices(granted, null) }
}

async function newPage(
  { locale, t }: Context<'institution'>,
  { permit: { target }, source, choices }: Granted,
  state: FormState,
): Promise<DocumentPage> {
  const about = { institutionId: target.institutionId, source, choices, state, locale, t }
  return staffDocument(cohortNewTitle(source, t), <CohortNewPage {...about} />)
}

/** A course without typed days gets those of the copied cohort, at the same distance from the cohort's first day. */
function withDaysOf(source: Source, draft: CohortDraft): CohortDraft {
  if (!source) return draft
  const by = daysBetween(source.startsOn, draft.fields.startsOn)
  const { endsOn } = draft.fields
  const courses = draft.courses.map((course) => {
    const model = source.courses.find(({ courseId }) => courseId === course.courseId)
    const typed = course.examOpensOn !== null || Object.keys(course.deadlines).length > 0
    return model && !typed ? shiftDays(model, by, endsOn) : course
  })
  return { ...draft, courses }
}
