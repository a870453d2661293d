import 'server-only'
import type { RegionalContacts } from '@/domain/contact/contact'
import { sql } from '../db/client'
import { countShown, findLapsedServices, findShownContacts } from '../db/contact/regional-contacts'
import { isUnreachable } from '../db/unreachable'
import { log } from '../log'

/**
 * The public contacts of the regions, read anew for each page, so that an expired or withdrawn contact disappears at
 * once. Null if the database does not answer: the directory of the library is then shown without them.
 *
 * @param region only those of one region; null: of all.
 */
export async function shownContacts(region: string | null, now: Date): Promise<RegionalContacts | null> {
  try {
    const [shown, lapsed] = await Promise.all([
      findShownContacts(sql(), region, now),
      findLapsedServices(sql(), region, now),
    ])
    return {
      shown: shown.map((row) => ({ ...row, roles: [row.service] })),
      lapsed: lapsed.map(({ region: of, service }) => ({
        id: `lapsed-${of}-${service}`,
        region: of,
        roles: [service],
        lapsed: true,
      })),
    }
  } catch (error) {
    if (!isUnreachable(error)) throw error
    log('database-unreachable', { source: 'contacts' })
    return null
  }
}

/** How many contacts the directory shows now; none if the database does not answer, as in the directory. */
export async function countShownContacts(now: Date): Promise<number> {
  try {
    return await countShown(sql(), now)
  } catch (error) {
    if (!isUnreachable(error)) throw error
    return 0
  }
}
