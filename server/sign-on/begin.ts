import 'server-only'
import { createHash } from 'node:crypto'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Visit } from '../account/request-info'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { db } from '../db/client'
import { findProvider, findSchoolsWithProvider, type SchoolWithProvider } from '../db/sign-on/sign-on-providers'
import { insertVisit } from '../db/sign-on/sign-on-visits'
import { env } from '../env'
import { expectedError } from '../expected-error'
import { log } from '../log'
import { secretToken } from '../random'
import { makeSecrets, openProvider, signOnUrl } from './client'
import { ProviderError } from './provider-error'
import { rememberVisit, VISIT_SECONDS } from './visit-cookie'

/** The institutions whose people can sign on with the accounts that they have there, by name. */
export function schoolsToSignOn(): Promise<SchoolWithProvider[]> {
  return findSchoolsWithProvider(db())
}

/**
 * Whether any institution has a provider. False if the database does not answer, so that the password page is still
 * shown.
 */
export async function offersSignOn(): Promise<boolean> {
  try {
    return (await schoolsToSignOn()).length > 0
  } catch (error) {
    if (expectedError(error)?.code === 'unavailable') return false
    throw error
  }
}

/** The callback address for the provider of an institution. Each institution has its own. */
export function redirectUriOf(institutionId: string): string {
  return new URL(`/api/auth/callback/${institutionId}`, env().publicUrl).href
}

/** The authentication contexts of a provider that the settings accept as a second factor. */
export function contextsOf(issuer: string): string[] {
  return env()
    .signOnAcr.filter((accepted) => accepted.issuer === issuer)
    .map(({ acr }) => acr)
}

/** Only the hash is stored. The secret has 192 random bits and cannot be guessed. */
export function visitHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export type Wanted = {
  institutionId: string
  locale: Locale
  /** The page to open afterwards: a safe path of this site. */
  next: string | null
  /** For somebody who is signed in and wants to link the identity to her account. */
  linker: Permit<'account:change'> | null
}
export type Begun = { url: string; school: Names }

/**
 * Begins a visit to the provider of an institution: stores the secrets with which only this browser can come back, and
 * returns the address to go to. Only for route handlers.
 *
 * @returns null if the provider does not answer. @throws {AppError} not-found if the institution has none,
 * too-many-requests
 */
export async function beginVisit(
  wanted: Wanted,
  { address, now }: Pick<Visit, 'address' | 'now'>,
): Promise<Begun | null> {
  await spendLimit('sign-on', address, now)
  const { institutionId, locale } = wanted
  const row = await findProvider(db(), institutionId)
  const school = (await schoolsToSignOn()).find((one) => one.institutionId === institutionId)
  if (!row || !school) throw new AppError('not-found', 'provider')
  const secrets = makeSecrets()
  const asked = {
    ...secrets,
    redirectUri: redirectUriOf(institutionId),
    locale,
    contexts: contextsOf(row.issuer),
    again: wanted.linker !== null,
  }
  const url = await openProvider(row, now)
    .then((provider) => signOnUrl(provider, asked))
    .catch((error: unknown) => noteAway(institutionId, error))
  if (!url) return null
  await storeVisit(wanted, row.issuer, secrets, now)
  return { url: url.href, school }
}

async function storeVisit(
  { institutionId, locale, next, linker }: Wanted,
  issuer: string,
  secrets: ReturnType<typeof makeSecrets>,
  now: Date,
): Promise<void> {
  const secret = secretToken()
  const expiresAt = new Date(now.getTime() + VISIT_SECONDS * 1000)
  const sessionId = linker?.actor.sessionId ?? null
  const visit = { hash: visitHash(secret), institutionId, issuer, ...secrets, locale, next, sessionId, expiresAt }
  await insertVisit(db(), visit)
  await rememberVisit(secret)
}

function noteAway(institutionId: string, error: unknown): null {
  if (!(error instanceof ProviderError)) throw error
  log('sign-on-not-begun', { institutionId, reason: error.reason })
  return null
}
