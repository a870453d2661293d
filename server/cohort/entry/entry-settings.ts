import 'server-only'
import { type Entry, opensByCode } from '@/domain/cohort/entry/entry'
import { makeEntryCode } from '@/domain/cohort/entry/entry-code'
import type { EntryFields } from '@/domain/cohort/entry/entry-form'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { type Db, db } from '../../db/client'
import { findEntry, hasCode, saveEntry } from '../../db/cohort/cohort-entries'
import { secureRandom } from '../../random'
import { requireOpen } from '../save-cohort'

/** The self-enrolment of a cohort, with its code, for those who run it. */
export async function entryOf({ target }: Permit<'cohort:read'> | Permit<'cohort:change'>): Promise<Entry> {
  return findEntry(db(), target.cohortId)
}

/** Makes a code when one is first needed; an existing code stays. @throws {AppError} not-found, conflict */
export async function changeEntry(permit: Permit<'cohort:change'>, fields: EntryFields, now: Date): Promise<void> {
  await change(permit, 'entry-changed', now, async (tx, { code }) => ({
    ...fields,
    code: code ?? (opensByCode(fields) ? await freshCode(tx) : null),
  }))
}

/** Replaces the code. The old one no longer works. @throws {AppError} not-found, conflict */
export async function renewCode(permit: Permit<'cohort:change'>, now: Date): Promise<void> {
  await change(permit, 'entry-code-renewed', now, async (tx, entry) => {
    if (!opensByCode(entry)) throw new AppError('conflict', 'no code opens it')
    return { ...entry, code: await freshCode(tx) }
  })
}

async function change(
  { actor, target }: Permit<'cohort:change'>,
  act: 'entry-changed' | 'entry-code-renewed',
  now: Date,
  changed: (tx: Db, before: Entry) => Promise<Entry>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id: cohortId, institutionId } = await requireOpen(tx, target.cohortId)
    const entry = await changed(tx, await findEntry(tx, cohortId))
    await saveEntry(tx, cohortId, entry, now)
    const { way, approval, domains } = entry
    const details = { cohortId, way, approval, domains: [...domains] }
    await recordAct(tx, { act, actorId: actor.accountId, institutionId, details }, now)
  })
}

async function freshCode(tx: Db): Promise<string> {
  let code = makeEntryCode(secureRandom)
  while (await hasCode(tx, code)) code = makeEntryCode(secureRandom)
  return code
}
