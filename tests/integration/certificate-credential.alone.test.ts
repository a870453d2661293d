import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { type Json, site } from '@/tests/support/credential-site'
import { certifiedLearner } from '@/tests/support/exam-taken'

beforeEach(() => {
  // The verifier logs that it could not fetch a schema; the test cuts off the network on purpose.
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe.each([
  ['a key as its own name, on this machine', '', /^did:key:z6Mk/],
  ['the address as its name, on https', 'https://formation.example.ma', /^did:web:formation\.example\.ma$/],
])('with %s', (_, publicUrl, issuer) => {
  it('is an Open Badge in her names that an independent verifier accepts with the network closed', async () => {
    const { credentialOf, verdict, asked } = await site(publicUrl)
    const credential = await credentialOf(await certifiedLearner())

    expect(credential.issuer.id).toMatch(issuer)
    expect(credential).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        { '@vocab': 'https://www.w3.org/ns/credentials/undefined-term#' },
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: '2026-11-24T10:00:00Z',
      credentialSubject: { identifier: [{ identityHash: 'فاطمة العلوي' }, { identityHash: 'Fatima Alaoui' }] },
      evidence: [{ narrative: 'هوية مصرح بها من المعني بالأمر / identité déclarée par le titulaire' }],
      proof: { cryptosuite: 'eddsa-rdfc-2022' },
    })
    expect(credential.credentialSubject.achievement.criteria.narrative).toContain(
      'Examen passé en français, seuil de réussite 70 %.',
    )
    expect(asked).toEqual([])
    expect(await verdict(credential)).toEqual({
      errors: [],
      steps: expect.objectContaining({ valid_signature: true, revocation_status: true }),
    })
  })

  it('is refused when anything in it was changed', async () => {
    const { credentialOf, verdict } = await site(publicUrl)
    const credential = await credentialOf(await certifiedLearner())
    const subject = credential.credentialSubject
    const tampered = [
      { ...credential, credentialSubject: { ...subject, licenseNumber: '2222-2222-2222-2' } },
      {
        ...credential,
        credentialSubject: { ...subject, identifier: [{ ...subject.identifier[0], identityHash: 'X' }] },
      },
      {
        ...credential,
        credentialSubject: { ...subject, achievement: { ...subject.achievement, name: 'Another course' } },
      },
      { ...credential, validFrom: '2020-01-01T00:00:00Z' },
      { ...credential, credentialStatus: { ...credential.credentialStatus, statusListIndex: '0' } },
      { ...credential, proof: { ...credential.proof, created: '2020-01-01T00:00:00Z' } },
    ]

    for (const changed of tampered) expect((await verdict(changed)).errors).toEqual(['invalid_signature'])
  })

  it.each(['revoke', 'supersede'])('stops being valid after %s, and others stay', async (withdraw) => {
    const { credentialOf, verdict, command } = await site(publicUrl)
    const [withdrawn, other] = [await certifiedLearner(), await certifiedLearner()]
    const credential = await credentialOf(withdrawn)
    expect((await verdict(credential)).steps).toMatchObject({ revocation_status: true })

    await command({ command: withdraw, number: withdrawn.certificate.number })

    expect((await verdict(credential)).steps).toMatchObject({ valid_signature: true, revocation_status: false })
    expect((await verdict(await credentialOf(other))).steps).toMatchObject({ revocation_status: true })
  })
})

describe('status list', () => {
  it('is a signed credential, and does not exist before it is needed', async () => {
    const { serve, verdict } = await site()
    await certifiedLearner()

    const answer = await serve(new URL('http://localhost:3000/api/credentials/status/0'))
    const list = (await answer?.json()) as Json

    expect(answer?.headers.get('content-type')).toBe('application/vc+ld+json')
    expect(list).toMatchObject({
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
    })
    expect((await verdict(list)).steps).toMatchObject({ valid_signature: true })
    for (const unknown of ['1', '99999', '00', 'x']) {
      expect((await serve(new URL(`http://localhost:3000/api/credentials/status/${unknown}`)))?.status).toBe(404)
    }
  })

  it('takes the second list when the first is full', async () => {
    const { credentialOf, verdict, command } = await site()
    const learner = await certifiedLearner()
    await db().certificate.update({ where: { id: learner.certificate.id }, data: { statusIndex: 131_073 } })
    const credential = await credentialOf(learner)

    expect(credential.credentialStatus).toMatchObject({
      statusListCredential: 'http://localhost:3000/api/credentials/status/1',
      statusListIndex: '1',
    })
    expect((await verdict(credential)).steps).toMatchObject({ revocation_status: true })
    await command({ command: 'revoke', number: learner.certificate.number })
    expect((await verdict(credential)).steps).toMatchObject({ revocation_status: false })
  })
})

describe('did.json', () => {
  it('is served only if the site has a domain name on https', async () => {
    const web = await site('https://formation.example.ma:8443')
    const document = await web.serve(new URL('https://formation.example.ma:8443/.well-known/did.json'))
    expect(await document?.json()).toMatchObject({ id: 'did:web:formation.example.ma%3A8443' })

    for (const publicUrl of ['', 'https://localhost', 'https://192.0.2.7', 'http://formation.example.ma']) {
      const { serve } = await site(publicUrl)
      expect((await serve(new URL(`${env().publicUrl}/.well-known/did.json`)))?.status).toBe(404)
    }
  })
})
