import { createPublicKey, verify } from 'node:crypto'
import { canonicalQuads, sha256 } from './canonical-quads'
import { hasUnsignedField } from './has-unsigned-field'
import { hasKnownContexts } from './known-contexts'

type Signed = { '@context': unknown; issuer: string | { id: string }; proof: Record<string, unknown> }

/**
 * Verifies the signature (eddsa-rdfc-2022) of an issuer whose name is its key (did:key), without the packages of the
 * product: another JSON-LD parser, our own canonicalisation, and the Ed25519 of Node. A signature of a part is refused:
 * every field must be signed.
 */
export async function hasOwnSignature({ proof, ...document }: Signed): Promise<boolean> {
  const { proofValue, ...config } = proof
  const issuer = typeof document.issuer === 'string' ? document.issuer : document.issuer.id
  const key = /^did:key:(z\w+)$/.exec(issuer)?.[1]
  const isOurs =
    proof.type === 'DataIntegrityProof' &&
    proof.cryptosuite === 'eddsa-rdfc-2022' &&
    proof.proofPurpose === 'assertionMethod' &&
    proof.verificationMethod === `${issuer}#${key}`
  if (!key || !isOurs || typeof proofValue !== 'string') return false
  const parts = [{ '@context': document['@context'], ...config }, document]
  if (!parts.every(hasKnownContexts)) return false
  const hashes = await Promise.all(parts.map(async (part) => sha256(await canonicalQuads(part))))
  const isSigned = verify(null, Buffer.concat(hashes), ed25519(base58(key)), base58(proofValue))
  return isSigned && !(await Promise.all(parts.map(hasUnsignedField))).includes(true)
}

/** A multikey: the two bytes that say Ed25519, then the key. */
function ed25519(multikey: Buffer) {
  if (multikey.subarray(0, 2).toString('hex') !== 'ed01') throw new Error('not an Ed25519 key')
  const x = multikey.subarray(2).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Multibase with a `z`. */
function base58(text: string): Buffer {
  const digits = text.slice(1)
  const number = [...digits].reduce((all, digit) => all * 58n + BigInt(DIGITS.indexOf(digit)), 0n)
  const hex = number.toString(16)
  const zeros = /^1*/.exec(digits)?.[0].length ?? 0
  return Buffer.from('00'.repeat(zeros) + (hex.length % 2 ? `0${hex}` : hex), 'hex')
}
