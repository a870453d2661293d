import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Texts } from '@/domain/announcement/announcement'
import type { Letter } from '@/domain/letter/letter'
import { chooseLetters } from '@/server/account/letters/choose-letters'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { openAnnouncement } from '@/server/announcement/announcement-page'
import { myAnnouncements, recentOf } from '@/server/announcement/my-announcements'
import { sendDueAnnouncements, sendOneBatch } from '@/server/announcement/send-due-announcements'
import { sendTest } from '@/server/announcement/send-test'
import {
  changeAnnouncement,
  deleteAnnouncement,
  holdAnnouncement,
  keepDraft,
  sendAnnouncement,
  withdrawAnnouncement,
} from '@/server/announcement/write-announcement'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { withdraw } from '@/server/cohort/people/withdraw'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { db, sql } from '@/server/db/client'
import { type CohortRow, findCohort } from '@/server/db/cohort/cohorts'
import { sendFailedAgain } from '@/server/db/mail/mails'
import { writeLetter } from '@/server/mail/letter'
import { recipientsOf } from '@/server/mail/store-letters'
import { insertAccounts } from '@/tests/support/accounts'
import { insertParticipant, insertPlace, makeCohort, makeSchool, mayEnrol } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { actorNow, insertStaff } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS)
const WORDS: Texts = {
  ar: { subject: 'ندوة', text: 'يوم **الخميس**.' },
  fr: { subject: 'Séminaire', text: 'Jeudi, [programme](https://example.ma).' },
}

async function makeFollowed() {
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId, {
    nameArabic: 'هدى المرابط',
    nameLatin: 'Houda Mrabet',
  })
  const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
  const permit = permitFor(await actorNow(tutor), 'cohort:announce', targetOf(cohort))
  return { school, tutor, cohort, permit }
}
type Made = Awaited<ReturnType<typeof makeFollowed>>

async function draft({ permit }: Pick<Made, 'permit'>, texts = WORDS, to: readonly string[] = []) {
  const id = randomUUID()
  await keepDraft(permit, id, { audience: 'everybody', texts, to }, NOW)
  return id
}
async function sent(made: Pick<Made, 'permit'>, to: readonly string[] = [], now = NOW) {
  const id = await draft(made, WORDS, to)
  await sendAnnouncement(made.permit, id, { version: 1, at: null }, now)
  await sendDueAnnouncements(now)
  return id
}
const stateOf = async (id: string) => (await db().announcement.findUniqueOrThrow({ where: { id } })).state
const fatesOf = async (id: string) => {
  const rows = await db().announcementRecipient.findMany({ where: { announcementId: id } })
  return Object.fromEntries(rows.map(({ memberId, fate }) => [memberId, fate]))
}
const lettersTo = (accountId: string) => db().mail.findMany({ where: { accountId, kind: 'announcement' } })
const archive = async (cohort: CohortRow, { administrator }: Made['school']) =>
  archiveCohort(permitFor(await actorNow(administrator), 'cohort:change', targetOf(cohort)), NOW)

describe('an announcement', () => {
  it('reaches each active member by letter and on her page, in her language or else in the cohort’s', async () => {
    const made = await makeFollowed()
    const french = await insertParticipant(made.cohort, { locale: 'fr', nameLatin: 'Amina Tazi' })
    const english = await insertParticipant(made.cohort, { locale: 'en' })
    const waiting = await insertPlace(made.cohort, { status: 'invited' })

    const id = await sent(made)

    expect(await stateOf(id)).toBe('sent')
    expect(await fatesOf(id)).toEqual({ [french.memberId]: 'letter', [english.memberId]: 'letter' })
    expect(await db().mail.count({ where: { memberId: waiting.id } })).toBe(0)
    const written = writeLetter((await lettersTo(french.accountId))[0]?.letter as Letter)
    expect(written).toMatchObject({ subject: 'Séminaire', text: expect.stringContaining('Amina Tazi') })
    expect(written.text).toContain('Jeudi, programme (https://example.ma).')
    expect(written.text).toContain(`/fr/learning/messages#told-${id}`)
    expect(written.text).toContain('Houda Mrabet, École de magistrature')
    // The announcement has no English text, so this reader gets the language of the cohort.
    const other = writeLetter((await lettersTo(english.accountId))[0]?.letter as Letter)
    expect(other.subject).toBe('Séminaire')
    expect(other.html).toContain('<div lang="fr" dir="ltr">')
    expect(await myAnnouncements(mayRead(french), 'ar')).toMatchObject([
      { id, subject: 'ندوة', locale: 'ar', cohort: made.cohort.name, current: true },
    ])
    const acts = await db().auditEntry.findMany({ where: { act: 'announcement-sent', actorId: made.tutor.accountId } })
    expect(acts).toMatchObject([{ subjectId: null, details: { announcementId: id, cohortId: made.cohort.id } }])
  })

  it('is shown without a letter to people who had one within the week, and the preview counts them', async () => {
    const made = await makeFollowed()
    const [first, second] = [await insertParticipant(made.cohort), await insertParticipant(made.cohort)]
    await sent(made, [first.memberId])

    const id = await draft(made)
    const preview = await openAnnouncement({ cohort: made.cohort, permit: made.permit }, id, later(1))
    await sendAnnouncement(made.permit, id, { version: 1, at: null }, later(1))
    await sendDueAnnouncements(later(1))

    expect(preview).toMatchObject({
      letters: 1,
      pageOnly: 1,
      previews: [
        { locale: 'ar', people: 0 },
        { locale: 'fr', people: 2, textIn: 'fr' },
      ],
    })
    expect(await fatesOf(id)).toEqual({ [first.memberId]: 'page', [second.memberId]: 'letter' })
    expect(await lettersTo(first.accountId)).toHaveLength(1)
    expect(await myAnnouncements(mayRead(first), 'fr')).toHaveLength(2)
  })

  it('sends no letter to a person who has stopped such letters, and is shown on her page only', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    await chooseLetters(mayChange(her), { announcements: false }, NOW)

    const id = await sent(made)

    expect(await fatesOf(id)).toEqual({ [her.memberId]: 'page' })
    expect(await lettersTo(her.accountId)).toEqual([])
  })

  it('goes only to the people whom it names, who must be members of its cohort', async () => {
    const made = await makeFollowed()
    const [named, other] = [await insertParticipant(made.cohort), await insertParticipant(made.cohort)]
    const elsewhere = await insertParticipant(await makeCohort(made.school))

    const id = await sent(made, [named.memberId])

    expect(await fatesOf(id)).toEqual({ [named.memberId]: 'letter' })
    expect(await myAnnouncements(mayRead(other), 'fr')).toEqual([])
    await expect(draft(made, WORDS, [elsewhere.memberId])).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves out a person who has left between the preview and the sending', async () => {
    const made = await makeFollowed()
    const [stays, leaves] = [await insertParticipant(made.cohort), await insertParticipant(made.cohort)]
    const id = await draft(made, WORDS, [stays.memberId, leaves.memberId])
    await withdraw(await mayEnrol(made.school, made.cohort), leaves.memberId, 'Mutation', NOW)

    await sendAnnouncement(made.permit, id, { version: 1, at: null }, NOW)
    await sendDueAnnouncements(NOW)

    expect(await fatesOf(id)).toEqual({ [stays.memberId]: 'letter', [leaves.memberId]: 'left' })
    expect(await myAnnouncements(mayRead(leaves), 'fr')).toEqual([])
  })

  it('goes once, however often its button and that of its draft are pressed', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    const id = randomUUID()
    const keep = () => keepDraft(made.permit, id, { audience: 'everybody', texts: WORDS, to: [] }, NOW)
    await Promise.all([keep(), keep()])

    const press = () => sendAnnouncement(made.permit, id, { version: 1, at: null }, NOW)
    await Promise.all([press(), press()])
    await Promise.all([sendDueAnnouncements(NOW), sendDueAnnouncements(NOW)])
    await press()

    expect(await lettersTo(her.accountId)).toHaveLength(1)
    expect(await db().auditEntry.count({ where: { act: 'announcement-sent', actorId: made.tutor.accountId } })).toBe(1)
  })
})

describe('submitting the form of a draft again', () => {
  it('changes the draft once if the words are others', async () => {
    const made = await makeFollowed()
    const id = await draft(made)
    const texts: Texts = { fr: { subject: 'Séminaire', text: 'Vendredi.' } }
    const again = () => keepDraft(made.permit, id, { audience: 'late', texts, to: [] }, later(1))
    await again()
    await again()

    const row = await db().announcement.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ texts, audience: 'late', version: 2 })
    await expect(sendAnnouncement(made.permit, id, { version: 1, at: null }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is refused once the message has left, or a colleague has changed it', async () => {
    const made = await makeFollowed()
    await insertParticipant(made.cohort)
    const [left, changed] = [await sent(made), await draft(made)]
    const theirs: Texts = { fr: { subject: 'Séminaire', text: 'Samedi.' } }
    await changeAnnouncement(made.permit, changed, { audience: 'everybody', texts: theirs, version: 1 }, NOW)

    const texts: Texts = { fr: { subject: 'Séminaire', text: 'Vendredi.' } }
    for (const id of [left, changed]) {
      const again = keepDraft(made.permit, id, { audience: 'everybody', texts, to: [] }, later(1))
      await expect(again).rejects.toMatchObject({ code: 'conflict' })
    }
    expect(await db().announcement.findUnique({ where: { id: changed } })).toMatchObject({ texts: theirs })
  })
})

describe('deleting the account of a person who is named', () => {
  it('deletes the announcements to her alone, sent or not', async () => {
    const made = await makeFollowed()
    const [her, other] = [await insertParticipant(made.cohort), await insertParticipant(made.cohort)]
    const alone = [await sent(made, [her.memberId]), await draft(made, WORDS, [her.memberId])]
    const scheduled = await draft(made, WORDS, [her.memberId])
    await sendAnnouncement(made.permit, scheduled, { version: 1, at: later(48) }, NOW)
    const unclaimed = await insertPlace(await makeCohort(made.school), { status: 'invited', email: her.email })
    const elsewhere = await findCohort(sql(), unclaimed.cohortId)
    if (!elsewhere) throw new Error('the cohort is missing')
    const atHerAddress = randomUUID()
    await db().announcement.create({
      data: {
        ...{
          id: atHerAddress,
          cohortId: elsewhere.id,
          audience: 'chosen',
          texts: WORDS,
          createdAt: NOW,
          changedAt: NOW,
        },
        people: { create: { memberId: unclaimed.id } },
      },
    })
    const both = await sent(made, [her.memberId, other.memberId])
    const everybody = await sent(made)

    await deleteAccount(mayChange(her), PASSWORD, visitOf())

    const gone = { id: { in: [...alone, scheduled, atHerAddress] } }
    expect(await db().announcement.count({ where: gone })).toBe(0)
    expect(Object.keys(await fatesOf(both))).toEqual([other.memberId])
    expect(await stateOf(everybody)).toBe('sent')
    await deleteAccount(mayChange(other), PASSWORD, visitOf())
    expect(await db().announcement.findMany({ where: { id: { in: [both, everybody] } } })).toMatchObject([
      { id: everybody },
    ])
  })
})

describe('an announcement that has not left yet', () => {
  it('waits for its time, and can be held back, changed and deleted', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    const id = await draft(made)
    const send = (version: number) => sendAnnouncement(made.permit, id, { version, at: later(2) }, NOW)
    await send(1)
    await send(1)
    await sendDueAnnouncements(later(1))
    expect([await stateOf(id), await fatesOf(id)]).toEqual(['scheduled', {}])

    const texts = { fr: { subject: 'Autre', text: 'Texte' } }
    await changeAnnouncement(made.permit, id, { audience: 'everybody', texts, version: 1 }, NOW)
    await sendDueAnnouncements(later(3))
    expect(await stateOf(id)).toBe('draft')

    await send(2)
    await holdAnnouncement(made.permit, id)
    await sendDueAnnouncements(later(3))
    expect(await lettersTo(her.accountId)).toEqual([])
    await deleteAnnouncement(made.permit, id)
    expect(await db().announcement.count({ where: { id } })).toBe(0)
  })

  it('is neither sent nor changed by a person who has seen an older version', async () => {
    const made = await makeFollowed()
    const id = await draft(made)
    const change = { audience: 'everybody', texts: WORDS, version: 1 } as const
    await changeAnnouncement(made.permit, id, change, NOW)

    await expect(sendAnnouncement(made.permit, id, { version: 1, at: null }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(changeAnnouncement(made.permit, id, change, NOW)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not sent to a cohort that was archived meanwhile', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    const id = await draft(made)
    await sendAnnouncement(made.permit, id, { version: 1, at: later(2) }, NOW)
    await archive(made.cohort, made.school)

    await sendDueAnnouncements(later(3))

    expect([await stateOf(id), await fatesOf(id)]).toEqual(['unsent', {}])
    expect(await lettersTo(her.accountId)).toEqual([])
  })

  it('cannot be written to a cohort that is over', async () => {
    const made = await makeFollowed()
    const id = await draft(made)
    const over = new Date('2027-01-17T10:00:00Z')
    const refused = { code: 'conflict' }

    await expect(sendAnnouncement(made.permit, id, { version: 1, at: null }, over)).rejects.toMatchObject(refused)
    await expect(
      keepDraft(made.permit, randomUUID(), { audience: 'everybody', texts: WORDS, to: [] }, over),
    ).rejects.toMatchObject(refused)
    await archive(made.cohort, made.school)
    await expect(draft(made)).rejects.toMatchObject(refused)
  })

  it('belongs to its cohort: the staff of another one do not reach it', async () => {
    const [made, other] = [await makeFollowed(), await makeFollowed()]
    const id = await draft(made)
    const missing = { code: 'not-found' }

    await expect(sendAnnouncement(other.permit, id, { version: 1, at: null }, NOW)).rejects.toMatchObject(missing)
    await expect(withdrawAnnouncement(other.permit, id, NOW)).rejects.toMatchObject(missing)
    await expect(deleteAnnouncement(other.permit, id)).rejects.toMatchObject(missing)
    await expect(openAnnouncement({ cohort: other.cohort, permit: other.permit }, id, NOW)).rejects.toMatchObject(
      missing,
    )
  })
})

describe('an announcement that has left', () => {
  it('is withdrawn from the pages, and letters that wait do not go', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    const id = await sent(made)

    await withdrawAnnouncement(made.permit, id, later(1))

    expect(await myAnnouncements(mayRead(her), 'fr')).toEqual([])
    expect(await lettersTo(her.accountId)).toMatchObject([{ state: 'stopped', letter: null }])
    await expect(deleteAnnouncement(made.permit, id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it.each(['sending', 'failed'])(
    'stops a letter in the state %s when it is withdrawn, and no retry sends that letter',
    async (state) => {
      const made = await makeFollowed()
      const her = await insertParticipant(made.cohort)
      const id = await sent(made)
      await db().mail.updateMany({ where: { accountId: her.accountId }, data: { state } })

      await withdrawAnnouncement(made.permit, id, later(1))
      await sendFailedAgain(sql(), NOW, later(2))

      expect(await lettersTo(her.accountId)).toMatchObject([{ state: 'stopped', letter: null }])
    },
  )

  it('is not sent again, after its letter failed, to a person who has left or has stopped such letters', async () => {
    const made = await makeFollowed()
    const [left, stopped, stays] = [
      await insertParticipant(made.cohort),
      await insertParticipant(made.cohort),
      await insertParticipant(made.cohort),
    ]
    await sent(made)
    await db().mail.updateMany({ where: { kind: 'announcement' }, data: { state: 'failed' } })

    await withdraw(await mayEnrol(made.school, made.cohort), left.memberId, 'Mutation', later(1))
    await chooseLetters(mayChange(stopped), { announcements: false }, later(1))
    await sendFailedAgain(sql(), NOW, later(2))

    expect(await lettersTo(left.accountId)).toMatchObject([{ state: 'stopped', letter: null }])
    expect(await lettersTo(stopped.accountId)).toMatchObject([{ state: 'stopped', letter: null }])
    expect(await lettersTo(stays.accountId)).toMatchObject([{ state: 'waiting' }])
  })

  it('is not sent again, after its letters failed, once the cohort is archived', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    await sent(made)
    await db().mail.updateMany({ where: { accountId: her.accountId }, data: { state: 'failed' } })
    await archive(made.cohort, made.school)

    await sendFailedAgain(sql(), NOW, later(2))

    expect(await lettersTo(her.accountId)).toMatchObject([{ state: 'failed' }])
  })

  it('stays on the page “my learning” for thirty days, while the learner takes part', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    await sent(made)
    const told = await myAnnouncements(mayRead(her), 'fr')

    expect(recentOf(told, later(24 * 29), made.cohort.courses[0]?.courseId ?? '')).toHaveLength(1)
    expect(recentOf(told, later(24 * 31))).toEqual([])
    expect(recentOf(told, NOW, 'another-course')).toEqual([])
    await withdraw(await mayEnrol(made.school, made.cohort), her.memberId, 'Mutation', NOW)
    expect(recentOf(await myAnnouncements(mayRead(her), 'fr'), NOW)).toEqual([])
  })
})

it('goes on after it was killed half-way through 1,000 people, and nobody gets two letters', async () => {
  const made = await makeFollowed()
  const accounts = Array.from({ length: 1000 }, () => randomUUID())
  await insertAccounts(accounts, 'fr')
  await db().account.updateMany({ where: { id: { in: accounts } }, data: { emailConfirmedAt: NOW } })
  await db().cohortMember.createMany({
    data: accounts.map((accountId) => ({
      cohortId: made.cohort.id,
      accountId,
      email: `${accountId}@example.ma`,
      nameArabic: 'أمينة التازي',
      nameLatin: 'Amina Tazi',
      function: 'judge',
      locale: 'fr',
      status: 'active',
    })),
  })
  const id = await draft(made)
  await sendAnnouncement(made.permit, id, { version: 1, at: null }, NOW)
  for (let steps = 0; steps < 6; steps += 1) expect(await sendOneBatch(id, NOW)).toBe('more')
  expect(await db().mail.count({ where: { kind: 'announcement', member: { cohortId: made.cohort.id } } })).toBe(500)

  // Two servers send the rest that a killed server has left.
  await Promise.all([sendDueAnnouncements(later(1)), sendDueAnnouncements(later(1))])

  const letters = await db().mail.groupBy({
    by: ['accountId'],
    where: { kind: 'announcement', member: { cohortId: made.cohort.id } },
    _count: true,
  })
  expect(letters).toHaveLength(1000)
  expect(letters.every(({ _count }) => _count === 1)).toBe(true)
  expect(await stateOf(id)).toBe('sent')
}, 60_000)

it('stops half-way when its cohort is archived, and says who did not get it', async () => {
  const made = await makeFollowed()
  const her = await insertParticipant(made.cohort)
  const id = await draft(made)
  await sendAnnouncement(made.permit, id, { version: 1, at: null }, NOW)
  await sendOneBatch(id, NOW)
  await archive(made.cohort, made.school)

  await sendDueAnnouncements(later(1))

  expect((await findCohort(sql(), made.cohort.id))?.archivedAt).not.toBeNull()
  expect(await fatesOf(id)).toEqual({ [her.memberId]: 'left' })
  expect(await lettersTo(her.accountId)).toEqual([])
})

describe('a test of an announcement', () => {
  const testsTo = (accountId: string) =>
    db().mail.findMany({ where: { accountId, kind: 'announcementTest' }, orderBy: { id: 'asc' } })
  const granted = ({ cohort, permit }: Pick<Made, 'cohort' | 'permit'>) => ({ cohort, permit })

  it('goes to its author alone, in each language that has a text, and changes nothing', async () => {
    const made = await makeFollowed()
    const her = await insertParticipant(made.cohort)
    const id = await draft(made, { ...WORDS, fr: { subject: 'Séminaire <b>', text: '<script>x</script>' } })
    await sendTest(granted(made), id, NOW)

    const letters = await testsTo(made.tutor.accountId)
    expect(letters.map(({ to, letter }) => [to, (letter as Letter).locale])).toEqual([
      [made.tutor.email, 'ar'],
      [made.tutor.email, 'fr'],
    ])
    const written = letters.map(({ letter }) => writeLetter(letter as Letter))
    expect(written.map(({ subject }) => subject)).toEqual([
      'تجربة: ندوة',
      expect.stringMatching(/^Essai\s: Séminaire <b>$/),
    ])
    expect(written[0]?.html).toContain('<strong>الخميس</strong>')
    expect(written[1]?.html).not.toContain('<script>x')
    expect(written[1]?.text).toContain(`/fr/cohorts/${made.cohort.id}/messages/${id}`)
    expect(await db().mail.count({ where: { accountId: her.accountId } })).toBe(0)
    expect(await stateOf(id)).toBe('draft')
    expect(await fatesOf(id)).toEqual({})
  })

  it('counts in no budget, ignores which letters its author has stopped, and is rate-limited', async () => {
    const made = await makeFollowed()
    const id = await draft(made)
    await chooseLetters(
      mayChange(made.tutor),
      { reminders: 'none', reviews: false, announcements: false, pausedUntil: null },
      NOW,
    )
    for (let n = 0; n < LIMITS['announcement-test'].hits; n += 1) await sendTest(granted(made), id, NOW)

    await expect(sendTest(granted(made), id, NOW)).rejects.toMatchObject({ code: 'too-many-requests' })
    expect(await testsTo(made.tutor.accountId)).toHaveLength(2 * LIMITS['announcement-test'].hits)
    const hour = later(1.1)
    await sendTest(granted(made), id, hour)
    const recipients = await recipientsOf(sql(), [made.tutor.accountId], hour)
    expect(recipients.get(made.tutor.accountId)?.sent).toEqual([])
  })

  it('is refused for the announcement of another cohort, for one that has left, and in a cohort that is over', async () => {
    const [made, other] = [await makeFollowed(), await makeFollowed()]
    await insertParticipant(made.cohort)
    const [theirs, own, gone] = [await draft(other), await draft(made), await sent(made)]

    await expect(sendTest(granted(made), theirs, NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(sendTest(granted(made), gone, NOW)).rejects.toMatchObject({ code: 'conflict' })
    await expect(sendTest(granted(made), own, later(24 * 400))).rejects.toMatchObject({ code: 'conflict' })
    expect(await testsTo(made.tutor.accountId)).toEqual([])
  })
})
