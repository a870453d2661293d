import 'server-only'
import type { ListQuery } from '@/domain/institution/list-query'
import { searchPeople } from '@/domain/institution/search-people'
import { type Page, pageOf } from '@/domain/list/page-of'
import { noteShown } from '../auth/note-views'
import type { Permit } from '../auth/permit'
import { listedPeople } from './confirm-by-list'
import { type OfferMade, offersMade } from './offer-role'
import { findPeople, type Member } from './people'

export type PeopleShown = {
  people: Page<Member>
  /** How many people match the filter. */
  total: number
  offers: readonly OfferMade[]
  /** How many unconfirmed identities equal the school's lists; null for a reader who may confirm none. */
  asListed: number | null
}

/** One page of the people who hold a role, and the offers that were made. It records that they are shown. */
export async function peopleShown(
  permit: Permit<'people:read'>,
  { typed, page }: ListQuery,
  now: Date,
): Promise<PeopleShown> {
  const [everybody, offers, listed] = await Promise.all([
    findPeople(permit),
    offersMade(permit, now),
    listedPeople(permit),
  ])
  const found = searchPeople(everybody, typed)
  const people = pageOf(found, String(page))
  const ids = people.rows.map(({ accountId }) => accountId)
  await noteShown('person-viewed', permit, ids, now)
  return { people, total: found.length, offers, asListed: listed?.equal.length ?? null }
}

/** Records that these people are about to be shown. */
export async function noteListed(
  permit: Permit<'people:read'>,
  people: readonly { accountId: string }[],
  now: Date,
): Promise<void> {
  await noteShown(
    'person-viewed',
    permit,
    people.map(({ accountId }) => accountId),
    now,
  )
}
