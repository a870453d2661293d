import 'server-only'
import type { Role } from '@/domain/auth/role'
import { addAcceptedRole } from './act'
import type { Institution } from './institution'
import { addPerson, type Person } from './person'
import type { TableBatch } from './table-batch'

export type Staff = { administrator: Person; tutors: readonly Person[] }

/** Adds the people who run an institution: the given ones, and others until there are enough. */
export function addStaff(
  batch: TableBatch,
  institution: Institution,
  { administrator, tutors = [], count }: { administrator?: Person; tutors?: readonly Person[]; count: number },
): Staff {
  const { id: institutionId, createdAt: begun, nameArabic } = institution
  const person = () => addPerson(batch, { begun, function: 'other', institution: nameArabic, locale: 'ar' })
  const head = administrator ?? person()
  const give = ({ accountId }: Person, role: Role, by: string | null) =>
    addAcceptedRole(batch, { accountId, institutionId, role }, by, begun)
  give(head, 'administrator', null)
  const all = [...tutors, ...Array.from({ length: Math.max(0, count - tutors.length) }, person)]
  for (const tutor of all) give(tutor, 'tutor', head.accountId)
  return { administrator: head, tutors: all }
}
