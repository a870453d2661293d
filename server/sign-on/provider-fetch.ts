import 'server-only'
import { isSecure } from '@/domain/sign-on/provider'
import { type Net, OutboundError, sendTo } from '../outbound/send'

const LARGEST_ANSWER_BYTES = 256 * 1024
/** Answers with these statuses have no body. */
const WITHOUT_BODY = [204, 205, 304]

type Asked = {
  method: string
  headers: Readonly<Record<string, string>>
  body?: unknown
}

/** A `fetch` that sends everything by `sendTo`: to checked addresses, within limits, without following a redirect. */
export function fetchWithin(net: Net) {
  return async (address: string, { method, headers, body }: Asked): Promise<Response> => {
    const url = new URL(address)
    if (!isSecure(url, net.named)) throw new OutboundError('address')
    const sent = bytesOf(body)
    const request = { method, headers, atMost: LARGEST_ANSWER_BYTES, ...(sent && { body: sent }) }
    const answer = await sendTo(url, request, net)
    if (answer.status < 200 || answer.status > 599) throw new OutboundError('connection')
    const empty = WITHOUT_BODY.includes(answer.status)
    return new Response(empty ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: Object.entries(answer.headers).flatMap(([name, value]) => headersOf(name, value)),
    })
  }
}

function bytesOf(body: unknown): Buffer | null {
  if (body === undefined || body === null) return null
  if (typeof body === 'string' || body instanceof URLSearchParams) return Buffer.from(body.toString())
  throw new TypeError('a body of another kind')
}

function headersOf(name: string, value: string | string[] | undefined): [string, string][] {
  return [value ?? []].flat().map((one) => [name, one])
}
