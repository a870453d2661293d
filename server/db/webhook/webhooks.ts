import 'server-only'
import {
  DELIVERY_HELD_MINUTES,
  type Delivery,
  type SentEvent,
  type WebhookEvent,
  type WebhookFailure,
} from '@/domain/webhook/webhook'
import { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'
import { isShown } from '../cohort/shown-from'
import { type Earned, teachersOf, tookPart } from '../cohort/teachers'
import type { Sql } from '../sql'

export type WebhookRow = {
  id: string
  url: string
  events: string[]
  createdAt: Date
  disabledAt: Date | null
}

const WEBHOOK = { id: true, url: true, events: true, createdAt: true, disabledAt: true } as const

/** The webhooks of an institution, the ones in use first. */
export async function findWebhooks(db: Db, institutionId: string, limit: number): Promise<WebhookRow[]> {
  return db.webhook.findMany({
    where: { institutionId },
    select: WEBHOOK,
    orderBy: [{ disabledAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
}

/** A webhook of an institution; null if it is another's. */
export async function findWebhook(db: Db, id: string, institutionId: string): Promise<WebhookRow | null> {
  return db.webhook.findFirst({ where: { id, institutionId }, select: WEBHOOK })
}

/**
 * Locks the institution: of two people who add at once, the second counts the webhook of the first. @returns how many
 * it has in use
 */
export async function lockWebhooksOf(tx: Tx, institutionId: string): Promise<number> {
  await tx.$queryRaw`select 1 from "Institution" where id = ${institutionId}::uuid for update`
  return tx.webhook.count({ where: { institutionId, disabledAt: null } })
}

type NewWebhook = {
  id: string
  institutionId: string
  url: string
  events: string[]
  sealed: string
  createdById: string
  createdAt: Date
}

/** @returns false if the webhook exists already. */
export async function insertWebhook(tx: Tx, webhook: NewWebhook): Promise<boolean> {
  return (await tx.webhook.createMany({ data: [webhook], skipDuplicates: true })).count === 1
}

/** @returns false if it was disabled before. */
export async function disableWebhookRow(tx: Tx, id: string, now: Date): Promise<boolean> {
  return (await tx.webhook.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: now } })).count === 1
}

/** The latest deliveries of an institution. */
export async function findDeliveries(db: Db, institutionId: string, limit: number): Promise<Delivery[]> {
  const rows = await db.webhookDelivery.findMany({
    where: { webhook: { institutionId } },
    omit: { message: true, fact: true, accountId: true, queuedAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map((row) => ({ ...row, event: row.event as SentEvent, why: row.why as WebhookFailure | null }))
}

/** A delivery to a webhook of the institution that is in use. */
export async function findDelivery(
  db: Db,
  id: string,
  institutionId: string,
): Promise<{ id: string; webhookId: string } | null> {
  const where = { id, webhook: { institutionId, disabledAt: null } }
  return db.webhookDelivery.findFirst({ where, select: { id: true, webhookId: true } })
}

/** Queues a delivery again from the first attempt on, whatever its outcome was. */
export async function requeueDelivery(tx: Tx, id: string, now: Date): Promise<void> {
  const cleared = { attempts: 0, deliveredAt: null, failedAt: null, status: null, why: null }
  await tx.webhookDelivery.update({ where: { id }, data: { ...cleared, queuedAt: now, nextAttemptAt: now } })
}

/** `fact`: the key of what it tells. A webhook is told each fact once. */
export type NewDelivery = {
  webhookId: string
  event: SentEvent
  fact: string
  message: Prisma.InputJsonObject
  accountId: string | null
}

export async function insertDeliveries(sql: Sql, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  if (deliveries.length === 0) return
  await sql.$executeRaw`
    insert into "WebhookDelivery" (id, "webhookId", event, fact, message, "accountId", "createdAt", "queuedAt", "nextAttemptAt")
    select gen_random_uuid(), d."webhookId", d.event, d.fact, d.message, d."accountId", ${now}::timestamptz,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
      as d("webhookId" uuid, event text, fact text, message jsonb, "accountId" uuid)
    on conflict ("webhookId", event, fact) do nothing`
}

/** Condition for a webhook `w` and its institution `i`: events are still sent to it. */
const IN_USE = Prisma.sql`w."disabledAt" is null and i."archivedAt" is null`

/** The webhooks of active institutions that are told of an event. */
export async function findListening(
  sql: Sql,
  institutionId: string,
  event: WebhookEvent,
): Promise<{ webhookId: string }[]> {
  return sql.$queryRaw<{ webhookId: string }[]>`
    select w.id as "webhookId" from "Webhook" w join "Institution" i on i.id = w."institutionId"
    where w."institutionId" = ${institutionId}::uuid and ${event} = any(w.events) and ${IN_USE}`
}

export type TaughtPlace = {
  webhookId: string
  events: string[]
  cohortId: string
  memberId: string
  /** She still takes part, and her cohort sees what she does in the course. */
  shown: boolean
  email: string
  nameArabic: string
  nameLatin: string
  function: string
}

/**
 * The webhooks of the institutions that taught a person a course, with her place there as their own exports show it.
 */
export async function findTaughtPlaces(sql: Sql, { accountId, attemptId, courseId, issuedAt }: Earned) {
  return sql.$queryRaw<TaughtPlace[]>`
    select w.id as "webhookId", w.events, k.id as "cohortId", m.id as "memberId", m.email,
      m.status = 'active' and ${isShown(Prisma.sql`e`, Prisma.sql`p`, Prisma.sql`m`)} as shown,
      b."nameArabic", b."nameLatin", b."function"
    from "CohortMember" m
      join "Cohort" k on k.id = m."cohortId"
      join "CohortCourse" p on p."cohortId" = k.id and p."courseId" = ${courseId}
      join "Institution" i on i.id = k."institutionId"
      join "Webhook" w on w."institutionId" = i.id
      join "Account" b on b.id = m."accountId"
      join "Enrolment" e on e."accountId" = m."accountId" and e."courseId" = p."courseId"
      left join "Attempt" a on a.id = ${attemptId}::uuid
    where m."accountId" = ${accountId}::uuid and ${IN_USE} and ${tookPart(Prisma.sql`${issuedAt}::timestamptz`)}
    order by w.id, m.id`
}

export type IssuedRow = {
  number: string
  accountId: string | null
  courseId: string | null
  seminarId: string | null
  registrationId: string | null
  nameArabic: string | null
  nameLatin: string | null
  issuedAt: Date
  replaces: string | null
}

/** A certificate that was just issued; null if this number was not stored, because there was a certificate already. */
export async function findIssued(sql: Sql, number: string): Promise<IssuedRow | null> {
  const rows = await sql.$queryRaw<IssuedRow[]>`
    select c.number, c."accountId", c."courseId", c."seminarId", c."registrationId", c."nameArabic", c."nameLatin",
      c."issuedAt", o.number as replaces
    from "Certificate" c left join "Certificate" o on o.id = c."supersedesId" where c.number = ${number}`
  return rows[0] ?? null
}

/** The webhooks that are told of the certificates of seminars by the institution whose seminar it was. */
export async function findSeminarListening(sql: Sql, earned: Earned): Promise<{ webhookId: string }[]> {
  return sql.$queryRaw<{ webhookId: string }[]>`
    select w.id as "webhookId" from "Webhook" w join "Institution" i on i.id = w."institutionId"
    where w."institutionId" in ${teachersOf(earned)} and 'certificate.issued' = any(w.events) and ${IN_USE}`
}

export type DueWebhook = { id: string; url: string; sealed: string }

/** The webhooks for which something is due. */
export async function findDueWebhooks(sql: Sql, now: Date): Promise<DueWebhook[]> {
  return sql.$queryRaw<DueWebhook[]>`
    select w.id, w.url, w.sealed from "Webhook" w join "Institution" i on i.id = w."institutionId"
    where ${IN_USE} and exists (select 1 from "WebhookDelivery" d where d."webhookId" = w.id
      and d."deliveredAt" is null and d."failedAt" is null and d."nextAttemptAt" <= ${now}::timestamptz)
    order by w.id`
}

export type DueDelivery = { id: string; message: unknown; attempts: number; queuedAt: Date }

/**
 * Claims the next delivery that is due, so that no other sender takes it. If the sender dies, it is due again after a
 * while, and is then sent under the same id. Nothing is claimed once the webhook is disabled or its institution
 * archived.
 */
export async function claimDelivery(sql: Sql, webhookId: string, now: Date): Promise<DueDelivery | null> {
  const heldUntil = new Date(now.getTime() + DELIVERY_HELD_MINUTES * 60_000)
  const rows = await sql.$queryRaw<DueDelivery[]>`
    update "WebhookDelivery" set attempts = attempts + 1, "nextAttemptAt" = ${heldUntil}::timestamptz
    where id = (
      select d.id from "WebhookDelivery" d join "Webhook" w on w.id = d."webhookId"
        join "Institution" i on i.id = w."institutionId"
      where d."webhookId" = ${webhookId}::uuid and ${IN_USE} and d."deliveredAt" is null and d."failedAt" is null
        and d."nextAttemptAt" <= ${now}::timestamptz
      order by d."nextAttemptAt", d.id limit 1 for update of d skip locked)
    returning id, message, attempts, "queuedAt"`
  return rows[0] ?? null
}

type Ended = { status: number | null; why: WebhookFailure | null }

/**
 * Notes how an attempt ended, unless the delivery was queued again meanwhile. @param next when to try again; null: it
 * was delivered, or is given up.
 */
export async function noteAttempt(
  sql: Sql,
  { id, attempts, queuedAt }: DueDelivery,
  { status, why }: Ended,
  next: Date | null,
  now: Date,
): Promise<void> {
  const deliveredAt = why === null ? now : null
  const failedAt = why !== null && next === null ? now : null
  await sql.$executeRaw`
    update "WebhookDelivery" set status = ${status}::int, why = ${why}::text, "deliveredAt" = ${deliveredAt}::timestamptz,
      "failedAt" = ${failedAt}::timestamptz, "nextAttemptAt" = coalesce(${next}::timestamptz, "nextAttemptAt")
    where id = ${id}::uuid and attempts = ${attempts}::int and "queuedAt" = ${queuedAt}::timestamptz`
}
