import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { memberTitle } from '@/components/cohort/people/reason-page'
import { TransferPage } from '@/components/cohort/people/transfer-page'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { personOf } from '@/server/cohort/people/person-of'
import { transfer, transferGoals } from '@/server/cohort/people/transfer'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId, member: memberId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
    const person = await personOf(permit, memberId)
    const goals = await transferGoals(permit, cohort, new Date())
    const about = { cohortId, person, goals, shown: writePeopleQuery(readPeopleQuery(query)), locale, t }
    return staffDocument(memberTitle('transfer', person, locale, t), <TransferPage {...about} />)
  })
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId, member: memberId } = await params
  const shown = readPeopleQuery(new URL(request.url).searchParams)
  const own = `/cohorts/${cohortId}/people/${memberId}/transfer${writePeopleQuery(shown)}`
  return formPage(request, locale, own, async (form) => {
    const { permit } = await requireCohort('cohort:enrol', cohortId)
    await transfer(permit, memberId, String(form.get('cohort') ?? ''), new Date())
    return seeOther(`/${locale}/cohorts/${cohortId}/people${writePeopleQuery(shown, { done: 'yes' })}`)
  })
}
