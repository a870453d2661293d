import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/**
 * Moves the guest places under the confirmed address of an account to the account, unless it has a place in the same
 * seminar. @returns how many.
 */
export async function claimGuestPlaces(sql: Sql, accountId: string): Promise<number> {
  const rows = await sql.$queryRaw<unknown[]>(
    claim(Prisma.sql`a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null`),
  )
  return rows.length
}

/**
 * Moves guest places to accounts, each with its tickets of surveys, its attestation, and the attestations that this one
 * replaced.
 *
 * @param which the condition on the places `r` and the accounts `a`. @returns a query for the ids of the places
 */
function claim(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with recursive claimed as (
      update "SeminarRegistration" r set "accountId" = a.id, "guestEmail" = null, "guestNameArabic" = null,
        "guestNameLatin" = null, locale = null
      from "Account" a
      where r."guestEmail" = a.email and ${which} and not exists (
        select 1 from "SeminarRegistration" o where o."seminarId" = r."seminarId" and o."accountId" = a.id)
      returning r.id, r."accountId"
    ), proof as (
      select c.id, c."supersedesId", p."accountId" from "Certificate" c join claimed p on p.id = c."registrationId"
      union all
      select c.id, c."supersedesId", p."accountId" from "Certificate" c join proof p on p."supersedesId" = c.id
    ), given as (
      update "Certificate" c set "accountId" = p."accountId" from proof p where c.id = p.id and c."accountId" is null
    ), asked as (
      update "SurveyTicket" t set "accountId" = p."accountId", "registrationId" = null from claimed p
      where t."registrationId" = p.id and not exists (
        select 1 from "SurveyTicket" o where o."surveyId" = t."surveyId" and o."accountId" = p."accountId")
    )
    select id from claimed`
}

/** The account of an address, if it is confirmed and not disabled. */
export async function findHolder(sql: Sql, email: string): Promise<string | null> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select id from "Account" where email = ${email} and "emailConfirmedAt" is not null and "disabledAt" is null`
  return rows[0]?.id ?? null
}

/** Like `claimGuestPlaces`, for one place whose person has answered. */
export async function claimPlace(tx: Sql, id: string): Promise<void> {
  await tx.$queryRaw(
    claim(Prisma.sql`r.id = ${id}::uuid and a."emailConfirmedAt" is not null and a."disabledAt" is null`),
  )
}

/** The number of places that her address has as a guest. */
export async function countGuestPlaces(sql: Sql, accountId: string): Promise<number> {
  const [row] = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "SeminarRegistration" r join "Account" a on a.email = r."guestEmail"
    where a.id = ${accountId}::uuid and a."emailConfirmedAt" is not null
      and r.status in ('registered', 'waiting', 'nominated', 'offered')
      and not exists (select 1 from "SeminarRegistration" o where o."seminarId" = r."seminarId" and o."accountId" = a.id)`
  return row?.count ?? 0
}
