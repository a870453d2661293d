import 'server-only'
import { Prisma } from '@/generated/prisma/client'

/**
 * Whether a cohort sees the progress of the enrolment `e` in its course `p`, as a condition. What she did alone before
 * the course was added is hers: it is shown once she has read a lesson or begun an exam since.
 */
export const isShown = (e: Prisma.Sql, p: Prisma.Sql) => Prisma.sql`
  (${p}."addedAt" is null
    or exists (select 1 from "LessonState" z where z."enrolmentId" = ${e}.id and z."readAt" >= ${p}."addedAt")
    or exists (select 1 from "Attempt" z where z."enrolmentId" = ${e}.id and z."startedAt" >= ${p}."addedAt"))`

/**
 * When she was enrolled, as a cohort sees it: for a course that was added later, never before. Otherwise its date would
 * tell that she had taken the course alone.
 */
export const enrolledSince = (e: Prisma.Sql, p: Prisma.Sql) => Prisma.sql`
  greatest(${e}."enrolledAt", ${p}."addedAt")`
