import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { signInPath } from '@/app/[locale]/require-person'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { type Permit, requirePermission } from '@/server/auth/permit'
import { currentActor } from '@/server/auth/session'

/** The permission to change one's own account: nobody else's can be named. @throws {AppError} sign-in-required */
export async function permitToChange(): Promise<Permit<'account:change'>> {
  const actor = await currentActor()
  if (actor.kind !== 'person') throw new AppError('sign-in-required', 'account form')
  return requirePermission('account:change', { accountId: actor.accountId })
}

/**
 * Leads who was signed out meanwhile to the door, before her form is looked at. Only without JavaScript: her form could not be
 * given back then, and its page would send the browser on with all that she typed, passwords too. With it the form stays.
 */
export async function signInFirst(locale: Locale): Promise<void> {
  const byScript = (await headers()).has('next-action')
  if (byScript || (await currentActor()).kind === 'person') return
  redirect(`${signInPath(locale, href(locale, '/account'))}&notice=not-saved`)
}
