import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { memberTitle } from '@/components/cohort/people/reason-page'
import { TransferPage } from '@/components/cohort/people/transfer-page'
import { href } from '@/components/shell/paths'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { personOf } from '@/server/cohort/people/person-of'
import { transfer, transferGoals } from '@/server/cohort/people/transfer'
import { staffDocument } from '../../../../../staff-document'
import { peopleAddress } from '../../people-address'

export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort' | 'member'>) => requireCohort(caller, 'cohort:enrol', params.cohort),
  page: async ({ locale, t, query, params }, { cohort, permit }) => {
    const person = await personOf(permit, params.member)
    const goals = await transferGoals(permit, cohort, new Date())
    const shown = writePeopleQuery(readPeopleQuery(query))
    const about = { cohortId: cohort.id, person, goals, shown, locale, t }
    return staffDocument(memberTitle('transfer', person, locale, t), <TransferPage {...about} />)
  },
  read: (form) => String(form.get('cohort') ?? ''),
  act: ({ permit }, goal, { params }) => transfer(permit, params.member, goal, new Date()),
  done: (_, context) => href(context.locale, peopleAddress(context, { done: 'yes' })),
})
