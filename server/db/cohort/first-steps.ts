import 'server-only'
import type { Names } from '@/domain/person/profile'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

/** Whether the institution `id` shows a logo, and whether somebody signs for it on a day. */
const faceOn = (id: Prisma.Sql, day: Day) => Prisma.sql`
  exists (select 1 from "InstitutionFace" f where f."institutionId" = ${id} and f."logoHash" is not null) as logo,
  exists (select 1 from "Signatory" s where s."institutionId" = ${id} and s."fromDay" <= ${day}::date
    and coalesce(s."toDay" >= ${day}::date, true)) as signatory`

/** `ended`: the steps were put aside. `testsOf`: the courses whose tests are drawn. */
export type StepsRow = { ended: boolean; logo: boolean; signatory: boolean; testsOf: string[] }

export async function findSteps(sql: Sql, cohortId: string, today: Day): Promise<StepsRow> {
  const [row] = await sql.$queryRaw<StepsRow[]>`
    select c."stepsEndedAt" is not null as ended, ${faceOn(Prisma.sql`c."institutionId"`, today)},
      array(select t."courseId" from "TestForms" t where t."cohortId" = c.id) as "testsOf"
    from "Cohort" c where c.id = ${cohortId}::uuid`
  if (!row) throw new Error(`no cohort ${cohortId}`)
  return row
}

/** Only the first call sets the time. */
export async function endSteps(db: Db, cohortId: string, now: Date): Promise<void> {
  await db.cohort.updateMany({ where: { id: cohortId, stepsEndedAt: null }, data: { stepsEndedAt: now } })
}

export type ShownFace = Names & { institutionId: string; logo: boolean; signatory: boolean }

/** What certificates of these institutions would show of them today. One query. */
export async function findShownFaces(sql: Sql, institutionIds: readonly string[], today: Day): Promise<ShownFace[]> {
  return sql.$queryRaw<ShownFace[]>`
    select i.id as "institutionId", i."nameArabic", i."nameLatin", ${faceOn(Prisma.sql`i.id`, today)}
    from "Institution" i where i.id = any(${[...institutionIds]}::uuid[]) order by i."nameLatin", i.id`
}
