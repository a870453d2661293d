import 'server-only'
import { nextAttempt } from '@/domain/webhook/webhook'
import { unseal } from '../auth/seal'
import { sql } from '../db/client'
import { claimDelivery, type DueWebhook, findDueWebhooks, noteAttempt } from '../db/webhooks'
import { env } from '../env'
import { log, logBug } from '../log'
import { type Net, openNet } from '../outbound/send'
import { postWebhook } from './post'
import { signedHeaders } from './signature'

/** Attempts to one host at once, and in all. */
const TO_ONE_HOST = 4
const IN_ALL = 50
/** So long a run begins further attempts. What is left is due in the next one. */
const RUN_MS = 20_000

/**
 * Sends what is due, each delivery at least once: if the process dies after the host has answered and before that is
 * noted, it is sent again under the same id. Each webhook has a lane of its own, which ends for this run when an attempt
 * fails: a host that hangs holds up its own deliveries alone, and for one attempt.
 *
 * @returns whether all of it could be attempted.
 */
export async function sendDueWebhooks(
  now = () => new Date(),
  net: Net = openNet(env().webhookHosts),
): Promise<boolean> {
  const hosts = new Map<string, Gate>()
  const all = gate(IN_ALL)
  const over = performance.now() + RUN_MS
  const runs = (await findDueWebhooks(sql(), now())).map(async (webhook) => {
    const { host } = new URL(webhook.url)
    const ofHost = hosts.get(host) ?? gate(TO_ONE_HOST)
    hosts.set(host, ofHost)
    while (performance.now() < over) {
      if (!(await ofHost(() => all(() => sendNext(webhook, now, net))))) return
    }
  })
  const ended = await Promise.allSettled(runs)
  const failures = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  for (const failure of failures) logBug(failure, { job: 'webhooks' })
  return failures.length === 0
}

/** @returns whether the webhook can be sent more. */
async function sendNext({ id, url, sealed }: DueWebhook, now: () => Date, net: Net): Promise<boolean> {
  const delivery = await claimDelivery(sql(), id, now())
  if (!delivery) return false
  const secret = await unseal(sealed, sealedForWebhook(id))
  if (secret === null) throw new Error('the secret of a webhook was sealed with another key')
  const body = JSON.stringify(delivery.message)
  const headers = signedHeaders({ id: delivery.id, body }, secret, now())
  const { status, why } = await postWebhook(url, { headers, body }, net)
  const ended = now()
  const next = why === null ? null : nextAttempt(delivery.attempts, delivery.queuedAt, ended)
  await noteAttempt(sql(), delivery, { status, why }, next, ended)
  if (why !== null) log('webhook-failed', { webhook: id, why, status, attempts: delivery.attempts })
  return why === null
}

/** What the secret of a webhook is sealed for: in the row of another one it cannot be opened. */
export const sealedForWebhook = (id: string) => `webhook ${id}`

type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** Lets so many through at once, in the order of their coming. */
function gate(places: number): Gate {
  let free = places
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
