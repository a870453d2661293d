import { formPage } from '@/app/form-page'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { AppError } from '@/domain/errors'
import { requireCohort, requireRequest } from '@/server/cohort/cohort-permit'
import { decideRequest } from '@/server/cohort/people/decide-request'
import { inviteAgain, invitePerson } from '@/server/cohort/people/invite-person'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }

/** What is done about a person at one press. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort, member } = await params
  const shown = readPeopleQuery(new URL(request.url).searchParams)
  const path = `/cohorts/${cohort}/people`
  return formPage(request, locale, path + writePeopleQuery(shown), async (form) => {
    const done = await act(form.get('act'), cohort, member, new Date())
    return seeOther(`/${locale}${path}${writePeopleQuery(shown, { done })}`)
  })
}

/** @returns what the page says afterwards. @throws {AppError} invalid-input, or as the act does */
async function act(name: unknown, cohortId: string, memberId: string, now: Date): Promise<'yes' | 'queued'> {
  if (name === 'admit') {
    const request = await requireRequest(cohortId, memberId)
    const decided = await decideRequest(request.permit, memberId, { status: 'admit' }, now)
    return decided === 'waiting' ? 'queued' : 'yes'
  }
  const { permit } = await requireCohort('cohort:enrol', cohortId)
  if (name === 'again') await inviteAgain(permit, memberId, now)
  else if (name === 'invite') await invitePerson(permit, memberId, now)
  else throw new AppError('invalid-input', 'no such act')
  return 'yes'
}
