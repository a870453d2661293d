import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import { CHALLENGE_MINUTES, type NewPasskeyAnswer, type PasskeyAnswer } from '@/domain/auth/passkey'
import { env } from '../env'

const CHALLENGE_BYTES = 32
/** The form of a challenge. Other text from a browser may contain characters that the database cannot store. */
const CHALLENGE = /^[\w-]{1,100}$/
const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000
/** The COSE identifiers of ES256, RS256 and EdDSA: every authenticator in use supports one of them. */
const ALGORITHMS = [-7, -257, -8]

/** A passkey as the browser and the checks of its signatures need it. */
type Credential = { id: string; publicKey: Uint8Array; counter: number; transports: string[] }
export type RegistrationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>
export type ProofOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>
/** `site`: the name of the site, which some devices show. */
type Owner = { accountId: string; email: string; name: string; site: string }

/** Random bytes in base64url, which a passkey has to sign. */
export function newChallenge(): string {
  return randomBytes(CHALLENGE_BYTES).toString('base64url')
}

/**
 * What the browser needs to make a passkey. It is a second factor beside a password, so it need not check who holds it
 * (`userVerification`), and its maker need not be known (`attestationType`). If the device can, it stores the account
 * in the passkey (`residentKey`): otherwise the browser cannot find the passkey when the server does not list those of
 * the account.
 *
 * @param others passkeys of the account: a device that holds one of them makes no second one.
 */
export function registrationOptions(
  challenge: string,
  { accountId, email, name, site }: Owner,
  others: readonly Pick<Credential, 'id' | 'transports'>[],
): Promise<RegistrationOptions> {
  return generateRegistrationOptions({
    rpName: site,
    rpID: rpId(),
    userID: handleOf(accountId),
    userName: email,
    userDisplayName: name,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: [...others],
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** The passkey that an answer makes; null unless the answer is valid for this site and this challenge. */
export async function verifyRegistration(answer: NewPasskeyAnswer, challenge: string): Promise<Credential | null> {
  const { transports, ...response } = answer.response
  const verified = await unlessWrong(() =>
    verifyRegistrationResponse({
      response: { ...answer, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: env().publicUrl,
      expectedRPID: rpId(),
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verified?.verified) return null
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { id, publicKey, counter, transports }
}

/** @param mine empty: the browser offers the passkeys that it has for this site. */
export function proofOptions(
  challenge: string,
  mine: readonly Pick<Credential, 'id' | 'transports'>[],
): Promise<ProofOptions> {
  return generateAuthenticationOptions({
    rpID: rpId(),
    challenge: bytesOf(challenge),
    allowCredentials: [...mine],
    timeout: TIMEOUT_MS,
    userVerification: 'preferred',
  })
}

/**
 * The signature counter of the passkey; null unless the answer is valid for this site, this challenge and this passkey.
 * The caller decides whether the counter is acceptable.
 */
export async function verifyProof(
  answer: PasskeyAnswer,
  challenge: string,
  { id, publicKey }: Pick<Credential, 'id' | 'publicKey'>,
): Promise<number | null> {
  const verified = await unlessWrong(() =>
    verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: env().publicUrl,
      expectedRPID: rpId(),
      // With the stored counter, the package would throw the same error for a decreased counter as for a wrong
      // signature.
      credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: false,
    }),
  )
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}

/** The challenge that an answer claims to have signed, not verified yet; null if it has no well-formed one. */
export function claimedChallenge({ response }: PasskeyAnswer | NewPasskeyAnswer): string | null {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON)
    return CHALLENGE.test(challenge) ? challenge : null
  } catch {
    return null
  }
}

/** The package throws an error for whatever is wrong with an answer. */
async function unlessWrong<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}

const rpId = () => new URL(env().publicUrl).hostname
const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'))
/**
 * The WebAuthn user handle. The device stores it and shows it to its holder, so it must reveal nothing of the person.
 */
const handleOf = (accountId: string) => new Uint8Array(createHash('sha256').update(`passkey ${accountId}`).digest())
