import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Credential, NOW, site } from '@/tests/support/credential-site'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { canonicalQuads } from '@/tests/support/independent-verifier/canonical-quads'
import { hasKnownContexts } from '@/tests/support/independent-verifier/known-contexts'
import { hasOwnSignature } from '@/tests/support/independent-verifier/verify-signature'

type Other = { otherProof: Credential['proof']; otherKey: string }
type Tamper = (credential: Credential, other: Other) => object

const inSubject = (change: (subject: Credential['credentialSubject']) => object) => (credential: Credential) => ({
  ...credential,
  credentialSubject: { ...credential.credentialSubject, ...change(credential.credentialSubject) },
})
const inProof = (change: (proof: Credential['proof']) => object) => (credential: Credential) => ({
  ...credential,
  proof: { ...credential.proof, ...change(credential.proof) },
})

const TAMPERINGS: Readonly<Record<string, Tamper>> = {
  'the Latin name': inSubject(({ identifier: [arabic, latin] }) => ({
    identifier: [arabic, { ...latin, identityHash: 'Salma Bennani' }],
  })),
  'the date': (credential) => ({ ...credential, validFrom: '2020-01-01T00:00:00Z' }),
  'the pass mark': inSubject(({ achievement }) => {
    const narrative = achievement.criteria.narrative.replaceAll('70', '90')
    return { achievement: { ...achievement, criteria: { ...achievement.criteria, narrative } } }
  }),
  'the name of the issuer': ({ issuer, ...rest }) => ({ ...rest, issuer: { ...issuer, name: 'Another school' } }),
  'the id of the issuer': ({ issuer, ...rest }, { otherKey }) => ({ ...rest, issuer: { ...issuer, id: otherKey } }),
  'a letter of the signature': inProof(({ proofValue }) => ({
    proofValue: `${proofValue}`.replace(/.$/, (last) => (last === '2' ? '3' : '2')),
  })),
  'the place in the status list': ({ credentialStatus, ...rest }) => ({
    ...rest,
    credentialStatus: { ...credentialStatus, statusListIndex: '0' },
  }),
  'the number of the certificate': inSubject(() => ({ licenseNumber: '2222-2222-2222-2' })),
  'the date of the signature': inProof(() => ({ created: '2020-01-01T00:00:00Z' })),
  'the Arabic name, left out': inSubject(({ identifier: [, latin] }) => ({ identifier: [latin] })),
  'the evidence, left out': ({ evidence, ...rest }) => rest,
  'an unknown field': (credential) => ({ ...credential, honours: 'with distinction' }),
  'an unknown field of the holder': inSubject(() => ({ honours: 'with distinction' })),
  'an unknown field of the course': inSubject(({ achievement }) => ({
    achievement: { ...achievement, honours: 'yes' },
  })),
  'an unknown field of the signature': inProof(() => ({ honours: 'with distinction' })),
  'a field named like a keyword': (credential) => ({ ...credential, '@honours': 'with distinction' }),
  'a field of the holder named like a keyword': inSubject(() => ({ '@honours': 'with distinction' })),
  'a field of the course named like a keyword': inSubject(({ achievement }) => ({
    achievement: { ...achievement, '@honours': 'yes' },
  })),
  'a field of the signature named like a keyword': inProof(() => ({ '@honours': 'with distinction' })),
  'a field with a blank node as its name': (credential) => ({ ...credential, '_:honours': 'with distinction' }),
  'a field of the holder with a blank node as its name': inSubject(() => ({ '_:honours': 'with distinction' })),
  'a field of the course with a blank node as its name': inSubject(({ achievement }) => ({
    achievement: { ...achievement, '_:honours': 'yes' },
  })),
  'a field of the signature with a blank node as its name': inProof(() => ({ '_:honours': 'with distinction' })),
  'a field that refers to no absolute IRI': (credential) => ({ ...credential, honours: { id: 'with distinction' } }),
  'a field, and a context that hides it': (credential) => ({
    ...withContext(credential, { honours: null }),
    honours: 'with distinction',
  }),
  'a field of the holder, and a context that hides it': inSubject(() => ({
    '@context': { honours: null },
    honours: 'with distinction',
  })),
  'the name of a field, by a context that gives it the old meaning': ({ name, ...rest }) => ({
    ...withContext(rest as Credential, { honours: 'https://schema.org/name' }),
    honours: name,
  }),
  'the signature of another certificate': (credential, { otherProof }) => ({ ...credential, proof: otherProof }),
  'another status list': ({ credentialStatus, ...rest }) => ({
    ...rest,
    credentialStatus: { ...credentialStatus, statusListCredential: 'http://localhost:3000/api/credentials/status/7' },
  }),
}

/**
 * JSON-LD gives these no meaning, so no signature over it can cover them, and the packages accept them. Our verifier
 * refuses them, because our credentials have none.
 */
const WITHOUT_MEANING: Readonly<Record<string, Tamper>> = {
  'an index': (credential) => ({ ...credential, '@index': 'with distinction' }),
  'an index of the holder': inSubject(() => ({ '@index': 'with distinction' })),
  'an index of a text': ({ name, ...rest }) => ({ ...rest, name: { '@value': name, '@index': 'honours' } }),
  'an index of the signature': inProof(() => ({ '@index': 'with distinction' })),
  'a field of null': (credential) => ({ ...credential, withDistinction: null }),
  'a field of an empty list': (credential) => ({ ...credential, withDistinction: [] }),
  'an empty list of other things': (credential) => ({ ...credential, '@included': [] }),
}

const withContext = (credential: Credential, context: object): Credential => ({
  ...credential,
  '@context': [...(credential['@context'] as unknown[]), context],
})

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

/** The signature again, by a key of somebody else, with his own name in the proof alone or also as the issuer. */
async function signedByAnother({ proof, ...credential }: Credential, as: 'holder of the key' | 'issuer') {
  const { generate } = await import('@digitalcredentials/ed25519-multikey')
  const { issue } = await import('@digitalcredentials/vc')
  const { DataIntegrityProof } = await import('@digitalcredentials/data-integrity')
  const { cryptosuite } = await import('@digitalcredentials/eddsa-rdfc-2022-cryptosuite')
  const { securityLoader } = await import('@digitalcredentials/security-document-loader')
  const seed = new Uint8Array(32).fill(7)
  const { publicKeyMultibase } = await generate({ seed })
  const did = `did:key:${publicKeyMultibase}`
  const id =
    as === 'issuer' ? `${credential.issuer.id}#${credential.issuer.id.slice(8)}` : `${did}#${publicKeyMultibase}`
  const key = await generate({ seed, controller: did, id })
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: NOW })
  return { did, credential: await issue({ credential, suite, documentLoader: securityLoader().build() }) }
}

it('is refused by two independent verifiers, whatever was changed in it', async () => {
  const { credentialOf, verdict } = await site()
  const credential = await credentialOf(await certifiedLearner())
  const another = await credentialOf(await certifiedLearner())
  const byAnother = await signedByAnother(credential, 'holder of the key')
  const inOurName = await signedByAnother(credential, 'issuer')
  const other = { otherProof: another.proof, otherKey: byAnother.did }
  const tampered = [
    ...Object.entries(TAMPERINGS).map(([name, tamper]) => [name, tamper(credential, other)] as const),
    ['signed again with another key', byAnother.credential] as const,
    ['signed again with another key in our name', inOurName.credential] as const,
  ]

  expect(await hasOwnSignature(credential as never)).toBe(true)
  expect((await verdict(credential)).errors).toEqual([])
  for (const [name, changed] of tampered) {
    expect(JSON.stringify(changed), name).not.toBe(JSON.stringify(credential))
    expect(await hasOwnSignature(changed as never), name).toBe(false)
    expect(hasKnownContexts(changed) && (await verdict(changed)).steps.valid_signature, name).not.toBe(true)
  }
})

it('is refused by the stricter of the two if something without a meaning was added', async () => {
  const { credentialOf, verdict } = await site()
  const credential = await credentialOf(await certifiedLearner())

  for (const [name, tamper] of Object.entries(WITHOUT_MEANING)) {
    const changed = tamper(credential, { otherProof: credential.proof, otherKey: '' })
    expect(await hasOwnSignature(changed as never), name).toBe(false)
    expect((await verdict(changed)).steps.valid_signature, name).toBe(true)
  }
})

it('names no term that a context does not define', async () => {
  const { credentialOf } = await site()
  const { proof, ...credential } = await credentialOf(await certifiedLearner())

  expect(await canonicalQuads(credential)).not.toContain('undefined-term#')
  expect(await canonicalQuads({ ...credential, honours: 'yes' })).toContain('undefined-term#honours')
})

it('still stands if it was signed before unknown terms were covered', async () => {
  const { credentialOf, verdict } = await site()
  const { proof, ...credential } = await credentialOf(await certifiedLearner())
  const { issuer } = await import('@/server/certificate/issuer')
  const { issue } = await import('@digitalcredentials/vc')
  const { DataIntegrityProof } = await import('@digitalcredentials/data-integrity')
  const { cryptosuite } = await import('@digitalcredentials/eddsa-rdfc-2022-cryptosuite')
  const { securityLoader } = await import('@digitalcredentials/security-document-loader')
  const suite = new DataIntegrityProof({ signer: (await issuer()).key.signer(), cryptosuite, date: NOW })
  const before = { ...credential, '@context': (credential['@context'] as unknown[]).slice(0, 2) }
  const signed = await issue({ credential: before, suite, documentLoader: securityLoader().build() })

  expect(await hasOwnSignature(signed as never)).toBe(true)
  expect(await verdict(signed)).toMatchObject({ errors: [], steps: { valid_signature: true, revocation_status: true } })
})
