import 'server-only'
import type { OpenAccount } from '@/domain/auth/open-account'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { namesSchema } from '@/domain/person/profile'
import type { Arrival } from '@/domain/sign-on/admit'
import { openConfirmedAccount } from '../account/confirm-sign-up'
import { hashPassword } from '../auth/password'
import { admitMember } from '../cohort/accept-invitation'
import type { Tx } from '../db/client'
import type { MemberRow } from '../db/cohort/cohort-members'
import { findCohort } from '../db/cohort/cohorts'
import { secretToken } from '../random'

/**
 * The places that an institution keeps for an address, and the `person` according to its lists, null without both
 * names.
 */
export type OpenPlaces = {
  places: readonly MemberRow[]
  person: Omit<OpenAccount, 'email' | 'password'> | null
  listed: Arrival['listed']
}

/** @param places those of the last list first */
export function readPlaces(places: readonly MemberRow[]): OpenPlaces {
  const named = places.find((place) => namesSchema.safeParse(place).success)
  const person = named ? personOf(named) : null
  return { places, person, listed: places.length === 0 ? 'no' : person ? 'named' : 'nameless' }
}

/** She can correct what a list does not state on the page of her account. */
function personOf({ function: listed, institution, locale, ...names }: MemberRow): OpenPlaces['person'] {
  return {
    ...namesSchema.parse(names),
    function: PERSON_FUNCTIONS.find((one) => one === listed) ?? 'other',
    institution,
    locale: isLocale(locale) ? locale : 'ar',
  }
}

/** The hash of a password that nobody knows. She can choose one with the link for a forgotten password. */
export function unusablePasswordHash(): Promise<string> {
  return hashPassword(secretToken())
}

/**
 * Opens the account of an address from the institution's list, and gives it the places that wait for it.
 *
 * @returns the account. @throws {AppError} conflict if the address has an account by now, or a place changed meanwhile
 */
export async function openFromList(
  tx: Tx,
  { places, person }: OpenPlaces,
  { email, passwordHash }: { email: string | null; passwordHash: string },
  now: Date,
): Promise<string> {
  if (!person || email === null) throw new AppError('conflict', 'not on a list')
  const accountId = await openConfirmedAccount(tx, { ...person, email, passwordHash }, now)
  if (accountId === null) throw new AppError('conflict', 'the address has an account')
  for (const place of places) {
    const cohort = await findCohort(tx, place.cohortId)
    if (cohort) await admitMember(tx, place, cohort, { accountId, by: accountId }, now)
  }
  return accountId
}
