import type { EntryFields } from '@/domain/cohort/entry/entry-form'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { changeEntry } from '@/server/cohort/entry/entry-settings'
import { db } from '@/server/db/client'
import { findEntry } from '@/server/db/cohort/cohort-entries'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import type { School } from './cohorts'
import { NOW } from './exam-room'
import { insertPerson } from './people'
import { actorNow } from './staff'

export async function mayChangeCohort({ administrator }: Pick<School, 'administrator'>, cohort: CohortRow) {
  return permitFor(await actorNow(administrator), 'cohort:change', targetOf(cohort))
}

/** Opens a cohort for self-enrolment, by default with a code and without approval. @returns the code. */
export async function openEntry(school: School, cohort: CohortRow, fields: Partial<EntryFields> = {}): Promise<string> {
  const all = { way: 'code', domains: [], approval: false, ...fields } as const
  await changeEntry(await mayChangeCohort(school, cohort), all, NOW)
  return (await findEntry(db(), cohort.id)).code ?? ''
}

/** A person with an account, and her permit to join. */
export async function mayJoin(overrides: Parameters<typeof insertPerson>[0] = {}) {
  const person = await insertPerson(overrides)
  const { accountId, sessionId } = person
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  return { ...person, permit: permitFor(actor, 'cohort:join', {}) }
}
