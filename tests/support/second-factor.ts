import { readSecondFactor } from '@/server/account/second-factor/read-state'
import { confirmSecondFactor, startSecondFactor } from '@/server/account/second-factor/set-up'
import { codeAt } from './authenticator'
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
