import { randomUUID } from 'node:crypto'
import { db } from '@/server/db/client'
import { connectProvider, enterDomain, PROVIDER } from '../sign-on-settings'

type Someone = { accountId: string; sessionId: string }

/** The identity provider of an institution, with a domain of its own and a person who is linked. Nobody signs on. */
export async function connectSchool(
  { administrator, platform, linked }: Record<'administrator' | 'platform' | 'linked', Someone>,
  institutionId: string,
): Promise<void> {
  await connectProvider({ administrator, institutionId })
  await enterDomain(platform, institutionId, `ecole-${randomUUID()}.example`)
  const identity = { institutionId, issuer: PROVIDER.issuer, subject: 'karim', linkedAt: new Date() }
  await db().linkedIdentity.create({ data: { accountId: linked.accountId, ...identity } })
}
