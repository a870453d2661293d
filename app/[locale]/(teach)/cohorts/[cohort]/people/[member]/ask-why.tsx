import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { memberTitle, type NamedMember, type ReasonedAct, ReasonPage } from '@/components/cohort/people/reason-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { reasonSchema } from '@/domain/institution/institution'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }
/** An act about a person that cannot be done without saying why. */
export type Act = {
  name: ReasonedAct
  /** About whom, and how it is done: for who may. @throws {AppError} for anybody else */
  open: (
    cohortId: string,
    memberId: string,
  ) => Promise<{ person: NamedMember; run: (reason: string, now: Date) => Promise<unknown> }>
}

export async function askWhy(request: Request, { params }: Context, act: Act): Promise<Response> {
  const { locale, cohort, member } = await params
  return documentPage(request, locale, async (context) => {
    const { person } = await act.open(cohort, member)
    return whyPage(context, act.name, cohort, person, UNTOUCHED)
  })
}

export async function hearWhy(request: Request, { params }: Context, act: Act): Promise<Response> {
  const { locale, cohort, member } = await params
  const shown = readPeopleQuery(new URL(request.url).searchParams)
  const own = `/cohorts/${cohort}/people/${member}/${act.name}${writePeopleQuery(shown)}`
  return formPage(request, locale, own, async (form) => {
    const { person, run } = await act.open(cohort, member)
    const typed = String(form.get('reason') ?? '')
    const { data } = reasonSchema.safeParse({ reason: typed })
    if (!data) {
      const text = translator(isLocale(locale) ? locale : 'ar')('cohorts.people.reasonNeeded')
      const state = { summary: [{ name: 'reason', text }], errors: { reason: text }, values: { reason: typed } }
      return documentPage(request, locale, async (context) => ({
        ...whyPage(context, act.name, cohort, person, state),
        status: 400,
      }))
    }
    await run(data.reason, new Date())
    return seeOther(`/${locale}/cohorts/${cohort}/people${writePeopleQuery(shown, { done: 'yes' })}`)
  })
}

function whyPage(
  { locale, t, query }: DocumentContext,
  act: ReasonedAct,
  cohortId: string,
  person: NamedMember,
  state: FormState,
) {
  const about = { cohortId, person, act, shown: writePeopleQuery(readPeopleQuery(query)), state, locale, t }
  return staffDocument(memberTitle(act, person, locale, t), <ReasonPage {...about} />)
}
