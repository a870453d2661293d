import { randomUUID } from 'node:crypto'
import { permitFor } from '@/server/auth/permit'
import { proposeContact } from '@/server/contact/contacts'
import { decideContact } from '@/server/contact/decide-contact'
import { db } from '@/server/db/client'
import { CONTACT } from '../contacts'
import { actorNow } from '../staff'

type Someone = { accountId: string; sessionId: string }

const REGION = '05'

/** Gives an institution a region, two accepted contacts and a proposed change of one. @returns the id of the change. */
export async function proposeContacts(by: Someone, institutionId: string, decider: Someone): Promise<string> {
  await db().institution.update({ where: { id: institutionId }, data: { region: REGION } })
  const now = new Date()
  const permit = permitFor(await actorNow(by), 'contact:propose', { institutionId })
  const [shown, awaiting] = [randomUUID(), randomUUID()]
  const words = { addressLatin: '12, rue de l’Olivier', hoursArabic: 'من الاثنين إلى الجمعة', email: 'a@example.ma' }
  const decides = permitFor(await actorNow(decider), 'contact:decide', { proposedBy: by.accountId })
  for (const [id, service] of [
    [shown, 'shelter'],
    [randomUUID(), 'health'],
  ] as const) {
    await proposeContact(permit, { id, replacesId: null, fields: { ...CONTACT, ...words, service } }, now)
    await decideContact(decides, { id }, { answer: 'accept' }, now)
  }
  const change = { ...CONTACT, ...words, phone: '0537999999', nameLatin: 'Centre d’hébergement du Moyen Atlas' }
  await proposeContact(permit, { id: awaiting, replacesId: shown, fields: change }, now)
  return awaiting
}
