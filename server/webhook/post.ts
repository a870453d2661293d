import 'server-only'
import type { WebhookFailure } from '@/domain/webhook/webhook'
import { type Net, OutboundError, sendTo } from '../outbound/send'

export type Outcome = { status: number; why: null } | { status: number | null; why: WebhookFailure }

/** Sends one message. Only the status of the response is read, and no redirect is followed. */
export async function postWebhook(
  address: string,
  message: { headers: Readonly<Record<string, string>>; body: string },
  net: Net,
): Promise<Outcome> {
  const headers = { ...message.headers, 'Content-Type': 'application/json' }
  try {
    const body = Buffer.from(message.body)
    const { status } = await sendTo(new URL(address), { method: 'POST', headers, body, atMost: 0 }, net)
    if (status >= 200 && status < 300) return { status, why: null }
    return { status, why: status >= 300 && status < 400 ? 'redirect' : 'status' }
  } catch (error) {
    return { status: null, why: error instanceof OutboundError && error.why !== 'size' ? error.why : 'connection' }
  }
}
