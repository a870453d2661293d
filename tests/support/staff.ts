import { randomUUID } from 'node:crypto'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { Person } from '@/domain/auth/policy'
import type { Role } from '@/domain/auth/role'
import { isSigning, proofOf } from '@/domain/auth/roles-held'
import { makeSigner } from '@/domain/editorial/signer'
import { LOCALES } from '@/domain/locale'
import { SIGNED_KINDS } from '@/domain/signoff/entry-signoff'
import { AREAS, type Scope } from '@/domain/signoff/scope'
import { findStoredRoles, insertRole } from '@/server/db/auth/roles'
import { db, sql } from '@/server/db/client'
import { insertInstitution } from '@/server/db/institution/institutions'
import { insertPerson } from './people'

// The code's time lies in the future, so that it stays fresh for as long as a test may take.
const PROVED_AT = new Date(Date.now() + 3_600_000)

export async function makeInstitution(kind: InstitutionKind = 'school', nameLatin = 'École de magistrature') {
  const id = randomUUID()
  const fields = { kind, nameArabic: 'مدرسة القضاء', nameLatin, region: null }
  await insertInstitution(db(), id, fields, new Date())
  return id
}

/** The scope of a reviewer who reviews everything. */
export const FULL_SCOPE: Scope = {
  areas: [...AREAS],
  parts: [
    ...SIGNED_KINDS.map((kind) => `library:${kind}` as const),
    ...['fundamentals', 'detection', 'referral', 'trial', 'commission', 'awareness'].map(
      (id) => `course:${id}` as const,
    ),
  ],
  languages: [...LOCALES],
  function: 'Conseillère',
  body: 'Cour d’appel de Fès',
}

/** Gives a role as if she had always held it. @param scope of a reviewer */
export async function giveRole(
  accountId: string,
  role: Role,
  institutionId: string | null,
  scope: Scope = FULL_SCOPE,
): Promise<void> {
  const reviewer = role === 'reviewer' ? { scope, signer: makeSigner(Math.random) } : undefined
  await insertRole(db(), { accountId, institutionId, role, reviewer }, null, new Date())
}

/** Sets up a second factor, with a code just entered in every open browser. */
export async function passSecondFactor(accountId: string): Promise<void> {
  await db().secondFactor.create({ data: { accountId, secret: 'none', confirmedAt: new Date() } })
  await db().session.updateMany({ where: { accountId }, data: { provedAt: PROVED_AT } })
}

/** A person with a role, signed in with her second factor. */
export async function insertStaff(
  role: Role,
  institutionId: string | null,
  wanted?: Parameters<typeof insertPerson>[0],
) {
  const person = await insertPerson(wanted)
  await giveRole(person.accountId, role, institutionId)
  await passSecondFactor(person.accountId)
  return person
}

/** The actor of her next request. */
export async function actorNow({ accountId, sessionId }: { accountId: string; sessionId: string }): Promise<Person> {
  const { platform, institutions, reviewer, ...factor } = await findStoredRoles(sql(), accountId, sessionId)
  const proved = { proof: proofOf(factor, new Date()), signing: isSigning(factor, new Date()) }
  const roles = { platform, institutions, reviewer, ...proved }
  return { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar', roles }
}
