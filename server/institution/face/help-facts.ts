import 'server-only'
import type { Caller } from '../../auth/caller'
import { sql } from '../../db/client'
import { findHelp } from '../../db/institution/institution-faces'
import { env } from '../../env'

type Names = { nameArabic: string; nameLatin: string }
/** Whom to ask. `school`: null for the platform itself. At least one of `email` and `phone` is set. */
export type HelpContact = { school: Names | null; email: string | null; phone: string | null }

/** The contacts of the platform, and of the institutions in whose cohorts the reader takes part. */
export async function helpFacts(caller: Caller): Promise<HelpContact[]> {
  const { helpEmail: email = null, helpPhone: phone = null } = env()
  const actor = await caller.actor()
  const schools = actor.kind === 'person' ? await findHelp(sql(), actor.accountId) : []
  return [
    ...(email || phone ? [{ school: null, email, phone }] : []),
    ...schools.map(({ helpEmail, helpPhone, ...school }) => ({ school, email: helpEmail, phone: helpPhone })),
  ]
}
