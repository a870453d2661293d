import 'server-only'
import { STAFF_ROLES } from '@/domain/auth/role'
import { STAFF_IDLE_MINUTES, STAFF_SESSION_HOURS } from '@/domain/auth/session-terms'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type SessionRow = {
  sessionId: string
  accountId: string
  confirmed: boolean
  locale: string
  nameArabic: string
  nameLatin: string
  /** The last request noted is more than a minute ago. */
  unseen: boolean
}

/** For columns of `"Session" s` and `"Account" a`. */
export const SESSION_COLUMNS = Prisma.sql`s.id as "sessionId", a.id as "accountId",
  a."emailConfirmedAt" is not null as confirmed, a.locale, a."nameArabic", a."nameLatin",
  s."lastSeenAt" < now() - interval '1 minute' as unseen`

/**
 * Whether `"Session" s` of `"Account" a` is still valid. Staff are signed out sooner than learners. It
 * uses the clock of the database, which also wrote when the session began and was last used. An archived institution
 * gives no role.
 */
export const isLive = (now: Date) => Prisma.sql`
  (s."expiresAt" > ${now} and a."disabledAt" is null and (
    (s."lastSeenAt" > now() - make_interval(mins => ${STAFF_IDLE_MINUTES}::int)
      and s."createdAt" > now() - make_interval(hours => ${STAFF_SESSION_HOURS}::int))
    or not exists (select 1 from "Role" r left join "Institution" i on i.id = r."institutionId"
      where r."accountId" = a.id and r."endedAt" is null and r.role = any(${STAFF_ROLES}::text[]) and i."archivedAt" is null)))`

/**
 * The live session with the data of its account that a page needs, in one query; null if signed out, expired or
 * disabled.
 */
export async function findSession(sql: Sql, id: string, now: Date): Promise<SessionRow | null> {
  const rows = await sql.$queryRaw<SessionRow[]>`
    select ${SESSION_COLUMNS}
    from "Session" s join "Account" a on a.id = s."accountId"
    where s.id = ${id}::uuid and ${isLive(now)}`
  return rows[0] ?? null
}

/**
 * @param from the browser: its name, and the id of its row among the known browsers; and the linked identity by which
 *   she signed on, with the sealed ID token.
 */
export async function insertSession(
  db: Db,
  accountId: string,
  expiresAt: Date,
  from: { browser?: string | null; browserId?: string; id?: string; identityId?: string; idToken?: string | null } = {},
): Promise<string> {
  return (await db.session.create({ data: { accountId, expiresAt, ...from }, select: { id: true } })).id
}

/** Notes that a session was used now: at most once a minute, however many requests arrive at once. */
export async function markSeen(sql: Sql, id: string): Promise<void> {
  await sql.$executeRaw`
    update "Session" set "lastSeenAt" = now()
    where id = ${id}::uuid and "lastSeenAt" < now() - interval '1 minute'`
}

export type OpenSession = { id: string; createdAt: Date; lastSeenAt: Date; browser: string | null }

/** The valid sessions of an account, the last used first. */
export async function findOpenSessions(sql: Sql, accountId: string, now: Date): Promise<OpenSession[]> {
  return sql.$queryRaw<OpenSession[]>`
    select s.id, s."createdAt", s."lastSeenAt", s.browser
    from "Session" s join "Account" a on a.id = s."accountId"
    where s."accountId" = ${accountId}::uuid and ${isLive(now)}
    order by s."lastSeenAt" desc, s.id`
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } })
}

/**
 * Ends one session of an account, and forgets its browser, unless the session `current` is in the same one. A session
 * of another account stays as it is.
 */
export async function endSession(db: Db, accountId: string, id: string, current: string): Promise<void> {
  await db.knownBrowser.deleteMany({
    where: { accountId, sessions: { some: { id }, none: { id: current } } },
  })
  await db.session.deleteMany({ where: { id, accountId } })
}

/** Ends all sessions of an account and forgets its known browsers, except the session `except` and its browser. */
export async function deleteSessions(db: Db, accountId: string, except?: string): Promise<void> {
  await db.session.deleteMany({ where: { accountId, NOT: except ? { id: except } : undefined } })
  await db.knownBrowser.deleteMany({
    where: { accountId, NOT: except ? { sessions: { some: { id: except } } } : undefined },
  })
}

/** Deletes the expired sessions of all accounts, and all invalid ones of this account. */
export async function deleteEndedSessions(sql: Sql, accountId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    delete from "Session" where id in (select id from "Session" where "expiresAt" < ${now} for update skip locked)`
  await sql.$executeRaw`
    delete from "Session" where id in (select s.id from "Session" s join "Account" a on a.id = s."accountId"
      where s."accountId" = ${accountId}::uuid and not ${isLive(now)} for update of s skip locked)`
}

/** Notes that the browser has given a code of the second factor, as a rule just now. */
export async function markProved(db: Db, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { provedAt: now } })
  await db.knownBrowser.updateMany({ where: { sessions: { some: { id } } }, data: { provedAt: now } })
}

/** Makes every browser except `except` ask for a code again. */
export async function forgetProofs(db: Db, accountId: string, except?: string): Promise<void> {
  await db.session.updateMany({
    where: { accountId, NOT: except ? { id: except } : undefined },
    data: { provedAt: null },
  })
  await db.knownBrowser.updateMany({
    where: { accountId, NOT: except ? { sessions: { some: { id: except } } } : undefined },
    data: { provedAt: null },
  })
}
