import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ENTRY_DONE, EntryPage } from '@/components/cohort/entry/entry-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { type EntryFields, entryForm, readEntry } from '@/domain/cohort/entry/entry-form'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { changeEntry, entryOf, renewCode } from '@/server/cohort/entry/entry-settings'
import { joinAddress } from '@/server/cohort/entry/join-address'
import { staffDocument } from '../../../staff-document'
import { refuseEntry } from './refuse-entry'

/** Saves the ways of self-enrolment or, with `act=renew`, replaces the code with a new one. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:change', params.cohort),
  page: entryPage,
  read: (form, { t }): EntryFields | 'renew' | Refused => {
    if (form.get('act') === 'renew') return 'renew'
    const typed = entryForm(form)
    const reading = readEntry(typed)
    return reading.status === 'wrong' ? { refused: refuseEntry(reading, typed, t) } : reading.fields
  },
  act: async ({ permit }, value) => {
    if (value === 'renew') await renewCode(permit, new Date())
    else await changeEntry(permit, value, new Date())
    return value === 'renew' ? 'renewed' : 'saved'
  },
  done: (done, { locale, params }) => href(locale, `/cohorts/${params.cohort}/entry?done=${done}`),
})

async function entryPage(
  { locale, t, query }: Context<'cohort'>,
  { cohort, permit }: WithCohort<'cohort:change'>,
  state: FormState,
) {
  const entry = await entryOf(permit)
  const done = ENTRY_DONE.find((one) => one === query.get('done')) ?? null
  const about = { entry, joinAddress: entry.code && joinAddress(entry.code, locale), done, state, locale, t }
  return staffDocument(t('cohorts.entry.title'), <EntryPage cohort={cohort} {...about} />)
}
