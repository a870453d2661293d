import 'server-only'
import { CONCERNED, SEATED } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import { type Holder, SEATING, type SeatingRow } from './seminar-registrations'

export type Overlap = { id: string; titles: Texts; startsAt: Date; endsAt: Date }

/** Other seminars in which she has a seat and that have a half-day at the same time. */
export async function findOverlaps(sql: Sql, seminarId: string, { accountId, email }: Holder): Promise<Overlap[]> {
  return sql.$queryRaw<Overlap[]>(Prisma.sql`
    select s.id, s.titles, s."startsAt", s."endsAt"
    from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
    where (r."accountId" = ${accountId}::uuid or r."guestEmail" = ${email}) and r.status = any(${[...SEATED]})
      and s.id <> ${seminarId}::uuid and s.status in ('open', 'closed')
      and exists (select 1 from "SeminarHalfDay" mine join "SeminarHalfDay" this on this."seminarId" = ${seminarId}::uuid
        where mine."seminarId" = s.id and mine."startsAt" < this."endsAt" and mine."endsAt" > this."startsAt")
    order by s."startsAt" limit 5`)
}

export type Next = SeatingRow & { titles: Texts }

/**
 * The next public seminars of the same institution whose registration is open, besides those with a half-day at the
 * same time: whoever wanted to come to this one has kept these hours free, and no others.
 */
export async function findNext(
  sql: Sql,
  { id, institutionId }: Pick<SeatingRow, 'id' | 'institutionId'>,
  now: Date,
): Promise<Next[]> {
  return sql.$queryRaw<Next[]>(Prisma.sql`
    select ${SEATING}, s.titles from "Seminar" s
    where s."institutionId" = ${institutionId}::uuid and s.id <> ${id}::uuid and s.status = 'open'
      and s.listed = 'public' and s."startsAt" > ${now} and coalesce(s."registrationClosesAt", s."startsAt") > ${now}
      and not exists (select 1 from "SeminarHalfDay" other
        join "SeminarHalfDay" this on this."seminarId" = ${id}::uuid
        where other."seminarId" = s.id and other."startsAt" < this."endsAt" and other."endsAt" > this."startsAt")
    order by s."startsAt", s.id limit 20`)
}

export type MySeminar = {
  id: string
  titles: Texts
  place: Texts | null
  startsAt: Date
  endsAt: Date
  status: string
  sequence: number
  createdAt: Date
  changedAt: Date
}

/**
 * The seminars in her calendar: those in which she has a seat or is offered one, until 90 days after their end, also if
 * they are cancelled.
 */
export async function findCalendarSeminars(sql: Sql, accountId: string, now: Date): Promise<MySeminar[]> {
  const shown = CONCERNED.filter((status) => status !== 'waiting')
  return sql.$queryRaw<MySeminar[]>(Prisma.sql`
    select s.id, s.titles, s.place, s."startsAt", s."endsAt", s.status, s.sequence, s."createdAt",
      greatest(s."createdAt", s."rescheduledAt", s."cancelledAt") as "changedAt"
    from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
    where r."accountId" = ${accountId}::uuid and r.status = any(${shown}) and s.status <> 'draft'
      and s."endsAt" > ${new Date(now.getTime() - 90 * 86_400_000)}
    order by s."startsAt", s.id limit 200`)
}
