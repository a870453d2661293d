import { db } from '@/server/db/client'
import { insertInstitution } from '@/server/db/institution/institutions'
import { schoolWith } from '../sign-on'

/** An institution with this provider, whose people have addresses of the domain. @param id of the new institution */
export async function openSignOnSchool(id: string, issuer: string, domain: string): Promise<void> {
  const fields = {
    kind: 'school',
    nameArabic: 'معهد التكوين القضائي',
    nameLatin: 'Institut de formation',
    region: null,
  } as const
  await insertInstitution(db(), id, fields, new Date())
  await schoolWith(issuer, { institutionId: id, domains: [domain] })
}

export async function removeSignOnSchool(id: string): Promise<void> {
  const where = { institutionId: id }
  await db().linkedIdentity.deleteMany({ where })
  await db().signOnDomain.deleteMany({ where })
  await db().signOnProvider.deleteMany({ where })
  await db().institution.update({ where: { id }, data: { archivedAt: new Date() } })
}
