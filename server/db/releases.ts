import 'server-only'
import { Prisma, type Release } from '@/generated/prisma/client'
import type { Db } from './client'

export type ReleaseRow = Omit<Release, 'content'> & { content: unknown }
export type ReleaseRef = Pick<Release, 'id' | 'courseId' | 'number' | 'contentHash' | 'publishedAt'>
export type NewRelease = {
  courseId: string
  number: number
  contentHash: string
  lawDate: Date
  languages: string[]
  content: object
}

const REF = { id: true, courseId: true, number: true, contentHash: true, publishedAt: true } as const

export async function findRelease(db: Db, id: string): Promise<ReleaseRow | null> {
  return db.release.findUnique({ where: { id } })
}

export async function findNewestRelease(db: Db, courseId: string): Promise<ReleaseRef | null> {
  return db.release.findFirst({ where: { courseId }, orderBy: { number: 'desc' }, select: REF })
}

/** The newest release of every course that has one. */
export async function listNewestReleases(db: Db): Promise<ReleaseRef[]> {
  return db.$queryRaw<ReleaseRef[]>`
    select distinct on ("courseId") id, "courseId", number, "contentHash", "publishedAt"
    from "Release" order by "courseId", number desc`
}

/** Null when that number is taken: someone else published at the same moment. */
export async function insertRelease(db: Db, release: NewRelease): Promise<ReleaseRef | null> {
  try {
    return await db.release.create({ data: release, select: REF })
  } catch (cause) {
    if (cause instanceof Prisma.PrismaClientKnownRequestError && cause.code === 'P2002') return null
    throw cause
  }
}
