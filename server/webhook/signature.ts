import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A new secret, as the receiver's library expects it. */
export function makeWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`
}

/**
 * The headers that sign a message, as Standard Webhooks defines them. The time is signed too, so that the receiver can
 * refuse a message that somebody recorded.
 *
 * @see docs/operations.md
 */
export function signedHeaders(message: { id: string; body: string }, secret: string, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${message.id}.${timestamp}.${message.body}`).digest('base64')
  return { 'Webhook-Id': message.id, 'Webhook-Timestamp': timestamp, 'Webhook-Signature': `v1,${signature}` }
}
