import { health } from '@/server/desk/health'
import { healthResponse } from '../health-response'

/** For load balancers and monitors: 200 if the database answers within a second, and whether the jobs ran in time. */
export async function GET(): Promise<Response> {
  return healthResponse(await health(new Date()))
}
