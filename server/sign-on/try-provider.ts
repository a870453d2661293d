import 'server-only'
import { AppError } from '@/domain/errors'
import { discoveryAddress, readDiscovery, type TryResult } from '@/domain/sign-on/discovery'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db } from '../db/client'
import { findProvider } from '../db/sign-on/sign-on-providers'
import { env } from '../env'
import { hostRefusal, type Net, OutboundError, openNet, sendTo } from '../outbound/send'

/** The longest description that is read, in bytes. */
const DESCRIPTION_BYTES = 256 * 1024

/**
 * Asks the provider of an institution for its description, as every sign-on does first. Neither the client nor its
 * secret is sent.
 *
 * @throws {AppError} not-found if there is no provider; too-many-requests
 */
export async function tryProvider(
  { actor, target: { institutionId } }: Permit<'institution:integrate'>,
  now: Date,
  net: Net = openNet(env().signOnHosts),
): Promise<TryResult> {
  const provider = await findProvider(db(), institutionId)
  if (!provider) throw new AppError('not-found', 'identity provider')
  await spendLimit('sign-on-try', actor.accountId, now)
  const result = await ask(provider.issuer, net)
  const details = { issuer: provider.issuer, result }
  await recordAct(db(), { act: 'sign-on-tried', actorId: actor.accountId, institutionId, details }, now)
  return result
}

async function ask(issuer: string, net: Net): Promise<TryResult> {
  const request = { method: 'GET', headers: { Accept: 'application/json' }, atMost: DESCRIPTION_BYTES }
  try {
    const { status, body } = await sendTo(discoveryAddress(issuer), request, net)
    if (status !== 200) return status >= 300 && status < 400 ? 'redirect' : 'status'
    const read = readDiscovery(body.toString('utf8'), issuer, net.named)
    if (typeof read === 'string') return read
    return read.endpoints.some((url) => hostRefusal(url, net)) ? 'endpoints' : 'fine'
  } catch (error) {
    if (error instanceof OutboundError) return error.why
    throw error
  }
}
