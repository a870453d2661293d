import 'server-only'
import type { ReleaseChanges } from '@/domain/course/changes'
import type { ReleaseShape } from '@/domain/course/correction'
import { Prisma, type Release } from '@/generated/prisma/client'
import type { Client, Db } from '../client'
import type { Sql } from '../sql'

export type ReleaseRow = Omit<Release, 'content' | 'changes'> & { content: unknown }
export type ReleaseRef = Pick<Release, 'id' | 'courseId' | 'number' | 'contentHash' | 'publishedAt'>
export type NewRelease = {
  courseId: string
  number: number
  contentHash: string
  lawDate: Date
  languages: string[]
  content: object
  /** Null for the first release of a course. */
  changes: ReleaseChanges | null
  /** True if the release says what a changed law means for holders of certificates, who then get a letter. */
  tellsLaw: boolean
}

export type ReleaseShapeRow = ReleaseShape & { id: string; number: number; corrections: readonly { id: string }[] }

const REF = { id: true, courseId: true, number: true, contentHash: true, publishedAt: true } as const

export async function findRelease(db: Db, id: string): Promise<ReleaseRow | null> {
  return db.release.findUnique({ where: { id } })
}

export async function findNewestRelease(db: Db, courseId: string): Promise<ReleaseRef | null> {
  return db.release.findFirst({ where: { courseId }, orderBy: { number: 'desc' }, select: REF })
}

/** The newest release of every course that has one. */
export async function listNewestReleases(db: Db): Promise<ReleaseRef[]> {
  const orderBy = [{ courseId: 'asc' as const }, { number: 'desc' as const }]
  return db.release.findMany({ distinct: ['courseId'], orderBy, select: REF })
}

/**
 * The release that is read in place of the stored `releaseId`: the one that corrects it, or itself. An enrolment and a
 * cohort store the release that they began with.
 */
export function releaseRead(releaseId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(v."correctedById", v.id) from "Release" v where v.id = ${releaseId})`
}

/** All releases of a course, the newest first, with the data that decides whether another may be read in its place. */
export async function listReleaseShapes(sql: Sql, courseId: string): Promise<ReleaseShapeRow[]> {
  return sql.$queryRaw<ReleaseShapeRow[]>`
    select r.id, r.number, r.content->'file'->'outline' as outline, r.languages, r.content->'exam' as exam,
      coalesce(r.content->'file'->'corrections', '[]') as corrections
    from "Release" r where r."courseId" = ${courseId} order by r.number desc`
}

/**
 * Keeps the newest release of a course the newest until the transaction ends: another one waits to be stored. Locking
 * the row of the newest release would not, since a later one is a row of its own.
 */
export async function lockReleases(sql: Sql, courseId: string): Promise<void> {
  await sql.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`releases ${courseId}`}, 0))::text`
}

/**
 * Stores a release, and makes it the one that is read in place of those that it corrects. If it corrects something of
 * weight, the letters about it are due.
 *
 * @returns null if its number is taken, because another process published at the same moment.
 */
export async function insertRelease(
  db: Client,
  { changes, tellsLaw, ...release }: NewRelease,
  corrects: readonly string[] = [],
): Promise<ReleaseRef | null> {
  try {
    return await db.$transaction(async (tx) => {
      await lockReleases(tx, release.courseId)
      const stored = await tx.release.create({ data: { ...release, changes: changes ?? Prisma.DbNull }, select: REF })
      await tx.release.updateMany({ where: { id: { in: [...corrects] } }, data: { correctedById: stored.id } })
      const isAnnounced = changes?.correction && changes.items.some(({ weight }) => weight === 'correction')
      if (isAnnounced) await tx.correctionRun.create({ data: { releaseId: stored.id } })
      if (tellsLaw) await tx.lawUpdateRun.create({ data: { releaseId: stored.id } })
      return stored
    })
  } catch (cause) {
    if (cause instanceof Prisma.PrismaClientKnownRequestError && cause.code === 'P2002') return null
    throw cause
  }
}
