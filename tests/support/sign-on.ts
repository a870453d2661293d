import { randomUUID } from 'node:crypto'
import { db } from '@/server/db/client'
import { sealSecret } from '@/server/sign-on/secret'
import { CLIENT_ID, CLIENT_SECRET } from './identity-provider'
import { makeInstitution } from './staff'

/** An institution with this provider, whose people have addresses of a domain of its own. */
export async function schoolWith(
  issuer: string,
  { institutionId, domains = [`${randomUUID()}.ma`] }: { institutionId?: string; domains?: readonly string[] } = {},
) {
  const id = institutionId ?? (await makeInstitution('school', `École ${randomUUID().slice(0, 6)}`))
  const sealed = await sealSecret(CLIENT_SECRET, id)
  await db().signOnProvider.create({
    data: { institutionId: id, issuer, clientId: CLIENT_ID, sealed, savedAt: new Date() },
  })
  await db().signOnDomain.createMany({
    data: domains.map((domain) => ({ domain, institutionId: id, addedAt: new Date() })),
  })
  return { institutionId: id, domain: domains[0] ?? '' }
}
