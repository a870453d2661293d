import { vi } from 'vitest'
import { sql } from '@/server/db/client'
import { env } from '@/server/env'

/** The moment at which credentials are signed. */
export const NOW = new Date('2026-12-01T09:00:00Z')
export type Json = Record<string, unknown>
type Subject = {
  identifier: { identityHash: string }[]
  licenseNumber: string
  achievement: { name: string; criteria: { narrative: string } }
}
export type Credential = Json & {
  issuer: { id: string }
  credentialSubject: Subject
  credentialStatus: Json
  proof: Json
}

/** The site at `publicUrl`, and a verifier that can reach only what the site serves. */
export async function site(publicUrl = '') {
  vi.resetModules()
  vi.stubEnv('PUBLIC_URL', publicUrl)
  env.reset()
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: Request | URL | string) => {
    const url = new URL(input instanceof Request ? input.url : input)
    asked.push(url.href)
    const answer = await serve(url)
    if (!answer) throw new TypeError(`the network is closed: ${url.href}`)
    return answer
  })
  const { permitFor } = await import('@/server/auth/permit')
  const { certificateCredential } = await import('@/server/certificate/certificate-credential')
  const { runCertificateCommand } = await import('@/server/certificate/command')
  const status = await import('@/app/api/credentials/status/[list]/route')
  const did = await import('@/app/.well-known/did.json/route')

  async function serve({ origin, pathname, href }: URL): Promise<Response | null> {
    if (origin !== env().publicUrl) return null
    if (pathname === '/.well-known/did.json') return did.GET(new Request(href))
    const list = pathname.match(/^\/api\/credentials\/status\/(\w+)$/)?.[1] ?? ''
    return list ? status.GET(new Request(href), { params: Promise.resolve({ list }) }) : null
  }

  async function credentialOf({ certificate }: { certificate: { number: string } }): Promise<Credential> {
    const { findCertificate } = await import('@/server/db/certificate/certificates')
    const row = await findCertificate(sql(), certificate.number)
    if (!row?.nameArabic || !row.nameLatin) throw new Error('no names')
    const { nameArabic, nameLatin, number } = row
    const permit = permitFor({ kind: 'anonymous' }, 'certificate:read', { number, holderId: null, shared: true })
    const opened = { permit, certificate: { ...row, nameArabic, nameLatin } }
    return JSON.parse(JSON.stringify(await certificateCredential(opened, NOW)))
  }

  /** The result of an independent verifier: the names of its errors, and the result of each step. */
  async function verdict(credential: unknown) {
    const { verifyCredential } = await import('@digitalcredentials/verifier-core')
    const result = await verifyCredential({ credential: credential as never, knownDIDRegistries: [] })
    const steps = Object.fromEntries((result.log ?? []).map((step) => [step.id, step.valid ?? step.error?.name]))
    return { errors: (result.errors ?? []).map(({ name }) => name), steps }
  }
  const command = (given: Json) => runCertificateCommand({ reason: 'for the test', ...given }, NOW)
  return { credentialOf, verdict, command, serve, asked }
}
