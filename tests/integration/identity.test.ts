import { describe, expect, it } from 'vitest'
import { changeNames } from '@/server/account/change-profile'
import { permitFor } from '@/server/auth/permit'
import { runCertificateCommand } from '@/server/certificate/command'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { db } from '@/server/db/client'
import { confirmIdentity, withdrawConfirmation } from '@/server/institution/confirm-identity'
import { teach } from '@/tests/support/cohorts'
import { certifiedLearner, handInNow, learnerInExam } from '@/tests/support/exam-taken'
import { mayChange } from '@/tests/support/people'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const NOW = new Date('2026-11-25T10:00:00Z')
const NAMES = { nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' }
const WORDS = { confirmerArabic: 'مدرسة القضاء', confirmerLatin: 'École de magistrature' }
const NO_WORDS = { confirmerArabic: null, confirmerLatin: null }

type Her = { accountId: string; email: string; courseId: string }

/** A school that teaches a learner, and what its administrator can do about her. */
async function schoolOf(her: Her, { teaches = true } = {}) {
  const { accountId } = her
  const institutionId = await makeInstitution()
  await giveRole(accountId, 'learner', institutionId)
  if (teaches) await teach(institutionId, her)
  const administrator = await insertStaff('administrator', institutionId)
  const target = { institutionId, accountId }
  return {
    ...target,
    administrator,
    confirm: async (seen = NAMES) =>
      confirmIdentity(permitFor(await actorNow(administrator), 'identity:confirm', target), seen, NOW),
    withdraw: async () =>
      withdrawConfirmation(permitFor(await actorNow(administrator), 'identity:withdraw', target), 'Homonyme', NOW),
  }
}
const certificates = (accountId: string) =>
  db().certificate.findMany({ where: { accountId }, orderBy: { issuedAt: 'asc' } })
const acts = (subjectId: string) => db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })

describe('an identity that an institution confirms', () => {
  it('is written once into valid certificates that do not mention it', async () => {
    const her = await certifiedLearner()
    const school = await schoolOf(her)

    await Promise.all([school.confirm(), school.confirm()])

    expect(await certificates(her.accountId)).toMatchObject([WORDS])
    expect(await acts(her.accountId)).toMatchObject([
      { act: 'identity-confirmed', actorId: school.administrator.accountId, institutionId: school.institutionId },
    ])
    const { facts } = await found(her.certificate.number)
    expect(facts.confirmer).toEqual({ ar: WORDS.confirmerArabic, fr: WORDS.confirmerLatin })
  })

  it('is in certificates issued later', async () => {
    const her = await learnerInExam(NAMES)
    await (await schoolOf(her)).confirm()

    await handInNow(her)

    expect(await certificates(her.accountId)).toMatchObject([WORDS])
  })

  it('keeps the words of the first institution when it is renamed, or when another one confirms', async () => {
    const her = await certifiedLearner()
    const school = await schoolOf(her)
    await school.confirm()
    await db().institution.update({ where: { id: school.institutionId }, data: { nameLatin: 'Institut' } })
    await (await schoolOf(her)).confirm()

    expect(await certificates(her.accountId)).toMatchObject([WORDS])
  })

  it('is not in certificates that she earned elsewhere, before or after, though she belongs to the institution', async () => {
    const her = await certifiedLearner()
    await (await schoolOf(her, { teaches: false })).confirm()
    expect(await certificates(her.accountId)).toMatchObject([NO_WORDS])

    const later = await learnerInExam(NAMES)
    await (await schoolOf(later, { teaches: false })).confirm()
    await handInNow(later)
    expect(await certificates(later.accountId)).toMatchObject([NO_WORDS])
  })

  it('leaves a revoked certificate as it was', async () => {
    const her = await certifiedLearner()
    await db().certificate.update({ where: { id: her.certificate.id }, data: { revokedAt: NOW } })

    await (await schoolOf(her)).confirm()

    expect(await certificates(her.accountId)).toMatchObject([NO_WORDS])
  })

  it('is not in a certificate in another name', async () => {
    const her = await certifiedLearner()
    await db().certificate.update({ where: { id: her.certificate.id }, data: { nameLatin: 'Fatima Berrada' } })
    await (await schoolOf(her)).confirm()
    expect(await certificates(her.accountId)).toMatchObject([NO_WORDS])

    const same = await certifiedLearner()
    await db().certificate.update({ where: { id: same.certificate.id }, data: { nameLatin: 'FATIMA  ALAOUÏ' } })
    await (await schoolOf(same)).confirm()
    expect(await certificates(same.accountId)).toMatchObject([WORDS])
  })

  it('must be that of a member, under the names that the administrator has seen', async () => {
    const her = await certifiedLearner()
    const school = await schoolOf(her)

    await expect(school.confirm({ ...NAMES, nameLatin: 'Fatima Berrada' })).rejects.toMatchObject({ code: 'conflict' })
    await db().role.deleteMany({ where: { accountId: her.accountId } })
    await expect(school.confirm()).rejects.toMatchObject({ code: 'not-found' })
    expect(await certificates(her.accountId)).toMatchObject([NO_WORDS])
    expect(await acts(her.accountId)).toEqual([])
  })

  it('freezes her names: nobody is confirmed under one name and certified under another', async () => {
    const her = await learnerInExam(NAMES)
    const school = await schoolOf(her)
    const other = { ...NAMES, nameLatin: 'Fatima Berrada' }

    await school.confirm()
    expect(await changeNames(mayChange(her), other)).toBe('frozen')
    await school.withdraw()
    expect(await changeNames(mayChange(her), other)).toBe('changed')
  })
})

describe('a confirmation that was a mistake', () => {
  it('is taken back once, with the reason; issued certificates keep their words and later ones have none', async () => {
    const her = await certifiedLearner()
    const school = await schoolOf(her)
    await school.confirm()

    await Promise.all([school.withdraw(), school.withdraw()])

    expect(await certificates(her.accountId)).toMatchObject([WORDS])
    expect(await acts(her.accountId)).toMatchObject([
      { act: 'identity-confirmed' },
      { act: 'identity-withdrawn', reason: 'Homonyme', actorId: school.administrator.accountId },
    ])
  })

  it.each([
    ['keeps the words while the confirmation stands', false, WORDS],
    ['drops them once it was taken back', true, NO_WORDS],
  ] as const)('superseding %s', async (_, takenBack, words) => {
    const her = await certifiedLearner()
    const school = await schoolOf(her)
    await school.confirm()
    if (takenBack) await school.withdraw()

    await runCertificateCommand({ command: 'supersede', number: her.certificate.number, reason: 'x' }, NOW)

    expect((await certificates(her.accountId)).at(-1)).toMatchObject({ supersedesId: her.certificate.id, ...words })
  })
})

describe('a certificate that is superseded', () => {
  const supersede = (number: string, names: object = {}) =>
    runCertificateCommand({ command: 'supersede', number, reason: 'x', ...names }, new Date(NOW.getTime() + 1000))
  const last = async (accountId: string) => (await certificates(accountId)).at(-1)

  it('keeps an uncorrected name as it is on the paper, and does not change that of the account', async () => {
    const her = await certifiedLearner()
    await db().account.update({ where: { id: her.accountId }, data: { nameArabic: 'فاطمة برادة' } })

    await supersede(her.certificate.number, { nameLatin: 'Fatima Alawi' })

    expect(await last(her.accountId)).toMatchObject({
      nameArabic: her.certificate.nameArabic,
      nameLatin: 'Fatima Alawi',
    })
    expect(await db().account.findUniqueOrThrow({ where: { id: her.accountId } })).toMatchObject({
      nameArabic: 'فاطمة برادة',
      nameLatin: 'Fatima Alawi',
    })
  })

  it('does not mention an institution that has confirmed other names', async () => {
    const her = await certifiedLearner()
    await db().certificate.update({ where: { id: her.certificate.id }, data: { nameLatin: 'Fatima Berrada' } })
    await (await schoolOf(her)).confirm()

    await supersede(her.certificate.number)

    expect(await last(her.accountId)).toMatchObject({ nameLatin: 'Fatima Berrada', ...NO_WORDS })
  })

  it('keeps the mention beside the confirmed names, even if those of the account have changed since', async () => {
    const her = await certifiedLearner()
    await (await schoolOf(her)).confirm()
    await db().account.update({ where: { id: her.accountId }, data: { nameLatin: 'Fatima Berrada' } })

    await supersede(her.certificate.number)

    expect(await last(her.accountId)).toMatchObject({ nameLatin: her.certificate.nameLatin, ...WORDS })
  })

  it('cannot get other names from the operator while a confirmation stands', async () => {
    const her = await certifiedLearner()
    const school = await schoolOf(her)
    await school.confirm()
    const { number, nameLatin } = her.certificate
    const other = { nameLatin: 'Fatima Berrada' }

    await expect(supersede(number, other)).rejects.toMatchObject({ code: 'confirmed-elsewhere' })
    expect(await certificates(her.accountId)).toHaveLength(1)
    await supersede(number, { nameLatin })
    const [, next] = await certificates(her.accountId)
    expect(next).toMatchObject(WORDS)

    await school.withdraw()
    await supersede(next?.number ?? '', other)
    expect(await last(her.accountId)).toMatchObject({ ...other, ...NO_WORDS })
  })
})

async function found(number: string) {
  const answer = await verifyCertificate(number, null, visitOf())
  if (answer.status !== 'found') throw new Error('not found')
  return answer
}
