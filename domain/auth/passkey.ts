import { z } from 'zod'
import { lineSchema } from '../form/plain-line'

/** How many passkeys an account may have. */
export const MOST_PASSKEYS = 10
export const LONGEST_PASSKEY_NAME = 60
/** How long a challenge is valid. */
export const CHALLENGE_MINUTES = 5
/** In characters of JSON. An answer with the largest key (RSA, 2048 bits) has fewer than 2000. */
const LONGEST_ANSWER = 8192

/**
 * The purpose of a challenge: to register the first second factor of an account, to register another one, to prove
 * identity by one's own passkey, or by a passkey of another account. A challenge is accepted for its own purpose only.
 */
export type ChallengeKind = 'register-first' | 'register-another' | 'prove' | 'prove-other'
/** The challenges that a script of the site requests. A registration begins with a form. */
export const ASKED_CHALLENGES = ['prove', 'prove-other'] as const satisfies readonly ChallengeKind[]
export const askedChallengeSchema = z.object({ kind: z.enum(ASKED_CHALLENGES) })

const base64url = z.string().regex(/^[\w-]+$/)
/** The standard allows 1023 bytes. */
const credentialId = base64url.max(1364)
const credential = { id: credentialId, rawId: credentialId, type: z.literal('public-key') }

/** The answer of `navigator.credentials.get`, as JSON. Other members are ignored. */
const provedSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
})
export type PasskeyAnswer = z.infer<typeof provedSchema>

/** The answer of `navigator.credentials.create`, as JSON. */
const registeredSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .catch([])
      .default([]),
  }),
})
export type NewPasskeyAnswer = z.infer<typeof registeredSchema>

/** @returns null if the text is not the answer of a browser. */
export function readPasskeyAnswer(text: string): PasskeyAnswer | null {
  return provedSchema.safeParse(parse(text)).data ?? null
}

/** @returns null if the text is not the answer of a browser. */
export function readNewPasskey(text: string): NewPasskeyAnswer | null {
  return registeredSchema.safeParse(parse(text)).data ?? null
}

function parse(text: string): unknown {
  if (text.length > LONGEST_ANSWER) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const passkeyNameSchema = z.object({ name: lineSchema(LONGEST_PASSKEY_NAME) })

/**
 * Whether a passkey may have counted its signatures from `stored` to `next`. Many never count and always report 0. If
 * the counter goes back or stands still, the passkey was probably copied.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-sign-counter
 */
export function isCounterValid(stored: number, next: number): boolean {
  return next > stored || (stored === 0 && next === 0)
}
