import 'server-only'
import { cookies } from 'next/headers'
import { env } from '../env'

const TOKEN = /^[\w-]{32}$/
/** How long a person may take to sign in at her institution. */
export const VISIT_SECONDS = 600

function cookieOfVisit() {
  const secure = env().publicUrl.startsWith('https:')
  return { name: secure ? '__Host-sign-on' : 'sign-on', secure }
}

/** Stores the secret in a cookie with `SameSite=Lax`, because the browser comes back from another site. */
export async function rememberVisit(secret: string): Promise<void> {
  const { name, secure } = cookieOfVisit()
  ;(await cookies()).set(name, secret, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: VISIT_SECONDS })
}

/** The secret of the visit that this browser began; null if it began none. */
export async function visitSecret(): Promise<string | null> {
  const value = (await cookies()).get(cookieOfVisit().name)?.value ?? ''
  return TOKEN.test(value) ? value : null
}

export async function forgetVisit(): Promise<void> {
  const { name, secure } = cookieOfVisit()
  // With the same attributes: browsers keep a __Host- cookie if it is deleted without `Secure`.
  ;(await cookies()).delete({ name, secure, path: '/' })
}
