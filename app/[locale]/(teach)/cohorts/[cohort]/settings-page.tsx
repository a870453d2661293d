import type { Context } from '@/app/http/context'
import { CohortSettingsPage } from '@/components/cohort/cohort-form-pages'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { isRestorable } from '@/domain/cohort/phase'
import { type CohortChoices, cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { placesIn } from '@/server/cohort/people/places'
import { stateOf } from '@/server/cohort/save-cohort'
import { staffDocument } from '../../staff-document'

export type ToChange = WithCohort<'cohort:change'> & { choices: CohortChoices }
/** The states of the page's three forms. */
type Given = { state?: FormState; seats?: FormState; archiving?: FormState }

/** A cohort to change, with the choices that its form offers. */
export async function cohortToChange({ caller, params }: Context<'cohort'>): Promise<ToChange> {
  const granted = await requireCohort(caller, 'cohort:change', params.cohort)
  return { ...granted, choices: await cohortChoices(granted.permit, granted.cohort) }
}

/** The page with the forms that change a cohort and archive it. */
export async function settingsPage(
  { locale, t, query }: Context<'cohort'>,
  { cohort, permit, choices }: ToChange,
  { state = UNTOUCHED, seats = UNTOUCHED, archiving = UNTOUCHED }: Given,
) {
  const done = { ...UNTOUCHED, done: t('cohorts.form.saved') }
  const saved = query.get('saved')
  const main = (
    <CohortSettingsPage
      cohort={{ ...cohort, seen: stateOf(cohort) }}
      choices={choices}
      places={await placesIn(permit)}
      state={state === UNTOUCHED && saved === '1' ? done : state}
      seats={seats === UNTOUCHED && saved === 'seats' ? done : seats}
      archiving={archiving}
      // A person who may change a cohort may also create one in its institution.
      mayCopy
      restorable={isRestorable(cohort, new Date())}
      locale={locale}
      t={t}
    />
  )
  return staffDocument(t('cohorts.form.settings'), main)
}
