import 'server-only'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

/** An encrypted answer, without its person and without a time. */
export async function insertWaiting(tx: Tx, surveyId: string, sealed: string): Promise<void> {
  await tx.waitingAnswer.create({ data: { surveyId, sealed } })
}

export async function countWaiting(db: Db, surveyId: string): Promise<number> {
  return db.waitingAnswer.count({ where: { surveyId } })
}

export async function findWaiting(tx: Tx, surveyId: string): Promise<string[]> {
  const rows = await tx.waitingAnswer.findMany({ where: { surveyId }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Deletes these waiting answers, and returns them. */
export async function takeWaiting(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ sealed: string }[]>`
    delete from "WaitingAnswer" where id = any(${ids}::uuid[]) returning sealed`
  return rows.map(({ sealed }) => sealed)
}

/** The surveys for which at least `least` answers wait. */
export async function findSurveysWithWaiting(sql: Sql, least: number): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select "surveyId" as id from "WaitingAnswer" group by "surveyId" having count(*) >= ${least}`
  return rows.map(({ id }) => id)
}
