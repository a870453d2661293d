import type { Context } from '@/app/http/context'
import type { Crumb } from '@/components/ui/staff-page'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { permitFor } from '@/server/auth/permit'
import { openHeld } from '@/server/certificate/held'

export type HeldContext = Context<'institution' | 'number'>
export type HeldCertificate = Awaited<ReturnType<typeof openHeld>>

/** The address of the certificate's page, without its language. */
export function heldPath({ params: { institution, number } }: HeldContext): string {
  return `/institutions/${institution}/certificates/${number}`
}

/** The breadcrumbs of a certificate of an institution's course. */
export function heldCrumbs(institution: Names & { id: string }, { locale, t }: HeldContext): Crumb[] {
  const path = `/institutions/${institution.id}`
  return [
    { path, label: nameIn(institution, locale) },
    { path: `${path}/certificates`, label: t('proposals.title') },
  ]
}

/** The certificate, with the permit to propose a change to it. */
export async function heldToPropose({ caller, params }: HeldContext) {
  const held = await openHeld(caller, params.institution, params.number)
  return { held, permit: permitFor(held.permit.actor, 'certificate:propose', held.target) }
}
