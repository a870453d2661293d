import 'server-only'
import type { SeminarStatus, SittingFacts } from '@/domain/seminar/seminar'
import type { SeminarFields } from '@/domain/seminar/seminar-form'
import type { Texts } from '@/domain/text/texts'
import { boundsOf, halfDaysOf, keepHalfDays } from '@/domain/time/half-days'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import type { Sql } from '../sql'
import type { HalfDayRow } from './seminars'

/** Locks a seminar, its agenda and its seats until the transaction ends. */
export async function lockSeminar(tx: Sql, id: string): Promise<void> {
  await tx.$queryRaw`select id from "Seminar" where id = ${id}::uuid for update`
}

function columns({ sittings, place, ...fields }: SeminarFields) {
  return { ...fields, place: place ?? Prisma.DbNull, ...boundsOf(sittings) }
}

type NewSeminar = { institutionId: string; createdById: string; fields: SeminarFields }

/** Without its agenda: `replaceAgenda` adds it. */
export async function insertSeminar(
  tx: Tx,
  { institutionId, createdById, fields }: NewSeminar,
  now: Date,
): Promise<string> {
  const data = { institutionId, createdById, createdAt: now, ...columns(fields) }
  return (await tx.seminar.create({ data, select: { id: true } })).id
}

export async function updateSeminar(
  tx: Tx,
  id: string,
  fields: SeminarFields,
  rescheduledAt: Date | null,
): Promise<void> {
  const data = { ...columns(fields), rescheduledAt, version: { increment: 1 } }
  await tx.seminar.update({ where: { id }, data })
}

export async function updateStatus(
  tx: Tx,
  id: string,
  status: SeminarStatus,
  cancelled?: { cancelledAt: Date; cancelReason: Texts },
): Promise<void> {
  await tx.seminar.update({ where: { id }, data: { status, version: { increment: 1 }, ...cancelled } })
}

/** Sittings are written anew; half-days keep their ids, since attendance refers to them. */
export async function replaceAgenda(
  tx: Tx,
  seminarId: string,
  known: readonly HalfDayRow[],
  sittings: readonly SittingFacts[],
): Promise<void> {
  await tx.seminarSitting.deleteMany({ where: { seminarId } })
  await tx.seminarSitting.createMany({
    data: sittings.map(({ startsAt, endsAt, titles, speakers, language, interpretation }, index) => {
      const words = { titles, speakers, language, interpretation: [...interpretation] }
      return { seminarId, position: index + 1, startsAt, endsAt, ...words }
    }),
  })
  const { keep, add, remove } = keepHalfDays(known, halfDaysOf(sittings))
  const dated = <T extends { day: string }>({ day, ...half }: T) => ({ ...half, day: new Date(`${day}T00:00:00Z`) })
  await tx.seminarHalfDay.deleteMany({ where: { id: { in: remove } } })
  for (const { id, ...half } of keep) await tx.seminarHalfDay.update({ where: { id }, data: dated(half) })
  await tx.seminarHalfDay.createMany({ data: add.map((half) => ({ seminarId, ...dated(half) })) })
}

export type CohortChoice = { id: string; name: string; courseIds: readonly string[] }

/** The cohorts of an institution that a seminar may belong to: those that are not archived, and the one that it has. */
export async function findCohortsFor(sql: Sql, institutionId: string, keep: string | null): Promise<CohortChoice[]> {
  return sql.$queryRaw<CohortChoice[]>`
    select c.id, c.name, coalesce((select json_agg(p."courseId" order by p.position) from "CohortCourse" p
      where p."cohortId" = c.id), '[]') as "courseIds"
    from "Cohort" c where c."institutionId" = ${institutionId}::uuid
      and (c."archivedAt" is null or c.id = ${keep}::uuid) order by c."startsOn" desc, c.id limit 200`
}
