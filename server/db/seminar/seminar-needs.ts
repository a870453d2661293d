import 'server-only'
import type { Need } from '@/domain/seminar/needs'
import type { Sql } from '../sql'

/** Stores the needs that she ticked; an empty list deletes them. */
export async function saveNeeds(tx: Sql, id: string, needs: readonly Need[], now: Date): Promise<void> {
  if (needs.length === 0) {
    await tx.$executeRaw`delete from "SeminarNeed" where "registrationId" = ${id}::uuid`
    return
  }
  const [access, interpretation, hearing] = (['access', 'interpretation', 'hearing'] as const).map((one) =>
    needs.includes(one),
  )
  await tx.$executeRaw`
    insert into "SeminarNeed" ("registrationId", access, interpretation, hearing, "consentAt")
    values (${id}::uuid, ${access}, ${interpretation}, ${hearing}, ${now})
    on conflict ("registrationId") do update set access = excluded.access, interpretation = excluded.interpretation,
      hearing = excluded.hearing, "consentAt" = excluded."consentAt"`
}

type NeedRow = Record<Need, boolean>

const needsOf = (row: NeedRow): Need[] => (['access', 'interpretation', 'hearing'] as const).filter((need) => row[need])

export async function findNeeds(sql: Sql, id: string): Promise<Need[]> {
  const rows = await sql.$queryRaw<NeedRow[]>`
    select access, interpretation, hearing from "SeminarNeed" where "registrationId" = ${id}::uuid`
  return rows.flatMap(needsOf)
}

/** The needs by place. */
export async function findAllNeeds(sql: Sql, seminarId: string): Promise<Map<string, Need[]>> {
  const rows = await sql.$queryRaw<(NeedRow & { registrationId: string })[]>`
    select n."registrationId", n.access, n.interpretation, n.hearing
    from "SeminarNeed" n join "SeminarRegistration" r on r.id = n."registrationId"
    where r."seminarId" = ${seminarId}::uuid`
  return new Map(rows.map((row) => [row.registrationId, needsOf(row)]))
}
