import { health } from '@/server/desk/health'
import { healthResponse } from './health-response'

/** For load balancers and monitors: 200 if the site and its database answer, else 503. It reveals nothing else. */
export async function GET(): Promise<Response> {
  const { status } = await health(new Date())
  return healthResponse({ status })
}
