import 'server-only'
import { lookup, Resolver } from 'node:dns/promises'
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isNamedHost, type OutboundFailure } from '@/domain/outbound'
import { env } from '../env'
import { isPublicAddress } from './address'

const TIMEOUT_MS = 10_000
const HEADER_BYTES = 8 * 1024

/** The network as a sender sees it: tests replace parts of it. */
export type Net = {
  /**
   * All addresses of a host. @param named the settings name the host: then the hosts file of the machine is used too.
   */
  resolve: (host: string, named: boolean) => Promise<readonly string[]>
  /** Aborts an attempt that takes too long, the DNS lookup included. */
  deadline: () => AbortSignal
  /** The hosts that may have an address that is not public. */
  named: readonly string[]
  /** The platform's own host. */
  own: string
}

/** @param named the hosts of the settings that may have an address that is not public. */
export function openNet(named: readonly string[]): Net {
  return {
    resolve: (host, isNamed) => (isNamed ? resolveHere(host) : resolvePublicly(host)),
    deadline: () => AbortSignal.timeout(TIMEOUT_MS),
    named,
    own: new URL(env().publicUrl).hostname,
  }
}

async function resolveHere(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** Asks only the name servers. `lookup` would block one of the few threads of the process while a name server hangs. */
async function resolvePublicly(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

/** No response was received, or it was too long. `why` is the reason. */
export class OutboundError extends Error {
  constructor(readonly why: OutboundFailure) {
    super(why)
  }
}

export type OutboundRequest = {
  method: string
  headers: Readonly<Record<string, string>>
  body?: Buffer
  /** The longest body of an answer, in bytes. With 0 only status and headers are read. */
  atMost: number
}
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/**
 * Sends one request. Its host is looked up and checked anew, and the connection goes to the address that was checked.
 * No redirect is followed.
 *
 * @throws {OutboundError}
 */
export async function sendTo(url: URL, request: OutboundRequest, net: Net): Promise<Answer> {
  const signal = net.deadline()
  try {
    const checked = await untilAborted(checkedAddress(url, net), signal)
    return await send(url, checked, request, signal)
  } catch (error) {
    if (error instanceof OutboundError) throw error
    throw new OutboundError(signal.aborted ? 'timeout' : failureOf(error))
  }
}

/** Without the brackets of an IPv6 address, and without the dot that may end a name. */
function hostOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/** Why a host must never be contacted, if that is evident without a DNS lookup. */
export function hostRefusal(url: URL, { named, own }: Pick<Net, 'named' | 'own'>): 'own' | 'address' | null {
  const host = hostOf(url)
  if (host === hostOf({ hostname: own })) return 'own'
  return isIP(host) !== 0 && !isNamedHost(url, named) && !isPublicAddress(host) ? 'address' : null
}

/** One address of the host. If it has several, all must be allowed: otherwise their random order would decide. */
async function checkedAddress(url: URL, net: Net): Promise<string> {
  const refusal = hostRefusal(url, net)
  if (refusal) throw new OutboundError(refusal)
  const host = hostOf(url)
  if (isIP(host)) return host
  const named = isNamedHost(url, net.named)
  const addresses = await net.resolve(host, named)
  const [first] = addresses
  if (first === undefined) throw new OutboundError('dns')
  if (named) return first
  if (!addresses.every(isPublicAddress)) throw new OutboundError('address')
  const own = isIP(hostOf({ hostname: net.own })) ? [hostOf({ hostname: net.own })] : await ownAddresses(net)
  if (addresses.some((one) => own.includes(one))) throw new OutboundError('own')
  return first
}

/**
 * The platform's own addresses: a host with one of them is the platform under another name. Empty without a public
 * name.
 */
async function ownAddresses({ resolve, own }: Net): Promise<readonly string[]> {
  return resolve(own, false).catch(() => [])
}

function send(
  url: URL,
  address: string,
  { method, headers, body, atMost }: OutboundRequest,
  signal: AbortSignal,
): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        protocol: url.protocol,
        hostname: hostOf(url),
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method,
        headers: body ? { ...headers, 'Content-Length': body.length } : headers,
        // A new connection each time, so that none is reused whose address was checked for another request.
        agent: false,
        lookup: always(address),
        maxHeaderSize: HEADER_BYTES,
        signal,
      },
      (answer) => {
        const { statusCode: status = 0, headers } = answer
        readUpTo(answer, atMost).then((body) => resolve({ status, headers, body }), reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** @throws {OutboundError} size if the body is longer */
async function readUpTo(answer: IncomingMessage, atMost: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  try {
    if (atMost === 0) return Buffer.alloc(0)
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > atMost) throw new OutboundError('size')
      parts.push(part)
    }
    return Buffer.concat(parts)
  } finally {
    answer.destroy()
  }
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

function failureOf(error: unknown): OutboundFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (NO_HOST.includes(code)) return 'dns'
  return TLS.test(code) ? 'tls' : 'connection'
}
