import { db } from '@/server/db/client'
import { addWebhook } from '@/server/webhook/webhooks'
import { mayIntegrate } from '../webhooks'

type Someone = { accountId: string; sessionId: string }

/** A webhook of an institution, with one delivered event and one that failed for good. No request is sent. */
export async function makeWebhook(by: Someone, institutionId: string): Promise<void> {
  const now = new Date()
  const webhookId = crypto.randomUUID()
  const fields = { id: webhookId, url: 'https://si.example.ma/hook', events: ['member.completed' as const] }
  await addWebhook(await mayIntegrate(by, institutionId), fields, now)
  const times = { createdAt: now, queuedAt: now, nextAttemptAt: now }
  const message = { type: 'member.completed', timestamp: now.toISOString(), data: {} }
  const row = { webhookId, event: 'member.completed', message, ...times }
  await db().webhookDelivery.createMany({
    data: [
      { ...row, fact: 'one', attempts: 1, status: 204, deliveredAt: now },
      { ...row, fact: 'two', attempts: 12, status: 503, why: 'status', failedAt: now },
    ],
  })
}
