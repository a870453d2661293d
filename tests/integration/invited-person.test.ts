import { expect, it } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { acceptInvitation } from '@/server/cohort/accept-invitation'
import { findInvitedPerson } from '@/server/cohort/invited-person'
import { sendInvitation } from '@/server/cohort/people/send-invitation'
import { withdraw } from '@/server/cohort/people/withdraw'
import { db } from '@/server/db/client'
import { findMember, insertMember } from '@/server/db/cohort/cohort-members'
import { makeCohort, makeSchool, mayEnrol, tokenFor } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'

const DAY_MS = 86_400_000
const LISTED = {
  email: 'amina@example.ma',
  nameArabic: 'أمينة التازي',
  nameLatin: 'Amina Tazi',
  function: 'juvenile-judge',
  institution: 'Cour d’appel de Fès',
  locale: 'fr',
}

/** A person whom a school has invited, with the secret of her link. */
async function invited(listed: Partial<typeof LISTED> = {}) {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const person = { ...LISTED, ...listed, cohortId: cohort.id, accountId: null, status: 'invited' } as const
  const memberId = (await insertMember(db(), person, null, NOW)) ?? ''
  const member = await findMember(db(), memberId)
  if (!member) throw new Error('no place')
  await db().$transaction((tx) => sendInvitation(tx, member, cohort, NOW))
  return { school, cohort, memberId, secret: await tokenFor(memberId) }
}

it('shows the holder of the link what the school’s roster says of her, as often as she opens it', async () => {
  const { secret } = await invited()

  expect(await findInvitedPerson(secret, NOW)).toEqual(LISTED)
  expect(await findInvitedPerson(secret, NOW)).toEqual(LISTED)
})

it('leaves empty what the list does not say, and a function in words of its own', async () => {
  const unsaid = { nameArabic: '', nameLatin: '', institution: '' }

  const nothing = await invited({ ...unsaid, function: '' })
  expect(await findInvitedPerson(nothing.secret, NOW)).toEqual({ ...LISTED, ...unsaid, function: null })
  const words = await invited({ function: 'Conseillère rapporteuse' })
  expect(await findInvitedPerson(words.secret, NOW)).toEqual({ ...LISTED, function: null })
})

it('tells nothing by a secret that is wrong, too old, replaced or withdrawn', async () => {
  const { school, cohort, memberId, secret } = await invited()
  expect(await findInvitedPerson('', NOW)).toBeNull()
  expect(await findInvitedPerson(`${secret}x`, NOW)).toBeNull()
  expect(await findInvitedPerson(secret, new Date(NOW.getTime() + 22 * DAY_MS))).toBeNull()

  const member = await findMember(db(), memberId)
  if (member) await db().$transaction((tx) => sendInvitation(tx, member, cohort, NOW))
  expect(await findInvitedPerson(secret, NOW)).toBeNull()
  const newer = await tokenFor(memberId)
  expect(await findInvitedPerson(newer, NOW)).toEqual(LISTED)
  await withdraw(await mayEnrol(school, cohort), memberId, 'inscrite par erreur', NOW)
  expect(await findInvitedPerson(newer, NOW)).toBeNull()
})

it('tells nothing once the place is somebody’s, or the cohort is archived', async () => {
  const taken = await invited()
  const { accountId, sessionId } = await insertPerson()
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  await acceptInvitation(permitFor(actor, 'cohort:join', {}), taken.secret, NOW)
  expect(await findInvitedPerson(taken.secret, NOW)).toBeNull()

  const archived = await invited()
  await db().cohort.update({ where: { id: archived.cohort.id }, data: { archivedAt: NOW } })
  expect(await findInvitedPerson(archived.secret, NOW)).toBeNull()

  // A person who left and is invited again has an account to sign in to.
  const back = await invited()
  await db().cohortMember.update({ where: { id: back.memberId }, data: { accountId } })
  expect(await findInvitedPerson(back.secret, NOW)).toBeNull()
})
