import { randomUUID } from 'node:crypto'
import { db } from '@/server/db/client'
import { insertPerson } from './people'
import { insertStaff, makeInstitution } from './staff'

const HOUR_MS = 3_600_000
export const fromNow = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

/** A seminar that begins and ends some hours from now, with its organiser. */
export async function seminarAt(from: number, to: number, more: { status?: string; listed?: string } = {}) {
  const institutionId = await makeInstitution()
  const { id } = await db().seminar.create({
    data: {
      ...{ institutionId, status: 'open', listed: 'public', ...more },
      ...{ titles: { fr: 'Séminaire', ar: 'ندوة' }, startsAt: fromNow(from), endsAt: fromNow(to) },
    },
  })
  return { seminar: id, institution: institutionId, organiser: await insertStaff('administrator', institutionId) }
}

/** A person who takes part in a seminar, or waits, or has withdrawn. */
export async function takingPart(seminarId: string, status = 'registered') {
  const person = await insertPerson()
  await db().seminarRegistration.create({
    data: {
      ...{ id: randomUUID(), seminarId, accountId: person.accountId, status },
      ...{ statusSince: new Date(), source: 'open' },
    },
  })
  return person
}
