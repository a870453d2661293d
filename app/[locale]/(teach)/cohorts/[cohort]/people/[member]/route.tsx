import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { PersonPage } from '@/components/cohort/people/person-page'
import { href } from '@/components/shell/paths'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { AppError } from '@/domain/errors'
import { nameIn } from '@/domain/person/name-in'
import { permitFor } from '@/server/auth/permit'
import { permitRequest, requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { decideRequest } from '@/server/cohort/people/decide-request'
import { inviteAgain, invitePerson } from '@/server/cohort/people/invite-person'
import { openPerson } from '@/server/cohort/people/person-page'
import { staffDocument } from '../../../../staff-document'
import { peopleAddress } from '../people-address'

type Act = 'admit' | 'again' | 'invite'
const ACTS: readonly Act[] = ['admit', 'again', 'invite']

/** One person in a cohort, for its staff. */
export const GET = page<'cohort' | 'member'>(async ({ locale, t, query, params, caller }) => {
  const person = await openPerson(caller, params.cohort, params.member, new Date())
  const shown = writePeopleQuery(readPeopleQuery(query))
  const said = query.get('done') === 'queued' ? t('cohorts.people.queued') : t('cohorts.people.done')
  const done = query.has('done') ? said : null
  const name = nameIn(person.names, locale) || person.member.email
  return staffDocument(name, <PersonPage {...person} shown={shown} done={done} locale={locale} t={t} />)
})

/** The acts about a person that need no form, only a button. Each act has its own permission. */
export const POST = form({
  back: (context) => peopleAddress(context),
  permit: ({ caller, params }: Context<'cohort' | 'member'>) => requireCohort(caller, 'cohort:read', params.cohort),
  read: readAct,
  act: (granted, act, { params }) => run(granted, act, params.member, new Date()),
  done: (done, context) => href(context.locale, peopleAddress(context, { done })),
})

/** @throws {AppError} invalid-input */
function readAct(sent: FormData): Act {
  const act = ACTS.find((one) => one === sent.get('act'))
  if (!act) throw new AppError('invalid-input', 'no such act')
  return act
}

/** @returns the notice for the page afterwards. @throws {AppError} forbidden, or as the act does */
async function run(
  granted: WithCohort<'cohort:read'>,
  act: Act,
  memberId: string,
  now: Date,
): Promise<'yes' | 'queued'> {
  if (act === 'admit') {
    const request = await permitRequest(granted, memberId)
    const decided = await decideRequest(request.permit, memberId, { status: 'admit' }, now)
    return decided === 'waiting' ? 'queued' : 'yes'
  }
  const permit = permitFor(granted.permit.actor, 'cohort:enrol', granted.permit.target)
  if (act === 'again') await inviteAgain(permit, memberId, now)
  else await invitePerson(permit, memberId, now)
  return 'yes'
}
