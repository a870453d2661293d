import { isNamedHost } from '../outbound'

/** The events that institutions can receive. Each has its name in i18n/messages/*.json under `webhooks.events`. */
export const WEBHOOK_EVENTS = ['certificate.issued', 'member.completed', 'attendance.recorded'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]
/** The event that is sent to test a webhook. */
export const TEST_EVENT = 'test'
export type SentEvent = WebhookEvent | typeof TEST_EVENT

/** How many webhooks an institution may have in use. */
export const MOST_WEBHOOKS = 10
const LONGEST_URL = 500

/**
 * Why an attempt failed: the answer had no success status, or was a redirect; nothing came in time; the host has no
 * address, an address that is not public, or is the platform itself; or the connection or its certificate failed.
 */
export const WEBHOOK_FAILURES = ['status', 'redirect', 'timeout', 'dns', 'address', 'own', 'tls', 'connection'] as const
export type WebhookFailure = (typeof WEBHOOK_FAILURES)[number]

export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'stopped'

/** One message to one webhook. */
export type Delivery = {
  id: string
  webhookId: string
  event: SentEvent
  createdAt: Date
  nextAttemptAt: Date
  attempts: number
  deliveredAt: Date | null
  failedAt: Date | null
  /** The status of the last answer. */
  status: number | null
  why: WebhookFailure | null
}

type Ended = { deliveredAt: Date | null; failedAt: Date | null }

/** @param stopped its webhook is disabled: waiting deliveries are no longer sent. */
export function deliveryState({ deliveredAt, failedAt }: Ended, stopped: boolean): DeliveryState {
  if (deliveredAt) return 'delivered'
  if (failedAt) return 'failed'
  return stopped ? 'stopped' : 'waiting'
}

const MINUTE_MS = 60_000
/** Minutes from each failed attempt to the next; the last entry applies to all later ones. */
const WAITS_MINUTES = [1, 5, 30, 120, 360, 720] as const
/** For how many hours a delivery is tried. */
export const TRIED_HOURS = 72
/** How long a sender may lock a delivery: longer than any attempt. After that, the sender must have crashed. */
export const DELIVERY_HELD_MINUTES = 2

/**
 * When to try again. The last attempt falls on the end of the three days. @param attempts made so far, the failed one
 * included. @returns null if the delivery is given up.
 */
export function nextAttempt(attempts: number, queuedAt: Date, now: Date): Date | null {
  const end = queuedAt.getTime() + TRIED_HOURS * 60 * MINUTE_MS
  if (now.getTime() >= end) return null
  const wait = WAITS_MINUTES[Math.min(attempts, WAITS_MINUTES.length) - 1] ?? WAITS_MINUTES[0]
  return new Date(Math.min(now.getTime() + wait * MINUTE_MS, end))
}

export type WebhookFields = { url: string; events: WebhookEvent[] }
type Problem = 'url' | 'events'

/**
 * Reads the form of a new webhook. An address has https, unless the settings name its host, and no password in it.
 *
 * @param named the hosts that the settings name.
 */
export function readWebhook(
  typed: { url: string; events: readonly string[] },
  named: readonly string[],
): WebhookFields | { problem: Problem } {
  const text = typed.url.trim()
  if (text.length > LONGEST_URL || !URL.canParse(text)) return { problem: 'url' }
  const url = new URL(text)
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isNamedHost(url, named))
  if (!secure || url.username !== '' || url.password !== '' || url.hash !== '') return { problem: 'url' }
  const events = WEBHOOK_EVENTS.filter((event) => typed.events.includes(event))
  return events.length === 0 ? { problem: 'events' } : { url: url.href, events }
}
