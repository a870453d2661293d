import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { permitFor } from '@/server/auth/permit'
import { insertSession } from '@/server/db/auth/sessions'
import { db } from '@/server/db/client'
import { addDomain } from '@/server/sign-on/domains'
import { saveProvider } from '@/server/sign-on/settings'
import { insertPerson } from './people'
import { actorNow } from './staff'
import { mayIntegrate } from './webhooks'

type Who = { accountId: string; sessionId: string }
type School = { administrator: Who; institutionId: string }

export const PROVIDER = {
  issuer: 'https://sso.ecole.ma/realms/ecole',
  clientId: 'formation',
  clientSecret: 'tres-secret-7f3a',
} as const

/** Connects an institution to a provider, as its page does. */
export async function connectProvider({ administrator, institutionId }: School, fields = {}): Promise<void> {
  const permit = await mayIntegrate(administrator, institutionId)
  const saved = await saveProvider(permit, { ...PROVIDER, ...fields }, new Date())
  if (saved !== 'saved') throw new Error(saved)
}

export async function mayOwnDomains(platform: Who, institutionId: string) {
  return permitFor(await actorNow(platform), 'institution:own-domain', { institutionId })
}

/** Enters a domain of an institution, as the platform's page does. */
export async function enterDomain(platform: Who, institutionId: string, domain: string): Promise<void> {
  const added = await addDomain(await mayOwnDomains(platform, institutionId), domain, new Date())
  if (added !== 'added') throw new Error(JSON.stringify(added))
}

/** A person who has signed on through a provider of an institution, and has another session by her password. */
export async function signedOn(institutionId: string, issuer: string) {
  const person = await insertPerson()
  const linked = { institutionId, issuer, subject: randomUUID(), linkedAt: new Date() }
  const identity = await db().linkedIdentity.create({ data: { accountId: person.accountId, ...linked } })
  const through = await insertSession(db(), person.accountId, new Date(Date.now() + 3_600_000))
  await db().session.update({ where: { id: through }, data: { identityId: identity.id } })
  return { ...person, through, identityId: identity.id }
}

type Said = { status?: number; body?: string; location?: string }

/** A provider on this machine, which answers every request with what `answer` gives for its own address. */
export async function testProvider(answer: (issuer: string) => Said) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const { status = 200, body = '', location } = answer(issuer())
    response.writeHead(status, location ? { location } : {}).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.address() as AddressInfo
  const host = `sso.ecole.ma:${port}`
  const issuer = () => `http://${host}/realms/ecole`
  const close = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  }
  return { asked, host, issuer: issuer(), close }
}

/** What a provider says of itself. */
export function describedAt(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/certs`,
  }
}
