import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

export type SessionRow = {
  sessionId: string
  accountId: string
  confirmed: boolean
  locale: string
  nameArabic: string
  nameLatin: string
}

/** Of `"Session" s` and `"Account" a`. */
export const SESSION_COLUMNS = Prisma.sql`s.id as "sessionId", a.id as "accountId",
  a."emailConfirmedAt" is not null as confirmed, a.locale, a."nameArabic", a."nameLatin"`

/** The live session with what a page needs of its account, in one query; null when signed out, expired or disabled. */
export async function findSession(db: Db, id: string, now: Date): Promise<SessionRow | null> {
  const rows = await db.$queryRaw<SessionRow[]>`
    select ${SESSION_COLUMNS}
    from "Session" s join "Account" a on a.id = s."accountId"
    where s.id = ${id}::uuid and s."expiresAt" > ${now} and a."disabledAt" is null`
  return rows[0] ?? null
}

export async function insertSession(db: Db, accountId: string, expiresAt: Date): Promise<string> {
  return (await db.session.create({ data: { accountId, expiresAt }, select: { id: true } })).id
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } })
}

/** Signs an account out everywhere, or everywhere but in `except`. */
export async function deleteSessions(db: Db, accountId: string, except?: string): Promise<void> {
  await db.session.deleteMany({ where: { accountId, NOT: except ? { id: except } : undefined } })
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    delete from "Session" where id in (select id from "Session" where "expiresAt" < ${now} for update skip locked)`
}

/** The browser has just given a code of the second factor. */
export async function markProved(db: Db, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { provedAt: now } })
}

/** Every browser but `except` is asked for a code again. */
export async function forgetProofs(db: Db, accountId: string, except?: string): Promise<void> {
  await db.session.updateMany({
    where: { accountId, NOT: except ? { id: except } : undefined },
    data: { provedAt: null },
  })
}
