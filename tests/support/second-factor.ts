import { readNewPasskey, readPasskeyAnswer } from '@/domain/auth/passkey'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { askForPasskey } from '@/server/account/second-factor/challenge'
import { readSecondFactor } from '@/server/account/second-factor/read-state'
import { registerPasskey, startPasskey } from '@/server/account/second-factor/register-passkey'
import { confirmSecondFactor, startSecondFactor } from '@/server/account/second-factor/set-up'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { codeAt } from './authenticator'
import { PasskeyDevice } from './passkey-device'
import { mayChange, PASSWORD } from './people'
import { visitOf } from './visit'

type Someone = { accountId: string; sessionId: string }

/** The secret that she is offered. */
export async function offeredSecret(person: Someone, now: Date): Promise<string> {
  const state = await readSecondFactor(mayChange(person), now)
  if (state.status !== 'offered') throw new Error(`her second factor is ${state.status}`)
  return state.secret
}

/** Offers her a secret for an authenticator app. */
export async function startFor(person: Someone, now: Date, password = PASSWORD): Promise<void> {
  await startSecondFactor(mayChange(person), password, visitOf({ now }))
}

/** Sets up an authenticator app for her, whose first code is that of `now`. */
export async function setUpFor(person: Someone, now: Date, password = PASSWORD) {
  await startFor(person, now, password)
  const secret = await offeredSecret(person, now)
  const code = { kind: 'app', digits: codeAt(secret, now) } as const
  const confirmed = await confirmSecondFactor(mayChange(person), code, now)
  if (confirmed.status !== 'confirmed') throw new Error(`the first code is ${confirmed.status}`)
  return { secret, recoveryCodes: confirmed.recoveryCodes }
}

/** The challenge of the passkey that she registers. */
export async function registeringChallenge(person: Someone, now: Date): Promise<string> {
  const state = await readSecondFactor(mayChange(person), now)
  if (state.status !== 'registering') throw new Error(`her second factor is ${state.status}`)
  return state.challenge
}

/** Registers a passkey as her first second factor. */
export async function passkeyFor(person: Someone, now: Date, password = PASSWORD) {
  await startPasskey(mayChange(person), password, visitOf({ now }))
  return registerWith(person, new PasskeyDevice(env().publicUrl), now)
}

/** Registers the passkey of a device, once she has begun. */
export async function registerWith(person: Someone, device: PasskeyDevice, now: Date) {
  const answer = readNewPasskey(device.register({ challenge: await registeringChallenge(person, now) }))
  if (!answer) throw new Error('the device gave no answer')
  const made = await registerPasskey(mayChange(person), { answer, name: 'Firefox, Linux' }, now)
  if (made.status !== 'registered') throw new Error(`her passkey is ${made.status}`)
  const { id } = await db().passkey.findUniqueOrThrow({ where: { credentialId: device.id } })
  return { device, id, recoveryCodes: made.recoveryCodes }
}

/** What her device signs now, as the code that a form sends. */
export async function signedBy(device: PasskeyDevice, person: Someone, now: Date, more: Partial<Signed> = {}) {
  const { challenge } = await askForPasskey(mayChange(person), 'prove', now)
  return passkeyCode(device.prove({ challenge, ...more }))
}
type Signed = Parameters<PasskeyDevice['prove']>[0]

export function passkeyCode(json: string): SecondFactorCode {
  const answer = readPasskeyAnswer(json)
  if (!answer) throw new Error('the device gave no answer')
  return { kind: 'passkey', answer }
}
