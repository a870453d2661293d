import { beforeEach, describe, expect, it } from 'vitest'
import { POST as checkName } from '@/app/[locale]/(public)/verify/[number]/route'
import { GET as getPdf } from '@/app/api/certificates/[number]/pdf/route'
import { GET as getCredential } from '@/app/api/credentials/[number]/route'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { myCertificates } from '@/server/certificate/my-certificates'
import { forgetHolder } from '@/server/db/certificate/certificates'
import { db } from '@/server/db/client'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'

type Get = (request: Request, context: { params: Promise<{ number: string }> }) => Promise<Response>
const ask = (get: Get, number: string, query = '') =>
  get(new Request(`http://localhost:3000/x${query}`), { params: Promise.resolve({ number }) })

let address = 0
beforeEach(() => {
  address += 1
  return callAs(null, `192.0.2.${address}`)
})

describe.each([
  ['the PDF', getPdf, 'application/pdf', 'pdf'],
  ['the credential', getCredential, 'application/vc+ld+json', 'json'],
] as const)('%s', (_, get, type, extension) => {
  it('opens to the holder, as a file that no cache keeps', async () => {
    const { certificate, sessionId } = await certifiedLearner()
    await callAs(sessionId)

    const answer = await ask(get, certificate.number)

    expect(answer.status).toBe(200)
    const name = `certificate-${formatCertificateNumber(certificate.number)}.${extension}`
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
  })

  it('opens to a person with the share link, however the number is written', async () => {
    const { certificate } = await certifiedLearner()
    const key = `?key=${certificate.shareToken}`

    expect((await ask(get, certificate.number, key)).status).toBe(200)
    expect((await ask(get, formatCertificateNumber(certificate.number).toLowerCase(), key)).status).toBe(200)
  })

  it('does not open with the number alone, another key, or another account', async () => {
    const { certificate } = await certifiedLearner()
    const another = await certifiedLearner()

    expect((await ask(get, certificate.number)).status).toBe(401)
    expect((await ask(get, certificate.number, '?key=x')).status).toBe(401)
    expect((await ask(get, certificate.number, `?key=${another.certificate.shareToken}`)).status).toBe(401)
    await callAs(another.sessionId)
    const refused = await ask(get, certificate.number)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toEqual({ code: 'forbidden' })
  })

  it('is rate-limited for unknown numbers', async () => {
    const unknown = () => ask(get, '7F3K-9MPQ-2WXY-N')
    for (let count = 0; count < LIMITS.verify.hits; count += 1) expect((await unknown()).status).toBe(404)

    expect((await unknown()).status).toBe(429)
  })

  it('is gone with the account', async () => {
    const { certificate, accountId } = await certifiedLearner()
    await forgetHolder(db(), accountId)

    const answer = await ask(get, certificate.number, `?key=${certificate.shareToken}`)
    expect(answer.status).toBe(410)
    expect(await answer.json()).toEqual({ code: 'name-gone' })
  })
})

describe('my certificates', () => {
  it('are the learner’s own alone, with the link that opens them', async () => {
    const learner = await certifiedLearner()
    await certifiedLearner()

    const { certificates, contact } = await myCertificates(mayRead(learner), 'fr')

    expect(contact).toBe('controller@test.example')
    expect(certificates).toHaveLength(1)
    expect(certificates[0]).toMatchObject({
      nameLatin: 'Fatima Alaoui',
      link: `http://localhost:3000/fr/verify/${learner.certificate.number}?key=${learner.certificate.shareToken}`,
    })
  })

  it('can be neither read nor withdrawn by anybody else', async () => {
    const learner = await certifiedLearner()
    const other = await insertPerson()
    const actor = { kind: 'person', confirmed: true, locale: 'ar', ...other } as const

    expect(() => permitFor(actor, 'account:read', { accountId: learner.accountId })).toThrow()
    const target = { number: learner.certificate.number, holderId: learner.accountId, shared: false }
    expect(() => permitFor(actor, 'certificate:read', target)).toThrow()
    for (const withdraw of ['certificate:supersede', 'certificate:revoke'] as const) {
      expect(() => permitFor(actor, withdraw, target)).toThrow()
      expect(() => permitFor({ kind: 'anonymous' }, withdraw, target)).toThrow()
    }
  })
})

describe('the name form', () => {
  const type = (number: string, name: string, headers: Record<string, string> = {}) =>
    checkName(
      new Request(`http://localhost:3000/fr/verify/${number}`, {
        method: 'POST',
        body: new URLSearchParams({ name }),
        headers: { host: 'localhost:3000', 'x-fragment': '1', ...headers },
      }),
      { params: Promise.resolve({ locale: 'fr', number }) },
    )

  it('answers with a piece of the page, without the name on the certificate', async () => {
    const { certificate } = await certifiedLearner()

    const right = await type(certificate.number, 'fatima alaoui')
    expect(right.status).toBe(200)
    expect(await right.text()).toContain('Ce nom correspond à celui du certificat.')
    const wrong = await (await type(certificate.number, '<b>Someone</b>')).text()
    expect(wrong).toContain('Ce nom ne correspond pas')
    expect(wrong).not.toContain('Fatima')
    expect(wrong).not.toContain('<b>')
  })

  it('takes a form whose page names this site, and none whose page hides its address', async () => {
    const { certificate } = await certifiedLearner()
    const from = async (origin: string) =>
      (await type(certificate.number, 'Fatima Alaoui', { origin, 'sec-fetch-site': 'same-origin' })).status

    expect(await from('http://localhost:3000')).toBe(200)
    expect(await from('null')).toBe(403)
  })
})
