import { beforeEach, describe, expect, it } from 'vitest'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { LIMITS } from '@/server/auth/limits'
import { checkName } from '@/server/certificate/check-name'
import { runCertificateCommand } from '@/server/certificate/command'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { forgetNewestReleases } from '@/server/content/releases'
import { findCertificate, forgetHolder } from '@/server/db/certificate/certificates'
import { db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { certifiedLearner, HANDED_IN, handInNow, learnerInExam, smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { visitOf } from '@/tests/support/visit'

const LATER = new Date('2026-12-01T09:00:00Z')
const command = (given: Record<string, string>) => runCertificateCommand({ reason: 'Name misspelt', ...given }, LATER)
const verify = (number: string, key: string | null = null) => verifyCertificate(number, key, visitOf())

beforeEach(() => callAs(null))

describe('issue', () => {
  it('gives one attempt, one grade and one certificate for twenty hand-ins at once', async () => {
    const learner = await learnerInExam({ nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' })

    await Promise.all(Array.from({ length: 20 }, () => handInNow(learner)))

    const certificates = await db().certificate.findMany({ where: { courseId: learner.courseId } })
    expect(certificates).toHaveLength(1)
    expect(certificates[0]).toMatchObject({
      accountId: learner.accountId,
      attemptId: learner.attemptId,
      nameArabic: 'فاطمة العلوي',
      nameLatin: 'Fatima Alaoui',
      initials: 'F. A.',
      issuedAt: HANDED_IN,
    })
    expect(readCertificateNumber(certificates[0]?.number ?? '').status).toBe('well-formed')
    expect(await db().attempt.count({ where: { enrolment: { courseId: learner.courseId } } })).toBe(1)
  })

  it('waits while a lesson is not done', async () => {
    const learner = await learnerInExam()
    await db().lessonState.updateMany({
      where: { enrolment: { courseId: learner.courseId } },
      data: { completedAt: null },
    })

    await handInNow(learner)

    expect(await db().certificate.count({ where: { courseId: learner.courseId } })).toBe(0)
  })
})

describe('verifyCertificate', () => {
  it('shows anyone with the number the facts, and of the name only the initials', async () => {
    const { certificate, courseId } = await certifiedLearner()

    const answer = await verify(certificate.number)

    expect(answer).toMatchObject({
      status: 'found',
      facts: {
        status: 'valid',
        number: certificate.number,
        initials: { ar: 'ف. ع.', fr: 'F. A.' },
        content: { release: 3 },
        exam: { language: 'fr', passRate: 0.7, lawDate: '2025-12-08' },
        minutes: 120,
        issuedAt: HANDED_IN,
      },
      name: { status: 'hidden' },
    })
    const told = JSON.stringify(answer)
    for (const secret of ['Fatima', 'فاطمة', certificate.shareToken, certificate.id, courseId]) {
      expect(told).not.toContain(secret)
    }
  })

  it('says that the texts were unsigned on the day of issue, and which later release was signed', async () => {
    const { certificate, courseId } = await certifiedLearner()
    const review = async () => {
      const answer = await verify(certificate.number)
      return answer.status === 'found' ? answer.facts.review : null
    }
    expect(await review()).toEqual({ language: 'fr', on: null, since: null })

    const course = smallCourse(courseId)
    const signed = course.lessons.map((lesson) => ({
      ...lesson,
      signoff: [{ role: 'legal', by: 'R', date: '2026-11-30', language: 'fr', hash: lesson.hashes.fr }],
    }))
    const content = { ...course, lessons: signed }
    const lawDate = new Date(course.file.lawDate)
    await db().release.create({
      data: { courseId, number: 4, content, contentHash: courseId, lawDate, languages: ['fr'] },
    })
    forgetNewestReleases()

    expect(await review()).toEqual({ language: 'fr', on: null, since: { release: 4, on: '2026-11-30' } })
    expect((await findCertificate(sql(), certificate.number))?.paper?.review).toEqual({ language: 'fr', on: null })
  })

  it('shows the mark, and what was done in the lessons, with the share link alone', async () => {
    const { certificate } = await certifiedLearner()
    const shared = await verify(certificate.number, certificate.shareToken)
    expect(shared).toMatchObject({ facts: { exam: { score: 1 }, work: { steps: expect.any(Number), questions: 0 } } })
    const open = await verify(certificate.number)
    expect(open).toMatchObject({ facts: { exam: { passRate: 0.7 }, work: null } })
    expect(JSON.stringify(open)).not.toContain('score')
  })

  it('shows the full name with the share link, and not with another key', async () => {
    const { certificate } = await certifiedLearner()

    expect(await verify(certificate.number, certificate.shareToken)).toMatchObject({
      name: { status: 'shown', nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' },
    })
    for (const key of ['', 'x', certificate.shareToken.slice(1)]) {
      expect(await verify(certificate.number, key)).toMatchObject({ name: { status: 'hidden' } })
    }
  })

  it.each([
    ['mistyped', '7F3K9MPQ2WXY2'],
    ['malformed', '7F3K'],
    ['unknown', '7F3K9MPQ2WXYN'],
  ])('says that a number is %s', async (problem, number) => {
    expect(await verify(number)).toEqual({ status: 'unknown', problem })
  })

  it('keeps the bare facts of a deleted account', async () => {
    const { certificate, accountId } = await certifiedLearner()
    await forgetHolder(db(), accountId)

    expect(await verify(certificate.number, certificate.shareToken)).toMatchObject({
      facts: { status: 'valid', initials: { ar: '', fr: '' } },
      name: { status: 'gone' },
    })
  })

  it('is limited for each address', async () => {
    const caller = { address: '198.51.100.7', now: LATER }
    const ask = () => verifyCertificate('7F3K9MPQ2WXYN', null, caller)
    for (let count = 0; count < LIMITS.verify.hits; count += 1) await ask()

    await expect(ask()).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('checkName', () => {
  it('answers for either script, and never says the name', async () => {
    const { certificate } = await certifiedLearner()

    expect(await checkName(certificate.number, 'فاطمه العلوى', visitOf())).toBe('matches')
    expect(await checkName(certificate.number, 'FATIMA  ALAOUI', visitOf())).toBe('matches')
    expect(await checkName(certificate.number, 'Alaoui Fatima', visitOf())).toBe('differs')
  })

  it('is limited for each certificate, from however many addresses', async () => {
    const { certificate } = await certifiedLearner()
    const ask = () => checkName(certificate.number, 'Someone Else', visitOf({ now: LATER }))
    for (let count = 0; count < LIMITS['verify-name'].hits; count += 1) await ask()

    await expect(ask()).rejects.toMatchObject({ code: 'too-many-requests' })
  })

  it('has no answer for a number that does not exist, or whose names are gone', async () => {
    const { certificate, accountId } = await certifiedLearner()
    await forgetHolder(db(), accountId)

    for (const number of ['7F3K9MPQ2WXYN', '7F3K', certificate.number]) {
      await expect(checkName(number, 'Fatima Alaoui', visitOf())).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('certificate:supersede', () => {
  it('issues a new certificate with the same facts, to which the old one refers', async () => {
    const { certificate: old, accountId, courseId } = await certifiedLearner()

    const said = await command({ command: 'supersede', number: old.number, nameLatin: 'Fatima El Alaoui' })

    const now = await db().certificate.findFirstOrThrow({ where: { supersedesId: old.id } })
    expect(said).toMatch(/is superseded by [2-9A-Z-]{16}\.$/)
    expect(now).toMatchObject({
      accountId,
      attemptId: old.attemptId,
      releaseId: old.releaseId,
      courseId,
      nameArabic: old.nameArabic,
      nameLatin: 'Fatima El Alaoui',
      initials: 'F. E. A.',
      issuedAt: LATER,
    })
    expect(now.number).not.toBe(old.number)
    expect(now.shareToken).not.toBe(old.shareToken)
    expect(await verify(old.number)).toMatchObject({ facts: { status: 'superseded', supersededBy: now.number } })
    expect(await verify(now.number)).toMatchObject({ facts: { status: 'valid', supersededBy: null } })
    expect(await db().certificate.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({
      nameLatin: 'Fatima Alaoui',
      revokedAt: null,
    })
    expect((await findLearner(sql(), accountId, courseId))?.certificate).toBe(now.number)
    expect(await db().account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({
      nameLatin: 'Fatima El Alaoui',
    })
  })

  it('makes one new certificate for requests at the same moment', async () => {
    const { certificate: old, courseId } = await certifiedLearner()

    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => command({ command: 'supersede', number: old.number })),
    )

    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().certificate.count({ where: { courseId } })).toBe(2)
  })

  it('refuses what cannot be superseded, and says why', async () => {
    const { certificate: old } = await certifiedLearner()
    const ask = (number: string) => command({ command: 'supersede', number })
    await ask(old.number)
    await expect(ask(old.number)).rejects.toThrow(/already superseded by [2-9A-Z-]{16}: name that one/)

    const revoked = await certifiedLearner()
    await command({ command: 'revoke', number: revoked.certificate.number })
    await expect(ask(revoked.certificate.number)).rejects.toThrow('was already revoked on 2026-12-01')

    const gone = await certifiedLearner()
    await forgetHolder(db(), gone.accountId)
    await expect(ask(gone.certificate.number)).rejects.toThrow('can be revoked, not superseded')

    await expect(ask('7F3K-9MPQ-2WXY-N')).rejects.toThrow('No certificate has the number 7F3K-9MPQ-2WXY-N.')
  })
})

describe('certificate:revoke', () => {
  it('revokes once, and the first date stays', async () => {
    const { certificate, courseId, accountId } = await certifiedLearner()

    await command({ command: 'revoke', number: certificate.number.toLowerCase(), reason: 'Exam sat by another' })

    await expect(command({ command: 'revoke', number: certificate.number })).rejects.toThrow('already revoked')
    expect(await verify(certificate.number)).toMatchObject({ facts: { status: 'revoked', revokedAt: LATER } })
    expect(await db().certificate.findUniqueOrThrow({ where: { id: certificate.id } })).toMatchObject({
      revokedReason: 'Exam sat by another',
    })
    expect((await findLearner(sql(), accountId, courseId))?.certificate).toBeNull()
  })

  it('revokes a certificate whose account was deleted', async () => {
    const { certificate, accountId } = await certifiedLearner()
    await forgetHolder(db(), accountId)

    await command({ command: 'revoke', number: certificate.number })

    expect(await verify(certificate.number)).toMatchObject({ facts: { status: 'revoked' } })
  })
})
