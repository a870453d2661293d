import { requireCohort } from '@/server/cohort/cohort-permit'
import { personOf } from '@/server/cohort/people/person-of'
import { withdraw } from '@/server/cohort/people/withdraw'
import { reasonedAct } from '../reasoned-act'

export const { GET, POST } = reasonedAct('withdraw', async ({ caller, params: { cohort, member } }) => {
  const { permit } = await requireCohort(caller, 'cohort:enrol', cohort)
  const person = await personOf(permit, member)
  return { person, run: (reason, now) => withdraw(permit, member, reason, now) }
})
