import { requireCohort } from '@/server/cohort/cohort-permit'
import { personOf } from '@/server/cohort/people/person-of'
import { withdraw } from '@/server/cohort/people/withdraw'
import { type Act, askWhy, hearWhy } from '../ask-why'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }

const WITHDRAWAL: Act = {
  name: 'withdraw',
  open: async (cohortId, memberId) => {
    const { permit } = await requireCohort('cohort:enrol', cohortId)
    const person = await personOf(permit, memberId)
    return { person, run: (reason, now) => withdraw(permit, memberId, reason, now) }
  },
}

export async function GET(request: Request, context: Context): Promise<Response> {
  return askWhy(request, context, WITHDRAWAL)
}

export async function POST(request: Request, context: Context): Promise<Response> {
  return hearWhy(request, context, WITHDRAWAL)
}
