import { requireRequest } from '@/server/cohort/cohort-permit'
import { decideRequest } from '@/server/cohort/people/decide-request'
import { personOf } from '@/server/cohort/people/person-of'
import { reasonedAct } from '../reasoned-act'

export const { GET, POST } = reasonedAct('refuse', async ({ caller, params: { cohort, member } }) => {
  const { permit } = await requireRequest(caller, cohort, member)
  const person = await personOf(permit, member)
  return { person, run: (reason, now) => decideRequest(permit, member, { status: 'refuse', reason }, now) }
})
