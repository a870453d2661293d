import { beforeEach, describe, expect, it } from 'vitest'
import { actOnFace } from '@/app/[locale]/(teach)/institutions/[institution]/face/act-on-face'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { translator } from '@/i18n/translator'
import { permitFor } from '@/server/auth/permit'
import { certificateCredential } from '@/server/certificate/certificate-credential'
import { certificatePdf } from '@/server/certificate/certificate-pdf'
import { runCertificateCommand } from '@/server/certificate/command'
import { titleOf } from '@/server/certificate/freeze-paper'
import { reasonText } from '@/server/certificate/paper-texts'
import { setPaper } from '@/server/certificate/set-paper'
import { transcriptPdf } from '@/server/certificate/transcript'
import { verifyCertificate } from '@/server/certificate/verify-certificate'
import { targetOf } from '@/server/cohort/cohort-permit'
import { changeCohort } from '@/server/cohort/save-cohort'
import { releases } from '@/server/content/releases'
import { findPartiesOf } from '@/server/db/certificate/certificate-papers'
import { findCertificate } from '@/server/db/certificate/certificates'
import { db, sql } from '@/server/db/client'
import { addSignatory, removeSignatory, setLastDay } from '@/server/institution/face/change-signatories'
import { askToCosign, cohortCosigners, takeBackCosignature } from '@/server/institution/face/cosign'
import { logoFile } from '@/server/institution/face/logo-file'
import { previewPaper } from '@/server/institution/face/preview'
import { readFace } from '@/server/institution/face/read-face'
import { saveFace } from '@/server/institution/face/save-face'
import { cohortOf, draftOfCohort } from '@/tests/support/cohorts'
import { publish } from '@/tests/support/exam-room'
import { certifiedLearner, handInNow, smallCourse } from '@/tests/support/exam-taken'
import {
  answer,
  ask,
  certifiedIn,
  DIRECTOR,
  FACE,
  learnerOf,
  logoOf,
  mayChangeFace,
  mayCosign,
  save,
} from '@/tests/support/faces'
import { callAs } from '@/tests/support/next-headers'
import { plainArabic, readPdf } from '@/tests/support/read-pdf'
import { actorNow, insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const NOW = new Date('2026-11-24T10:00:00Z')
const LATER = new Date('2026-12-01T09:00:00Z')

beforeEach(() => callAs(null))

/** A school with a face, a signatory, and an administrator. */
async function schoolWithFace() {
  const institutionId = await makeInstitution('school', 'Institut judiciaire')
  const administrator = await insertStaff('administrator', institutionId)
  expect(await save(administrator, institutionId, logoOf('#0c5a50'), NOW)).toEqual({ status: 'saved' })
  await addSignatory(await mayChangeFace(administrator, institutionId), DIRECTOR, NOW)
  return { institutionId, administrator }
}

/** The commission, which can be asked for a co-signature. */
async function commission() {
  const institutionId = await makeInstitution('commission', 'Commission nationale')
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}

async function opened(number: string) {
  const row = await findCertificate(sql(), number)
  if (!row?.nameArabic || !row.nameLatin) throw new Error('no certificate')
  const { nameArabic, nameLatin } = row
  const permit = permitFor({ kind: 'anonymous' }, 'certificate:read', { number, holderId: null, shared: true })
  return { permit, certificate: { ...row, nameArabic, nameLatin } }
}

async function factsOf(number: string) {
  const found = await verifyCertificate(number, null, visitOf())
  if (found.status !== 'found') throw new Error('no certificate')
  return found.facts
}

const paperOf = async (number: string) => certificatePdf(await opened(number))

/** Looks at the exam of somebody in a cohort whose certificates the commission has agreed to sign. */
async function cosigned() {
  const school = await schoolWithFace()
  const other = await commission()
  const learner = await learnerOf(school.institutionId)
  if (!learner.cohortId) throw new Error('no cohort')
  // By the clock of the database the cohort is under way, in whatever year these tests run.
  await db().cohort.update({ where: { id: learner.cohortId }, data: { endsOn: new Date('2099-01-15') } })
  const id = await ask(school.administrator, learner.cohortId, other.institutionId, NOW)
  return { school, other, learner, cohortId: learner.cohortId, id }
}

async function issue(learner: Awaited<ReturnType<typeof learnerOf>>) {
  await handInNow(learner)
  return (await db().certificate.findFirstOrThrow({ where: { accountId: learner.accountId } })).number
}

describe('a certificate of a cohort', () => {
  it('shows the school, its logo, its signatory on that day and the co-signing institution', async () => {
    const { other, learner, id } = await cosigned()
    await answer(await mayChangeFace(other.administrator, other.institutionId), id, 'accept', NOW)
    const number = await issue(learner)

    expect(await factsOf(number)).toMatchObject({
      kind: 'certificate',
      issuer: { ar: 'مدرسة القضاء', fr: 'Institut judiciaire', en: FACE.nameEnglish },
      institution: {
        logo: { type: 'image/svg+xml' },
        signatory: { name: { ar: DIRECTOR.nameArabic, fr: DIRECTOR.nameLatin } },
      },
      cosigners: [{ name: { fr: 'Commission nationale', en: 'Commission nationale' }, logo: null, signatory: null }],
    })
    const { text, pages, structure, marked } = await readPdf(await paperOf(number))
    expect({ pages, marked }).toEqual({ pages: 1, marked: true })
    const arabic = plainArabic(text)
    for (const part of ['مدرسة القضاء', 'زنقة الزيتون', DIRECTOR.nameArabic, DIRECTOR.titleArabic])
      expect(arabic).toContain(part)
    const latin = text.replace(/\s+/g, ' ')
    for (const part of ['Institut judiciaire', FACE.addressLatin, 'Nadia El Fassi', 'Commission nationale'])
      expect(latin).toContain(part)
    // The two figures are the QR code, and the logo with its name. There is no image of a signature.
    expect(structure.match(/"role":"Figure"/g)).toHaveLength(2)
    expect(structure).toContain('شعار')
  })

  it('agrees with its credential', async () => {
    const { institutionId } = await schoolWithFace()
    const { certificate } = await certifiedIn(institutionId)
    const credential = JSON.parse(JSON.stringify(await certificateCredential(await opened(certificate.number), LATER)))

    expect(credential).toMatchObject({
      issuer: { name: 'مدرسة القضاء / Institut judiciaire', image: { type: 'Image' } },
      credentialSubject: { achievement: { achievementType: 'Certificate' } },
    })
    expect(credential.evidence).toHaveLength(2)
    expect(credential.evidence[1].narrative).toContain('Nadia El Fassi, Directrice générale de l’Institut')
    const hash = String(credential.issuer.image.id).split('/').at(-1) ?? ''
    expect(await logoFile(hash)).toMatchObject({ type: 'image/svg+xml' })
  })

  it('names no signatory on a day without one', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const permit = await mayChangeFace(administrator, institutionId)
    const [signatory] = (await readFace(permit)).signatories
    await setLastDay(permit, signatory?.id ?? '', '2026-02-01', NOW)
    const { certificate } = await certifiedIn(institutionId)

    expect((await factsOf(certificate.number)).institution?.signatory).toBeNull()
    const { text } = await readPdf(await paperOf(certificate.number))
    expect(text).not.toContain('Nadia')
    expect(text).not.toContain('Responsable de la formation')
  })

  it('of a school that has set nothing shows only its name', async () => {
    const institutionId = await makeInstitution('court', 'Cour d’appel de Fès')
    const { certificate } = await certifiedIn(institutionId)

    expect(await factsOf(certificate.number)).toMatchObject({
      kind: 'certificate',
      issuer: { fr: 'Cour d’appel de Fès', en: 'Cour d’appel de Fès' },
      institution: { logo: null, signatory: null, address: null },
    })
    expect((await readPdf(await paperOf(certificate.number))).text).toContain('Cour d’appel de Fès')
  })

  it('stays the same, byte for byte, whatever the school changes afterwards; the next one shows the change', async () => {
    const { school, other, learner, id } = await cosigned()
    const permit = await mayChangeFace(other.administrator, other.institutionId)
    await answer(permit, id, 'accept', NOW)
    const number = await issue(learner)
    const [before, said] = [await paperOf(number), await factsOf(number)]

    await save(school.administrator, school.institutionId, logoOf('#7a4a08'), LATER, { nameEnglish: 'Another name' })
    await db().institution.update({ where: { id: school.institutionId }, data: { nameLatin: 'Nouvel institut' } })
    const own = await mayChangeFace(school.administrator, school.institutionId)
    const [signatory] = (await readFace(own)).signatories
    await removeSignatory(own, signatory?.id ?? '', LATER)
    await answer(permit, id, 'withdraw', LATER)

    expect(Buffer.from(await paperOf(number)).equals(Buffer.from(before))).toBe(true)
    expect(await factsOf(number)).toEqual(said)
    const next = await certifiedIn(school.institutionId)
    expect(await factsOf(next.certificate.number)).toMatchObject({
      issuer: { fr: 'Nouvel institut', en: 'Another name' },
      institution: { signatory: null },
      cosigners: [],
    })
    expect((await factsOf(next.certificate.number)).institution?.logo).not.toEqual(said.institution?.logo)
  })

  it('keeps its issuer and signatory when it is reissued under corrected names', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const { certificate } = await certifiedIn(institutionId)
    await save(administrator, institutionId, 'none', LATER)
    const given = {
      command: 'supersede',
      number: certificate.number,
      reason: 'Name misspelt',
      nameLatin: 'Fatima Alawi',
    }
    await runCertificateCommand(given, LATER)
    const next = await db().certificate.findFirstOrThrow({ where: { supersedesId: certificate.id } })

    expect(next.paperHash).toBe(certificate.paperHash)
    expect((await factsOf(next.number)).institution?.logo).not.toBeNull()
  })

  it('keeps the name of its signatory when she deletes her account', async () => {
    const { institutionId } = await schoolWithFace()
    const director = await insertStaff('tutor', institutionId, {
      nameArabic: DIRECTOR.nameArabic,
      nameLatin: DIRECTOR.nameLatin,
    })
    const { certificate } = await certifiedIn(institutionId)
    const before = await paperOf(certificate.number)
    const { deleteAccountRow } = await import('@/server/db/account/accounts')
    await deleteAccountRow(db(), director.accountId)

    expect(Buffer.from(await paperOf(certificate.number)).equals(Buffer.from(before))).toBe(true)
    expect((await readPdf(before)).text).toContain('Nadia El Fassi')
  })
})

describe('other papers', () => {
  it('are a statement of the platform for a person who learned alone, with the signer of the course', async () => {
    const { certificate } = await certifiedLearner()
    expect(await factsOf(certificate.number)).toMatchObject({
      kind: 'statement',
      title: { fr: 'Certificat de suivi' },
      issuer: { fr: 'Plateforme de formation' },
      institution: null,
      cosigners: [],
    })
    const credential = await certificateCredential(await opened(certificate.number), LATER)
    expect(credential).toMatchObject({
      name: 'شهادة إتمام التكوين / Certificat de suivi',
      credentialSubject: { achievement: { achievementType: 'CertificateOfCompletion' } },
    })
  })

  it('issued before papers were stored keep their words', async () => {
    const { certificate } = await certifiedLearner()
    const { certificate: row } = await opened(certificate.number)
    const { text } = await readPdf(
      await setPaper({ printed: { ...row, paper: null }, address: 'http://localhost:3000' }),
    )
    for (const part of [
      'Certificat de formation à distance',
      'Responsable de la formation',
      'pour avoir terminé le cours',
    ])
      expect(text).toContain(part)
  })

  it('of attendance have their own title and reason', async () => {
    const { file } = smallCourse('seminar')
    expect(titleOf('attendance', file)).toMatchObject({ ar: 'شهادة الحضور', fr: 'Attestation de présence' })
    expect(reasonText('attendance', 'Journée d’étude', 'fr')).toMatch(/présent\(e\) à «\sJournée d’étude\s»/)
    const { certificate } = await certifiedLearner()
    const { certificate: row } = await opened(certificate.number)
    if (!row.paper) throw new Error('no paper')
    const paper = { ...row.paper, kind: 'attendance' as const, title: titleOf('attendance', file) }
    const { text } = await readPdf(await setPaper({ printed: { ...row, paper }, address: 'http://localhost:3000' }))
    expect(text).toContain('Attestation de présence')
    expect(plainArabic(text)).toContain('شهادة الحضور')
  })
})

describe('a paper that was issued', () => {
  it('cannot be changed or deleted in the database', async () => {
    const { institutionId } = await schoolWithFace()
    const { certificate } = await certifiedIn(institutionId)
    const { paperHash: hash } = certificate
    for (const change of [
      () => db().paper.update({ where: { hash: hash ?? '' }, data: { content: {} } }),
      () => db().paper.delete({ where: { hash: hash ?? '' } }),
      () => db().logo.updateMany({ data: { type: 'image/png' } }),
      () => db().logo.deleteMany(),
      () => db().certificate.update({ where: { id: certificate.id }, data: { paperHash: null } }),
    ])
      await expect(change()).rejects.toThrow('what a paper shows does not change')
  })
})

describe('the face of an institution', () => {
  it('is not overwritten by an administrator who has not seen the other one’s change', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const second = await insertStaff('administrator', institutionId)
    const version = (await readFace(await mayChangeFace(second, institutionId))).face.version
    const permits = [await mayChangeFace(administrator, institutionId), await mayChangeFace(second, institutionId)]
    const outcomes = await Promise.all(
      permits.map((permit, place) => saveFace(permit, { ...FACE, nameEnglish: `Name ${place}`, version }, 'same', NOW)),
    )

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['changed', 'saved'])
    const { face } = await readFace(await mayChangeFace(second, institutionId))
    expect(face).toMatchObject({ version: version + 1, logoHash: expect.any(String) })
    expect(await db().auditEntry.count({ where: { institutionId, act: 'face-changed' } })).toBe(2)
  })

  it('stays as it is if the logo is refused, with the reason', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const permit = await mayChangeFace(administrator, institutionId)
    const { face } = await readFace(permit)
    const script = Buffer.from('<svg viewBox="0 0 9 9"><script>alert(1)</script></svg>')

    expect(await save(administrator, institutionId, script, LATER, { nameEnglish: 'Changed' })).toEqual({
      status: 'refused',
      problem: 'not-allowed',
      what: '<script>',
    })
    expect((await readFace(permit)).face).toEqual(face)
  })

  it('accepts only so many attempts with a logo', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const tried = Array.from({ length: 30 }, () => save(administrator, institutionId, Buffer.from('x'), LATER))
    await expect(Promise.all(tried)).resolves.toHaveLength(30)
    await expect(save(administrator, institutionId, logoOf('#000'), LATER)).rejects.toMatchObject({
      code: 'too-many-requests',
    })
  })

  it('is for administrators with a fresh code, of that institution', async () => {
    const { institutionId } = await schoolWithFace()
    const elsewhere = await commission()
    await expect(mayChangeFace(elsewhere.administrator, institutionId)).rejects.toMatchObject({ code: 'forbidden' })
    const tutor = await insertStaff('tutor', institutionId)
    await expect(mayChangeFace(tutor, institutionId)).rejects.toMatchObject({ code: 'forbidden' })
    const late = await insertStaff('administrator', institutionId)
    await db().session.updateMany({ where: { accountId: late.accountId }, data: { provedAt: new Date(0) } })
    await expect(mayChangeFace(late, institutionId)).rejects.toMatchObject({ code: 'second-factor-required' })
  })

  it('can be previewed on a paper without a real name, marked as void', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    await certifiedLearner()
    releases.reset()
    const pdf = await readPdf(await previewPaper(await mayChangeFace(administrator, institutionId), NOW))
    expect(pdf.pages).toBe(1)
    for (const part of ['Prénom Nom', 'Aperçu, sans valeur', 'Nadia El Fassi', 'XXXX-XXXX-XXXX-X'])
      expect(pdf.text).toContain(part)
  })
})

describe('signatories', () => {
  it('never share a day, also if two administrators name them at once', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const permit = await mayChangeFace(administrator, institutionId)
    const [first] = (await readFace(permit)).signatories
    const next = { ...DIRECTOR, nameLatin: 'Omar Tazi', fromDay: '2027-01-01' }
    expect(await addSignatory(permit, next, NOW)).toMatchObject({ overlap: { toDay: null } })
    expect(await setLastDay(permit, first?.id ?? '', '2025-12-31', NOW)).toBe('order')
    expect(await setLastDay(permit, first?.id ?? '', '2026-12-31', NOW)).toBe('ended')
    const both = await Promise.all([addSignatory(permit, next, NOW), addSignatory(permit, next, NOW)])
    expect(both.filter((one) => one === 'added')).toHaveLength(1)
    expect(both.filter((one) => typeof one === 'object')).toMatchObject([{ overlap: { fromDay: '2027-01-01' } }])
    expect(await setLastDay(permit, first?.id ?? '', '2027-02-01', NOW)).toMatchObject({
      overlap: { fromDay: '2027-01-01' },
    })
  })

  it('say who signs already and until when, and lead to the form that ends her mandate the day before', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const permit = await mayChangeFace(administrator, institutionId)
    const [first] = (await readFace(permit)).signatories
    const words = { locale: 'fr', t: translator('fr') } as const
    const fields = { ...DIRECTOR, nameLatin: 'Omar Tazi', fromDay: '2027-01-01' }
    const name = first?.nameLatin ?? ''

    const refused = await actOnFace(permit, { act: 'add', fields, typed: { nameLatin: 'Omar Tazi' } }, words, NOW)
    expect(refused).toMatchObject({
      refused: {
        form: 'add',
        problem: words.t('face.overlapOpen', { name }),
        wayOut: { href: `#end-${first?.id}`, label: words.t('face.endOther', { date: '31 décembre 2026' }) },
        values: { nameLatin: 'Omar Tazi', ends: first?.id, lastDay: '2026-12-31' },
      },
    })
    await setLastDay(permit, first?.id ?? '', '2027-03-31', NOW)
    const dated = await actOnFace(permit, { act: 'add', fields, typed: {} }, words, NOW)
    expect(dated).toMatchObject({ refused: { problem: words.t('face.overlap', { name, date: '31 mars 2027' }) } })
    // Nobody can be ended before she began.
    const before = { ...fields, fromDay: first?.fromDay ?? '' }
    const early = await actOnFace(permit, { act: 'add', fields: before, typed: {} }, words, NOW)
    expect(early).not.toMatchObject({ refused: { wayOut: expect.anything() } })
  })

  it('of another institution are not found', async () => {
    const { institutionId, administrator } = await schoolWithFace()
    const [signatory] = (await readFace(await mayChangeFace(administrator, institutionId))).signatories
    const elsewhere = await commission()
    const permit = await mayChangeFace(elsewhere.administrator, elsewhere.institutionId)
    await expect(removeSignatory(permit, signatory?.id ?? '', NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(setLastDay(permit, signatory?.id ?? '', '2027-01-01', NOW)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

const cosignersOf = async (attemptId: string) =>
  (await findPartiesOf(sql(), attemptId, '2026-11-24')).slice(1).map(({ nameLatin }) => nameLatin)

/** As `cosigned`, but the institution that was asked has accepted. */
async function accepted() {
  const all = await cosigned()
  const permit = await mayChangeFace(all.other.administrator, all.other.institutionId)
  await answer(permit, all.id, 'accept', NOW)
  expect(await cosignersOf(all.learner.attemptId)).toEqual(['Commission nationale'])
  return { ...all, permit }
}

describe('a co-signature that was accepted', () => {
  it('must be accepted again if the cohort gets another course, but not after another change', async () => {
    const { school, learner, cohortId, id, permit } = await accepted()
    const cohort = await cohortOf(cohortId)
    const change = async (courseIds: string[], name: string) =>
      changeCohort(
        permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort)),
        draftOfCohort(courseIds, { fields: { name, endsOn: '2099-01-15' } }),
        LATER,
      )
    expect(await change([learner.courseId], 'Another name')).toBe('saved')
    expect(await cosignersOf(learner.attemptId)).toEqual(['Commission nationale'])

    const { courseId } = await publish()
    releases.reset()
    expect(await change([learner.courseId, courseId], 'Another name')).toBe('saved')
    expect(await cosignersOf(learner.attemptId)).toEqual([])
    expect((await readFace(permit)).asked).toMatchObject([{ id, state: 'offered' }])
    const noted = await db().auditEntry.findMany({
      where: { act: 'cosignature-offered', institutionId: school.institutionId },
    })
    expect(noted.map(({ details }) => details)).toEqual(
      Array(2).fill({ cohort: cohortId, asked: permit.target.institutionId }),
    )
    await answer(permit, id, 'accept', LATER)
    expect(await cosignersOf(learner.attemptId)).toEqual(['Commission nationale'])
  })

  it('stays listed after the cohort is archived, and can still be withdrawn', async () => {
    const { school, other, learner, cohortId, id, permit } = await accepted()
    const second = await commission()
    await ask(school.administrator, cohortId, second.institutionId, NOW)
    await db().cohort.update({ where: { id: cohortId }, data: { archivedAt: new Date('2099-01-01') } })

    expect((await readFace(permit)).asked).toMatchObject([{ id, state: 'accepted' }])
    const never = await mayChangeFace(second.administrator, second.institutionId)
    expect((await readFace(never)).asked).toEqual([])
    expect(await answer(permit, id, 'withdraw', LATER)).toBe('ended')
    expect(await cosignersOf(learner.attemptId)).toEqual([])
    expect((await readFace(await mayChangeFace(other.administrator, other.institutionId))).asked).toEqual([])
  })

  it('does not count for an exam begun after the cohort was over or archived', async () => {
    const { learner, cohortId } = await accepted()
    const ends = (endsOn: string, archivedAt: string | null) =>
      db().cohort.update({
        where: { id: cohortId },
        data: { endsOn: new Date(endsOn), archivedAt: archivedAt && new Date(archivedAt) },
      })
    // In Morocco this is ten o'clock in the evening of the last day.
    const begun = { startedAt: new Date('2026-11-20T21:00:00Z') }
    await db().attempt.update({ where: { id: learner.attemptId }, data: begun })
    await ends('2026-11-19', null)
    expect(await cosignersOf(learner.attemptId)).toEqual([])
    await ends('2026-11-20', null)
    expect(await cosignersOf(learner.attemptId)).toEqual(['Commission nationale'])
    await ends('2026-11-20', '2026-11-20T20:59:00Z')
    expect(await cosignersOf(learner.attemptId)).toEqual([])
    await ends('2026-11-20', '2026-11-20T21:01:00Z')
    expect(await cosignersOf(learner.attemptId)).toEqual(['Commission nationale'])
  })
})

describe('a co-signature', () => {
  it('is on no paper before it is accepted, after it is declined, or once it is withdrawn or taken back', async () => {
    const { school, other, learner, cohortId, id } = await cosigned()
    const permit = await mayChangeFace(other.administrator, other.institutionId)
    const own = await mayCosign(school.administrator, cohortId)
    const cosigners = () => cosignersOf(learner.attemptId)
    expect(await cosigners()).toEqual([])
    await answer(permit, id, 'decline', NOW)
    expect(await cosigners()).toEqual([])
    const again = await ask(school.administrator, cohortId, other.institutionId, LATER)
    await answer(permit, again, 'accept', NOW)
    expect(await cosigners()).toEqual(['Commission nationale'])
    await answer(permit, again, 'withdraw', NOW)
    expect(await cosigners()).toEqual([])
    const third = await ask(school.administrator, cohortId, other.institutionId, LATER)
    await answer(permit, third, 'accept', NOW)
    await takeBackCosignature(own, third, NOW)
    expect(await cosigners()).toEqual([])
  })

  it('is answered once if two answers come at once', async () => {
    const { other, id } = await cosigned()
    const permit = await mayChangeFace(other.administrator, other.institutionId)
    const answers = await Promise.allSettled([answer(permit, id, 'accept', NOW), answer(permit, id, 'decline', NOW)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db().auditEntry.count({ where: { institutionId: other.institutionId } })).toBe(1)
  })

  it('is asked once of an institution, even by two at once, and of two institutions at most', async () => {
    const { school, cohortId, other } = await cosigned()
    const permit = await mayCosign(school.administrator, cohortId)
    expect(await askToCosign(permit, other.institutionId, NOW)).toBe('already')
    const partner = await makeInstitution('partner', 'Conseil de l’Europe')
    const both = await Promise.all([askToCosign(permit, partner, NOW), askToCosign(permit, partner, NOW)])
    expect(both.toSorted()).toEqual(['already', 'asked'])
    expect(await askToCosign(permit, await makeInstitution('partner'), NOW)).toBe('full')
    expect((await cohortCosigners(permit)).possible).toEqual([])
  })

  it('is asked of no school and for no other cohort, and answered only by the institution asked', async () => {
    const { school, cohortId, id } = await cosigned()
    const permit = await mayCosign(school.administrator, cohortId)
    for (const wrong of [await makeInstitution('school'), school.institutionId, 'x', id])
      await expect(askToCosign(permit, wrong, NOW)).rejects.toMatchObject({ code: 'not-found' })
    const elsewhere = await commission()
    await expect(mayCosign(elsewhere.administrator, cohortId)).rejects.toMatchObject({ code: 'forbidden' })
    const theirs = await mayChangeFace(elsewhere.administrator, elsewhere.institutionId)
    await expect(answer(theirs, id, 'accept', NOW)).rejects.toMatchObject({ code: 'not-found' })
    // The school that asks cannot answer for the institution that is asked.
    const own = await mayChangeFace(school.administrator, school.institutionId)
    await expect(answer(own, id, 'accept', NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(answer(own, 'x', 'accept', NOW)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is neither asked nor accepted for a cohort that is archived', async () => {
    const { school, other, cohortId, id } = await cosigned()
    const permit = await mayCosign(school.administrator, cohortId)
    await db().cohort.update({ where: { id: cohortId }, data: { archivedAt: NOW } })
    const theirs = await mayChangeFace(other.administrator, other.institutionId)
    await expect(answer(theirs, id, 'accept', NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(askToCosign(permit, await makeInstitution('partner'), NOW)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a transcript', () => {
  it('lists the certificates in force with hours, dates and numbers, in Arabic and French, as a tagged PDF', async () => {
    const { institutionId } = await schoolWithFace()
    const { certificate, accountId, sessionId } = await certifiedIn(institutionId)
    const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
    const permit = permitFor(actor, 'account:read', { accountId })
    const { pages, text, marked, structure, info, xmp } = await readPdf(await transcriptPdf(permit, LATER))

    expect({ pages, marked }).toEqual({ pages: 1, marked: true })
    expect(info).toMatchObject({ Title: 'كشف التكوينات / Relevé de formation', Language: 'ar-MA' })
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(structure).toContain('"role":"TH"')
    for (const part of ['Fatima Alaoui', 'Les fondamentaux', '24 novembre 2026', '2 heures', 'Institut judiciaire'])
      expect(text.replace(/\s/g, ' ')).toContain(part)
    expect(text).toContain(formatCertificateNumber(certificate.number))
    const arabic = plainArabic(text)
    for (const part of ['فاطمة العلوي', 'أساسيات مكافحة الاتجار بالبشر', 'مدرسة القضاء']) expect(arabic).toContain(part)
  })

  it('uses the names of the newest certificate in force, and only counts those in other names', async () => {
    const { certificate, accountId, sessionId } = await certifiedLearner()
    const {
      id: _,
      statusIndex: __,
      ...facts
    } = await db().certificate.findUniqueOrThrow({
      where: { id: certificate.id },
    })
    const add = (number: string, days: number, changed: object) =>
      db().certificate.create({
        data: {
          ...facts,
          ...changed,
          number,
          attemptId: null,
          shareToken: number,
          issuedAt: new Date(facts.issuedAt.getTime() + days * 86_400_000),
        },
      })
    await add('TRNSCRPTHER22', -1, { nameLatin: 'FATIMA ALAOUI' })
    await add('TRNSCRPTXTHER', -2, { nameLatin: 'Fatima Berrada' })
    await add('TRNSCRPTREVKD', 1, { nameLatin: 'Zainab Bennani', revokedAt: LATER })
    const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
    const made = await readPdf(await transcriptPdf(permitFor(actor, 'account:read', { accountId }), LATER))
    const text = made.text.replace(/\s/g, ' ')

    for (const part of ['Fatima Alaoui', 'Certificats : 2', 'absents de ce relevé : 1']) expect(text).toContain(part)
    expect(text).toContain(formatCertificateNumber('TRNSCRPTHER22'))
    for (const part of ['Zainab', 'Berrada', formatCertificateNumber('TRNSCRPTXTHER')]) expect(text).not.toContain(part)
  })

  it('leaves out a revoked certificate, and is not made without one', async () => {
    const { certificate, accountId, sessionId } = await certifiedLearner()
    await runCertificateCommand({ command: 'revoke', number: certificate.number, reason: 'by mistake' }, LATER)
    const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
    const permit = permitFor(actor, 'account:read', { accountId })
    await expect(transcriptPdf(permit, LATER)).rejects.toMatchObject({ code: 'not-found' })
  })
})
