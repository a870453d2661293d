import { healthResponse } from '../health-response'

/** For supervisors: 200 as long as the process answers. It does not ask the database, whose failure no restart mends. */
export function GET(): Response {
  return healthResponse({ status: 'ok' })
}
