import 'server-only'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import { type Delivery, MOST_WEBHOOKS, TEST_EVENT, type WebhookFields } from '@/domain/webhook/webhook'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { seal } from '../auth/seal'
import { recordAct } from '../db/audit/audit'
import { db } from '../db/client'
import {
  disableWebhookRow,
  findDeliveries,
  findDelivery,
  findWebhook,
  findWebhooks,
  insertDeliveries,
  insertWebhook,
  lockWebhooksOf,
  requeueDelivery,
  type WebhookRow,
} from '../db/webhook/webhooks'
import { env } from '../env'
import { hostRefusal } from '../outbound/send'
import { wake } from '../queue/wake'
import { sealedForWebhook } from './send-due-webhooks'
import { makeWebhookSecret } from './signature'

type May = Permit<'institution:integrate'>

/** How many rows the page lists. */
const LISTED = { webhooks: 50, deliveries: 100 } as const

export async function webhooksOf({
  target: { institutionId },
}: May): Promise<{ webhooks: WebhookRow[]; deliveries: Delivery[] }> {
  return {
    webhooks: await findWebhooks(db(), institutionId, LISTED.webhooks),
    deliveries: await findDeliveries(db(), institutionId, LISTED.deliveries),
  }
}

/**
 * Adds a webhook. Its secret is returned only this once.
 *
 * @param id drawn with the form, so that a form sent twice adds one webhook.
 * @returns the secret, or why not: its host is the platform itself or no public address, there are enough, or it was
 * added before.
 */
export async function addWebhook(
  { actor, target: { institutionId } }: May,
  { id, url, events }: WebhookFields & { id: string },
  now: Date,
): Promise<{ secret: string } | 'own' | 'address' | 'full' | 'added-before'> {
  const refusal = hostRefusal(new URL(url), { named: env().webhookHosts, own: new URL(env().publicUrl).hostname })
  if (refusal) return refusal
  const secret = makeWebhookSecret()
  const sealed = await seal(secret, sealedForWebhook(id))
  return db().$transaction(async (tx) => {
    if ((await lockWebhooksOf(tx, institutionId)) >= MOST_WEBHOOKS) return 'full'
    const made = { createdById: actor.accountId, createdAt: now }
    if (!(await insertWebhook(tx, { id, institutionId, url, events, sealed, ...made }))) return 'added-before'
    // The path may hold a password of the receiver.
    const details = { webhook: id, host: new URL(url).host, events }
    await recordAct(tx, { act: 'webhook-added', actorId: actor.accountId, institutionId, details }, now)
    return { secret }
  })
}

/**
 * Disables a webhook for good. Its queued deliveries are not sent. @throws {AppError} not-found; conflict if it was
 * disabled before
 */
export async function disableWebhook({ actor, target: { institutionId } }: May, id: string, now: Date): Promise<void> {
  await requireOwn(id, institutionId)
  await db().$transaction(async (tx) => {
    if (!(await disableWebhookRow(tx, id, now))) throw new AppError('conflict', 'webhook')
    const details = { webhook: id }
    await recordAct(tx, { act: 'webhook-disabled', actorId: actor.accountId, institutionId, details }, now)
  })
}

/**
 * Sends a test message without personal data. @throws {AppError} not-found; conflict if it is disabled;
 * too-many-requests
 */
export async function testWebhook({ actor, target: { institutionId } }: May, id: string, now: Date): Promise<void> {
  const { disabledAt } = await requireOwn(id, institutionId)
  if (disabledAt) throw new AppError('conflict', 'webhook')
  await spendLimit('webhook-send', actor.accountId, now)
  await db().$transaction(async (tx) => {
    const message = { type: TEST_EVENT, timestamp: now.toISOString(), data: {} }
    const fact = crypto.randomUUID()
    await insertDeliveries(tx, [{ webhookId: id, event: TEST_EVENT, fact, message, accountId: null }], now)
    const details = { webhook: id }
    await recordAct(tx, { act: 'webhook-tested', actorId: actor.accountId, institutionId, details }, now)
  })
  await wake('webhooks')
}

/**
 * Sends a delivery again, under the same id. @throws {AppError} not-found if there is none, or its webhook is disabled;
 * too-many-requests
 */
export async function sendDeliveryAgain(
  { actor, target: { institutionId } }: May,
  id: string,
  now: Date,
): Promise<void> {
  const delivery = isUuid(id) ? await findDelivery(db(), id, institutionId) : null
  if (!delivery) throw new AppError('not-found', 'delivery')
  await spendLimit('webhook-send', actor.accountId, now)
  await db().$transaction(async (tx) => {
    await requeueDelivery(tx, id, now)
    const details = { webhook: delivery.webhookId, delivery: id }
    await recordAct(tx, { act: 'webhook-sent-again', actorId: actor.accountId, institutionId, details }, now)
  })
  await wake('webhooks')
}

async function requireOwn(id: string, institutionId: string): Promise<WebhookRow> {
  const webhook = isUuid(id) ? await findWebhook(db(), id, institutionId) : null
  if (!webhook) throw new AppError('not-found', 'webhook')
  return webhook
}
