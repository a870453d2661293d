import { describe, expect, it } from 'vitest'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { runCertificateCommand } from '@/server/certificate/command'
import { decideProposal } from '@/server/certificate/decide-proposal'
import { heldCertificates } from '@/server/certificate/held'
import { myCertificates } from '@/server/certificate/my-certificates'
import { propose, withdrawProposal } from '@/server/certificate/propose'
import { statusList } from '@/server/certificate/status-list'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { db } from '@/server/db/client'
import { moveMember } from '@/server/db/cohort/cohort-members'
import { insertPlace, makeCohort, makeSchool, teach } from '@/tests/support/cohorts'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import {
  answerAs,
  makeHolder,
  mayDecide,
  mayPropose,
  openOf,
  proposeAs,
  REVOKE,
  targetOf,
} from '@/tests/support/proposals'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const NOW = new Date('2026-12-01T09:00:00Z')
const REISSUE = {
  act: 'supersede',
  reason: 'Faute dans le nom',
  nameArabic: 'فاطمة الزهراء العلوي',
  nameLatin: 'Fatima-Zahra Alaoui',
} as const

const verify = async (number: string) => {
  const found = await verifyCertificate(number, null, visitOf())
  return found.status === 'found' ? found.facts : null
}
const acts = async (subjectId: string) =>
  db().auditEntry.findMany({ where: { subjectId, act: { startsWith: 'certificate-' } }, orderBy: { id: 'asc' } })
const lettersTo = (accountId: string) => db().mail.findMany({ where: { accountId } })
const rejected = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? result.reason.code : []))

describe('a revocation', () => {
  it('changes nothing while only one person has asked for it', async () => {
    const ground = await makeHolder()

    await proposeAs(ground, REVOKE, NOW)

    expect(await verify(ground.number)).toMatchObject({ status: 'valid' })
    expect(await lettersTo(ground.holder.accountId)).toEqual([])
    expect(await acts(ground.holder.accountId)).toMatchObject([
      {
        act: 'certificate-revocation-proposed',
        actorId: ground.first.accountId,
        institutionId: ground.institutionId,
        reason: REVOKE.reason,
        details: { number: ground.number },
      },
    ])
  })

  it('is carried out by a second person, with effect everywhere at once', async () => {
    const ground = await makeHolder()
    const { accountId } = ground.holder
    const before = JSON.stringify(await statusList('0', NOW))

    const done = await answerAs(ground, { answer: 'accept', proposal: await proposeAs(ground, REVOKE, NOW) }, NOW)

    expect(done).toBe('carried-out')
    expect(await verify(ground.number)).toMatchObject({ status: 'revoked', revokedAt: NOW })
    expect(JSON.stringify(await statusList('0', NOW))).not.toBe(before)
    const { certificates } = await myCertificates(mayRead(ground.holder), 'fr')
    expect(certificates).toMatchObject([{ facts: { status: 'revoked' }, reason: REVOKE.reason }])
    expect((await acts(accountId)).at(-1)).toMatchObject({
      act: 'certificate-revoked',
      actorId: ground.second.accountId,
      institutionId: ground.institutionId,
      reason: REVOKE.reason,
    })
  })

  it('is told to the holder in her language, with the institution, the course and the reason', async () => {
    const ground = await makeHolder()
    await db().account.update({ where: { id: ground.holder.accountId }, data: { locale: 'fr' } })

    await answerAs(ground, { answer: 'accept', proposal: await proposeAs(ground, REVOKE, NOW) }, NOW)

    const letters = await lettersTo(ground.holder.accountId)
    expect(letters).toMatchObject([{ kind: 'certificateRevoked', to: ground.holder.email }])
    expect(letters[0]?.letter).toMatchObject({
      locale: 'fr',
      link: 'http://localhost:3000/fr/certificates',
      about: { institution: 'École de magistrature', course: 'Les fondamentaux', reason: REVOKE.reason },
    })
  })

  it('is refused with a reason, and the certificate stays in force', async () => {
    const ground = await makeHolder()
    const proposal = await proposeAs(ground, REVOKE, NOW)

    const done = await answerAs(ground, { answer: 'refuse', proposal, reason: 'Motif non établi' }, NOW)

    expect(done).toBe('refused')
    expect(await verify(ground.number)).toMatchObject({ status: 'valid' })
    expect(await db().certificateProposal.findUniqueOrThrow({ where: { id: proposal } })).toMatchObject({
      decision: 'refused',
      decidedById: ground.second.accountId,
      refusalReason: 'Motif non établi',
    })
    expect((await acts(ground.holder.accountId)).at(-1)).toMatchObject({
      act: 'certificate-proposal-refused',
      reason: 'Motif non établi',
    })
    expect(await lettersTo(ground.holder.accountId)).toEqual([])
  })
})

describe('a reissue', () => {
  it('gives a new certificate under the corrected names, to which the old one leads', async () => {
    const ground = await makeHolder()
    const { accountId } = ground.holder

    await answerAs(ground, { answer: 'accept', proposal: await proposeAs(ground, REISSUE, NOW) }, NOW)

    const { certificates } = await myCertificates(mayRead(ground.holder), 'ar')
    expect(certificates).toMatchObject([
      { facts: { status: 'valid', issuedAt: NOW }, nameLatin: REISSUE.nameLatin, nameArabic: REISSUE.nameArabic },
      { facts: { status: 'superseded', number: ground.number }, nameLatin: 'Fatima Alaoui', reason: REISSUE.reason },
    ])
    const successor = certificates[0]?.facts.number
    expect(await verify(ground.number)).toMatchObject({ status: 'superseded', supersededBy: successor })
    expect(await db().account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({
      nameLatin: REISSUE.nameLatin,
    })
    expect((await acts(accountId)).at(-1)).toMatchObject({
      act: 'certificate-superseded',
      actorId: ground.second.accountId,
      details: { number: ground.number, successor },
    })
    expect(await lettersTo(accountId)).toMatchObject([{ kind: 'certificateSuperseded' }])
  })
})

describe('names that an institution has confirmed', () => {
  const confirm = (accountId: string, institutionId: string) =>
    db().identityConfirmation.create({ data: { accountId, institutionId } })
  const elsewhere = { code: 'confirmed-elsewhere' }

  it('are corrected by that institution, not by another one that also taught her', async () => {
    const ground = await makeHolder()
    const { accountId } = ground.holder
    const other = await makeInstitution()
    await teach(other, ground.holder)
    await confirm(accountId, other)

    await expect(proposeAs(ground, REISSUE, NOW)).rejects.toMatchObject(elsewhere)
    const same = { ...REISSUE, nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' }
    await expect(proposeAs(ground, same, NOW)).resolves.toBeTypeOf('string')

    await confirm(accountId, ground.institutionId)
    await withdrawProposal(await mayPropose(ground.first, ground.number), (await openOf(ground.number)).id, NOW)
    await expect(proposeAs(ground, REISSUE, NOW)).resolves.toBeTypeOf('string')
  })

  it('stay if another institution confirmed them after a correction was proposed', async () => {
    const ground = await makeHolder()
    const proposal = await proposeAs(ground, REISSUE, NOW)
    const other = await makeInstitution()
    await teach(other, ground.holder)
    await confirm(ground.holder.accountId, other)

    await expect(answerAs(ground, { answer: 'accept', proposal }, NOW)).rejects.toMatchObject(elsewhere)
    expect(await verify(ground.number)).toMatchObject({ status: 'valid' })
    expect(await openOf(ground.number)).toMatchObject({ id: proposal })
  })
})

describe('the institutions that taught the holder', () => {
  it('may correct her names, even if an institution that never taught her has confirmed them', async () => {
    const ground = await makeHolder()
    const stranger = await makeInstitution()
    await giveRole(ground.holder.accountId, 'learner', stranger)
    await db().identityConfirmation.create({ data: { accountId: ground.holder.accountId, institutionId: stranger } })

    const proposal = await proposeAs(ground, REISSUE, NOW)
    expect(await answerAs(ground, { answer: 'accept', proposal }, NOW)).toBe('carried-out')
  })

  it('must provide one of the two people; two administrators of the platform do not suffice', async () => {
    const ground = await makeHolder()
    const { first, institutionId, number } = ground
    const [one, two] = [
      await insertStaff('platform-administrator', null),
      await insertStaff('platform-administrator', null),
    ]
    // Both also administer an institution that she belongs to but that never taught her.
    const stranger = await makeInstitution()
    await giveRole(ground.holder.accountId, 'learner', stranger)
    for (const { accountId } of [one, two]) await giveRole(accountId, 'administrator', stranger)

    await propose(await mayPropose(one, number), institutionId, REVOKE, NOW)
    const { id: proposal } = await openOf(number)
    await expect(mayDecide(two, number, one.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    // The database refuses the same change if it bypasses the policy.
    const carriedOut = { decision: 'carried-out', decidedById: two.accountId, decidedAt: NOW }
    const behind = db().certificateProposal.update({ where: { id: proposal }, data: carriedOut })
    await expect(behind).rejects.toThrow('neither of the two people comes from an institution that taught the holder')

    expect(await verify(number)).toMatchObject({ status: 'valid' })
    await decideProposal(await mayDecide(first, number, one.accountId), { answer: 'accept', proposal }, NOW)
    expect(await verify(number)).toMatchObject({ status: 'revoked' })
  })

  it('are represented by a proposer who was their administrator when she made the proposal', async () => {
    const ground = await makeHolder()
    const { first, number } = ground
    const platform = await insertStaff('platform-administrator', null)
    const proposal = await proposeAs(ground, REVOKE, NOW)
    const soon = new Date(NOW.getTime() + 60_000)
    await db().role.updateMany({ where: { accountId: first.accountId }, data: { held: null, endedAt: soon } })

    await decideProposal(await mayDecide(platform, number, first.accountId), { answer: 'accept', proposal }, soon)

    expect(await verify(number)).toMatchObject({ status: 'revoked' })
  })
})

describe('two people', () => {
  it('are needed: the proposer does not decide, and the holder neither proposes nor decides', async () => {
    const ground = await makeHolder()
    const { holder, first, institutionId, number } = ground
    await giveRole(holder.accountId, 'administrator', institutionId)
    await db().secondFactor.create({ data: { accountId: holder.accountId, secret: 'none', confirmedAt: NOW } })
    await proposeAs(ground, REVOKE, NOW)

    const forbidden = { code: 'forbidden' }
    await expect(mayDecide(first, number, first.accountId)).rejects.toMatchObject(forbidden)
    await expect(mayDecide(holder, number, first.accountId)).rejects.toMatchObject(forbidden)
    await expect(mayPropose(holder, number)).rejects.toMatchObject(forbidden)
  })

  it('are needed even if the proposals change while one of them answers', async () => {
    const ground = await makeHolder()
    const { first, second, institutionId, number } = ground
    const proposal = await proposeAs(ground, REVOKE, NOW)
    const permit = await mayDecide(second, number, first.accountId)
    await withdrawProposal(await mayPropose(first, number), proposal, NOW)
    await propose(await mayPropose(second, number), institutionId, REVOKE, NOW)
    const hers = (await openOf(number)).id

    for (const about of [proposal, hers]) {
      await expect(decideProposal(permit, { answer: 'accept', proposal: about }, NOW)).rejects.toMatchObject({
        code: 'already-decided',
      })
    }
    expect(await verify(number)).toMatchObject({ status: 'valid' })
  })

  it('are required by the database too', async () => {
    const ground = await makeHolder()
    const id = await proposeAs(ground, REVOKE, NOW)
    const data = { decision: 'carried-out', decidedById: ground.first.accountId, decidedAt: NOW }

    await expect(db().certificateProposal.update({ where: { id }, data })).rejects.toThrow('two_people')
  })

  it('who propose at once make one proposal', async () => {
    const { first, second, institutionId, number } = await makeHolder()
    const permits = [await mayPropose(first, number), await mayPropose(second, number)]

    const asked = await Promise.allSettled(permits.map((permit) => propose(permit, institutionId, REVOKE, NOW)))

    expect(rejected(asked)).toEqual(['already-proposed'])
    expect(await db().certificateProposal.count({ where: { certificate: { number } } })).toBe(1)
  })

  it('who decide at once decide once: the other one is told', async () => {
    const ground = await makeHolder()
    const { first, second, number } = ground
    const proposal = await proposeAs(ground, REISSUE, NOW)
    const platform = await insertStaff('platform-administrator', null)
    const permits = [
      await mayDecide(second, number, first.accountId),
      await mayDecide(platform, number, first.accountId),
    ]

    const asked = await Promise.allSettled(
      permits.map((permit) => decideProposal(permit, { answer: 'accept', proposal }, NOW)),
    )

    expect(rejected(asked)).toEqual(['already-decided'])
    expect(await db().certificate.count({ where: { accountId: ground.holder.accountId } })).toBe(2)
    expect(await lettersTo(ground.holder.accountId)).toHaveLength(1)
  })
})

it('accepts the same answer of the decider twice, and refuses another one', async () => {
  const ground = await makeHolder()
  const answer = { answer: 'accept', proposal: await proposeAs(ground, REISSUE, NOW) } as const

  const pressed = await Promise.all([answerAs(ground, answer, NOW), answerAs(ground, answer, NOW)])

  expect(pressed).toEqual(['carried-out', 'carried-out'])
  expect(await lettersTo(ground.holder.accountId)).toHaveLength(1)
  const other = { ...answer, answer: 'refuse', reason: 'x' } as const
  await expect(answerAs(ground, other, NOW)).rejects.toMatchObject({ code: 'already-decided' })
})

describe('the proposer', () => {
  it('may take her proposal back, once, and propose again', async () => {
    const ground = await makeHolder()
    const { first, second, number } = ground
    const proposal = await proposeAs(ground, REVOKE, NOW)

    await expect(withdrawProposal(await mayPropose(second, number), proposal, NOW)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await withdrawProposal(await mayPropose(first, number), proposal, NOW)
    await expect(withdrawProposal(await mayPropose(first, number), proposal, NOW)).rejects.toMatchObject({
      code: 'already-decided',
    })

    expect((await acts(ground.holder.accountId)).at(-1)).toMatchObject({ act: 'certificate-proposal-taken-back' })
    await expect(proposeAs(ground, REVOKE, NOW)).resolves.not.toBe(proposal)
  })
})

describe('a change in the meantime', () => {
  it('that revokes the certificate leaves only a refusal of the proposal', async () => {
    const ground = await makeHolder()
    const proposal = await proposeAs(ground, REISSUE, NOW)
    await runCertificateCommand({ command: 'revoke', number: ground.number, reason: 'Fraude' }, NOW)

    await expect(answerAs(ground, { answer: 'accept', proposal }, NOW)).rejects.toMatchObject({ code: 'not-in-force' })
    expect(await openOf(ground.number)).toMatchObject({ id: proposal })
    await answerAs(ground, { answer: 'refuse', proposal, reason: 'Déjà retiré' }, NOW)
    await expect(proposeAs(ground, REVOKE, NOW)).rejects.toMatchObject({ code: 'not-in-force' })
    expect(await acts(ground.holder.accountId)).toContainEqual(
      expect.objectContaining({ act: 'certificate-revoked', actorId: null, institutionId: null, reason: 'Fraude' }),
    )
  })

  it('that deletes the account of the holder leaves nothing to decide', async () => {
    const ground = await makeHolder()
    const proposal = await proposeAs(ground, REISSUE, NOW)
    const permit = await mayDecide(ground.second, ground.number, ground.first.accountId)
    const asking = await mayPropose(ground.second, ground.number)
    await deleteAccount(mayChange(ground.holder), PASSWORD, { address: '192.0.2.9', now: NOW })

    await expect(decideProposal(permit, { answer: 'accept', proposal }, NOW)).rejects.toMatchObject({
      code: 'holder-gone',
    })
    await expect(propose(asking, ground.institutionId, REVOKE, NOW)).rejects.toMatchObject({ code: 'holder-gone' })
    expect(await db().certificateProposal.count({ where: { certificate: { number: ground.number } } })).toBe(0)
    expect(await verify(ground.number)).toMatchObject({ status: 'valid', initials: { ar: '', fr: '' } })
  })

  it('that deletes the account of the proposer keeps her proposal for somebody else to decide', async () => {
    const ground = await makeHolder()
    const { first, second, number } = ground
    const proposal = await proposeAs(ground, REVOKE, NOW)
    await deleteAccount(mayChange(first), PASSWORD, { address: '192.0.2.9', now: NOW })

    await decideProposal(await mayDecide(second, number, null), { answer: 'accept', proposal }, NOW)

    expect(await verify(number)).toMatchObject({ status: 'revoked' })
  })
})

describe('an institution', () => {
  it('has a say over what was earned in its cohorts, and over nothing by a role alone', async () => {
    const school = await makeInstitution()
    const administrator = await insertStaff('administrator', school)
    const { accountId, email, courseId, certificate } = await certifiedLearner()
    // The exam was begun and handed in by the clock of the database.
    const afterwards = new Date(Date.now() + 3_600_000)
    const mine = async () => (await targetOf(certificate.number)).institutionIds

    for (const role of ['learner', 'tutor', 'administrator'] as const) await giveRole(accountId, role, school)
    expect(await mine()).toEqual([])
    await expect(mayPropose(administrator, certificate.number)).rejects.toMatchObject({ code: 'forbidden' })
    // She joined the cohort after she had earned the certificate.
    await teach(school, { accountId, email, courseId }, afterwards)
    expect(await mine()).toEqual([])

    const other = await makeInstitution()
    const { id: cohortId } = await teach(other, { accountId, email, courseId })
    expect(await mine()).toEqual([other])
    // The institution still counts after she has left its cohort.
    const { id } = await db().cohortMember.findFirstOrThrow({ where: { cohortId, accountId } })
    await moveMember(db(), { id, status: 'active' }, { to: 'withdrawn', by: accountId }, afterwards)
    expect(await mine()).toEqual([other])
    await db().institution.update({ where: { id: other }, data: { archivedAt: afterwards } })
    expect(await mine()).toEqual([])
  })

  it.each(['invited', 'asked', 'waiting', 'refused'] as const)(
    'has no say over a person who was only %s',
    async (status) => {
      const school = await makeSchool()
      const cohort = await makeCohort(school)
      const { accountId, certificate } = await certifiedLearner()
      await db().cohortCourse.updateMany({ where: { cohortId: cohort.id }, data: { courseId: certificate.courseId } })
      await insertPlace(cohort, { status, accountId })

      expect((await targetOf(certificate.number)).institutionIds).toEqual([])
    },
  )

  it('does not act for another one', async () => {
    const { first, number } = await makeHolder()

    await expect(propose(await mayPropose(first, number), await makeInstitution(), REVOKE, NOW)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the list', () => {
  const list = async (ground: Awaited<ReturnType<typeof makeHolder>>, typed = '', page = 1) => {
    const { institutionId } = ground
    const permit = permitFor(await actorNow(ground.first), 'certificate:list', { institutionId })
    return heldCertificates(permit, typed, page, NOW)
  }

  it('holds the certificates of the institution’s people in any state, and the open proposals', async () => {
    const ground = await makeHolder()
    await certifiedLearner()
    await answerAs(ground, { answer: 'accept', proposal: await proposeAs(ground, REISSUE, NOW) }, NOW)
    const { number } = await db().certificate.findFirstOrThrow({ where: { supersedes: { number: ground.number } } })
    await proposeAs({ ...ground, number }, REVOKE, NOW)

    const { certificates, open, more } = await list(ground)

    expect(certificates.map(({ facts, pending }) => [facts.number, facts.status, pending])).toEqual([
      [number, 'valid', true],
      [ground.number, 'superseded', false],
    ])
    expect(open).toMatchObject([{ number, act: 'revoke', nameLatin: REISSUE.nameLatin }])
    expect(more).toBe(false)
    expect((await list(ground, '', 2)).certificates).toEqual([])
    // How well somebody did is hers to show: an institution sees only that she passed.
    expect(certificates.map(({ facts }) => [facts.exam?.score, facts.work])).toEqual([
      [undefined, null],
      [undefined, null],
    ])
  })

  it.each([
    ['the beginning of the number', (number: string) => number.slice(0, 5).toLowerCase(), true],
    ['the number as it is printed', (number: string) => `${number.slice(0, 4)}-${number.slice(4)}`, true],
    ['a part of the Latin name, without its accent', () => 'helene  EL', true],
    ['the Arabic name, without hamza', () => 'امينه', true],
    ['another name', () => 'Salma', false],
    ['a sign that stands for any other', () => '%_', true],
    ['a quote', () => "' or 1=1", false],
  ])('can be searched by %s', async (_, typed, found) => {
    const ground = await makeHolder({ nameArabic: 'أمينة التازي', nameLatin: 'Hélène El-Tazi' })

    const { certificates } = await list(ground, typed(ground.number))

    expect(certificates.map(({ facts }) => facts.number)).toEqual(found ? [ground.number] : [])
  })

  it('tells each person who saw her certificate, once a day, and what was done about it', async () => {
    const ground = await makeHolder()
    await list(ground)
    await list(ground)
    await proposeAs(ground, REVOKE, NOW)

    const { entries } = await viewsOfMyRecord(mayRead(ground.holder), null)

    expect(entries.map(({ act }) => act)).toEqual(['certificate-revocation-proposed', 'certificate-viewed'])
    expect(entries.at(-1)).toMatchObject({ actorId: ground.first.accountId, at: NOW })
  })
})
