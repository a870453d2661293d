import type { Context } from '@/app/http/context'
import { CohortEditPage } from '@/components/cohort/cohort-form-pages'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { type LoadedRelease, loadRelease } from '@/server/content/releases'
import { staffDocument } from '../../staff-document'

type ToChange = WithCohort<'cohort:change'> & { release: LoadedRelease }
/** The states of the page's two forms. */
type Given = { state?: FormState; archiving?: FormState }

/** A cohort to change, with the release that its learners read. */
export async function cohortToChange({ caller, params }: Context<'cohort'>): Promise<ToChange> {
  const granted = await requireCohort(caller, 'cohort:change', params.cohort)
  return { ...granted, release: await loadRelease(granted.cohort.releaseId) }
}

/** The page with the forms that change a cohort and archive it. */
export async function editPage(
  { locale, t, query }: Context<'cohort'>,
  { cohort, permit, release }: ToChange,
  { state = UNTOUCHED, archiving = UNTOUCHED }: Given,
) {
  const saved = query.has('saved') ? { ...UNTOUCHED, done: t('cohorts.form.saved') } : UNTOUCHED
  const main = (
    <CohortEditPage
      cohort={cohort}
      course={release.course}
      choices={await cohortChoices(permit)}
      state={state === UNTOUCHED ? saved : state}
      archiving={archiving}
      locale={locale}
      t={t}
    />
  )
  return staffDocument(t('cohorts.form.editTitle'), main)
}
