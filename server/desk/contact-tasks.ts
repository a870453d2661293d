import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import { nearUntil } from '@/domain/contact/contact'
import type { Task } from '@/domain/desk/task'
import { sql } from '../db/client'
import { countAwaitingContacts, countNearContacts } from '../db/contact/regional-contacts'
import type { Scope } from './scope'

/** Contacts of regions that await her decision, and those of her institutions that expire soon or have expired. */
export async function contactTasks(actor: Person, { administers }: Scope, now: Date): Promise<Task[]> {
  const reviews = decide(actor, 'contact:review', {}) === 'allowed'
  const [awaiting, near] = await Promise.all([
    reviews ? countAwaitingContacts(sql(), actor.accountId) : null,
    administers.length > 0 ? countNearContacts(sql(), administers, nearUntil(now)) : [],
  ])
  return [
    ...(awaiting
      ? [{ kind: 'contacts', ...awaiting, place: null, path: '/institutions/contacts' } satisfies Task]
      : []),
    ...near.map(({ institutionId, count, ...place }): Task => {
      return { kind: 'contacts-near', count, since: null, place, path: `/institutions/${institutionId}/contacts` }
    }),
  ]
}
