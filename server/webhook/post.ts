import 'server-only'
import { lookup, Resolver } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isNamedHost, type WebhookFailure } from '@/domain/webhook/webhook'
import { env } from '../env'
import { isPublicAddress } from './address'

const TIMEOUT_MS = 10_000
const HEADER_BYTES = 8 * 1024

/** The network as a sender sees it: tests replace parts of it. */
export type Net = {
  /** All addresses of a host. @param named by the settings: then the machine's own list of hosts counts too. */
  resolve: (host: string, named: boolean) => Promise<readonly string[]>
  /** Ends an attempt that takes too long, the question for the address included. */
  deadline: () => AbortSignal
  /** The hosts that may have an address that is not public. */
  named: readonly string[]
  /** The platform's own host. */
  own: string
}

export function openNet(): Net {
  return {
    resolve: (host, named) => (named ? resolveHere(host) : resolvePublicly(host)),
    deadline: () => AbortSignal.timeout(TIMEOUT_MS),
    named: env().webhookHosts,
    own: new URL(env().publicUrl).hostname,
  }
}

async function resolveHere(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** By the network alone. `lookup` would hold one of the few threads of the process for as long as a name server hangs. */
async function resolvePublicly(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

export type Outcome = { status: number; why: null } | { status: number | null; why: WebhookFailure }

/** Nothing was sent, for this reason. */
class Unsent extends Error {
  constructor(readonly why: WebhookFailure) {
    super(why)
  }
}

/**
 * Sends one message. Its host is looked up and checked anew, and the connection goes to the address that was checked.
 * No redirect is followed, and nothing of the answer is read but its status.
 */
export async function postWebhook(
  address: string,
  message: { headers: Readonly<Record<string, string>>; body: string },
  net: Net,
): Promise<Outcome> {
  const signal = net.deadline()
  try {
    const url = new URL(address)
    const checked = await untilAborted(checkedAddress(url, net), signal)
    return outcomeOf(await send(url, checked, message, signal))
  } catch (error) {
    if (error instanceof Unsent) return { status: null, why: error.why }
    return { status: null, why: signal.aborted ? 'timeout' : failureOf(error) }
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { status, why: null }
  return { status, why: status >= 300 && status < 400 ? 'redirect' : 'status' }
}

/** Without the brackets of an IPv6 address, and without the dot that may end a name. */
function hostOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/** Why a host can never be sent to, if that shows without asking for its address. */
export function hostRefusal(url: URL, { named, own }: Pick<Net, 'named' | 'own'>): 'own' | 'address' | null {
  const host = hostOf(url)
  if (host === hostOf({ hostname: own })) return 'own'
  return isIP(host) !== 0 && !isNamedHost(url, named) && !isPublicAddress(host) ? 'address' : null
}

/** One address of the host. Of several, all must be allowed: otherwise chance would decide. */
async function checkedAddress(url: URL, net: Net): Promise<string> {
  const refusal = hostRefusal(url, net)
  if (refusal) throw new Unsent(refusal)
  const host = hostOf(url)
  if (isIP(host)) return host
  const named = isNamedHost(url, net.named)
  const addresses = await net.resolve(host, named)
  const [first] = addresses
  if (first === undefined) throw new Unsent('dns')
  if (named) return first
  if (!addresses.every(isPublicAddress)) throw new Unsent('address')
  const own = isIP(hostOf({ hostname: net.own })) ? [hostOf({ hostname: net.own })] : await ownAddresses(net)
  if (addresses.some((one) => own.includes(one))) throw new Unsent('own')
  return first
}

/** Under another name it would be the platform too. A platform without a public name has none of these. */
async function ownAddresses({ resolve, own }: Net): Promise<readonly string[]> {
  return resolve(own, false).catch(() => [])
}

function send(
  url: URL,
  address: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
  signal: AbortSignal,
): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const bytes = Buffer.from(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        protocol: url.protocol,
        hostname: hostOf(url),
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': bytes.length },
        // A connection of its own, so that none is used again whose address was checked for another host.
        agent: false,
        lookup: always(address),
        maxHeaderSize: HEADER_BYTES,
        signal,
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    sent.on('error', reject)
    sent.end(bytes)
  })
}

function always(address: string): LookupFunction {
  const family = isIP(address)
  return (_host, options, done) => {
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

const NO_HOST = ['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'ESERVFAIL', 'ETIMEOUT', 'EREFUSED']
const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/

function failureOf(error: unknown): WebhookFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (NO_HOST.includes(code)) return 'dns'
  return TLS.test(code) ? 'tls' : 'connection'
}
