import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { href } from '@/components/shell/paths'
import type { Person } from '@/domain/access/policy'
import type { Locale } from '@/domain/locale'
import { currentActor } from '@/server/auth/session'

/** The address of the sign-in page that leads back to `next`. */
export function signInPath(locale: Locale, next: string): string {
  return `${href(locale, '/sign-in')}?next=${encodeURIComponent(next)}`
}

/** Who reads a private page. Who is signed out signs in first and comes back to this very page. */
export async function requirePerson(locale: Locale): Promise<Person> {
  const actor = await currentActor()
  if (actor.kind === 'person') return actor
  const request = await headers()
  redirect(signInPath(locale, `${request.get('x-pathname') ?? href(locale, '/')}${request.get('x-search') ?? ''}`))
}
