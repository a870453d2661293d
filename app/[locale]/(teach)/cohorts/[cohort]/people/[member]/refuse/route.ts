import { requireRequest } from '@/server/cohort/cohort-permit'
import { decideRequest } from '@/server/cohort/people/decide-request'
import { personOf } from '@/server/cohort/people/person-of'
import { type Act, askWhy, hearWhy } from '../ask-why'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }

const REFUSAL: Act = {
  name: 'refuse',
  open: async (cohortId, memberId) => {
    const { permit } = await requireRequest(cohortId, memberId)
    const person = await personOf(permit, memberId)
    return { person, run: (reason, now) => decideRequest(permit, memberId, { status: 'refuse', reason }, now) }
  },
}

export async function GET(request: Request, context: Context): Promise<Response> {
  return askWhy(request, context, REFUSAL)
}

export async function POST(request: Request, context: Context): Promise<Response> {
  return hearWhy(request, context, REFUSAL)
}
