import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { ENTRY_DONE, EntryPage } from '@/components/cohort/entry/entry-page'
import type { FormState } from '@/components/form/form-state'
import { entryForm, readEntry } from '@/domain/cohort/entry/entry-form'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { changeEntry, entryOf, renewCode } from '@/server/cohort/entry/entry-settings'
import { joinAddress } from '@/server/cohort/entry/join-address'
import { seeOther } from '@/server/respond'
import { staffForm } from '../../../staff-document'
import { refuseEntry } from './refuse-entry'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => entryPage(context, cohort))
}

/** Saves how people come in or, with `act=renew`, ends the code for a new one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  const own = `/cohorts/${cohortId}/entry`
  return formPage(request, locale, own, async (form) => {
    const { permit } = await requireCohort('cohort:change', cohortId)
    if (form.get('act') === 'renew') {
      await renewCode(permit, new Date())
      return seeOther(`/${locale}${own}?done=renewed`)
    }
    const typed = entryForm(form)
    const reading = readEntry(typed)
    if (reading.status === 'wrong') {
      const state = refuseEntry(reading, typed, translator(isLocale(locale) ? locale : 'ar'))
      return documentPage(request, locale, (context) => entryPage(context, cohortId, state))
    }
    await changeEntry(permit, reading.fields, new Date())
    return seeOther(`/${locale}${own}?done=saved`)
  })
}

async function entryPage({ locale, t, query }: DocumentContext, cohortId: string, state?: FormState) {
  const { cohort, permit } = await requireCohort('cohort:change', cohortId)
  const entry = await entryOf(permit)
  const done = ENTRY_DONE.find((one) => one === query.get('done')) ?? null
  const about = { entry, joinAddress: entry.code && joinAddress(entry.code, locale), done, state, locale, t }
  return staffForm(t('cohorts.entry.title'), <EntryPage cohort={cohort} {...about} />, state, t)
}
