import 'server-only'
import { nextAttempt } from '@/domain/webhook/webhook'
import { unseal } from '../auth/seal'
import { sql } from '../db/client'
import { claimDelivery, type DueWebhook, findDueWebhooks, noteAttempt } from '../db/webhook/webhooks'
import { env } from '../env'
import { log, logBug } from '../log'
import { type Net, openNet } from '../outbound/send'
import { postWebhook } from './post'
import { signedHeaders } from './signature'

/** The largest number of simultaneous attempts: to one host, and in all. */
const TO_ONE_HOST = 4
const IN_ALL = 50
/** How long a run begins further attempts. The rest is sent by the next run. */
const RUN_MS = 20_000

/**
 * Sends the deliveries that are due, each at least once: if the process dies after the host has answered and before the
 * answer is stored, the delivery is sent again under the same id. The deliveries of one webhook are sent one after the
 * other, until an attempt fails: a host that hangs delays only its own deliveries, and costs a run one attempt.
 */
export async function sendDueWebhooks(now = () => new Date(), net: Net = openNet(env().webhookHosts)): Promise<void> {
  const hosts = new Map<string, Semaphore>()
  const all = semaphore(IN_ALL)
  const over = performance.now() + RUN_MS
  const runs = (await findDueWebhooks(sql(), now())).map(async (webhook) => {
    const { host } = new URL(webhook.url)
    const ofHost = hosts.get(host) ?? semaphore(TO_ONE_HOST)
    hosts.set(host, ofHost)
    while (performance.now() < over) {
      if (!(await ofHost(() => all(() => sendNext(webhook, now, net))))) return
    }
  })
  const ended = await Promise.allSettled(runs)
  const failures = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  for (const failure of failures) logBug(failure, { job: 'webhooks' })
}

/** @returns whether to continue with this webhook: something was due, and the attempt succeeded. */
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

/** The owner for which the secret of a webhook is sealed: in the row of another webhook it cannot be opened. */
export const sealedForWebhook = (id: string) => `webhook ${id}`

type Semaphore = <T>(work: () => Promise<T>) => Promise<T>

/** A semaphore: runs at most `places` works at once, in the order of their arrival. */
function semaphore(places: number): Semaphore {
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
