import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/[locale]/(teach)/cohorts/[cohort]/export/route'
import { formatCertificateNumber, makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { db, sql } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { secretToken, secureRandom } from '@/server/random'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { plainArabic, readPdf } from '@/tests/support/read-pdf'
import { giveRole, insertStaff, passSecondFactor } from '@/tests/support/staff'
import { unzip } from '@/tests/support/unzip'

const REASON = 'Rapport annuel au ministère'
const context = ({ id }: { id: string }, locale = 'fr') => ({ params: Promise.resolve({ locale, cohort: id }) })
const address = ({ id }: { id: string }) => `http://localhost/fr/cohorts/${id}/export`

/** Posts the form as the current caller. */
function order(cohort: CohortInCourse, fields: Record<string, string> = {}) {
  const body = new URLSearchParams({ content: 'progress', format: 'csv', locale: 'fr', reason: REASON, ...fields })
  return POST(new Request(address(cohort), { method: 'POST', body }), context(cohort))
}
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const readCsv = (text: string) => parse(text, { delimiter: ';', record_delimiter: '\r\n', bom: true }) as string[][]
const auditOf = ({ institutionId }: School) => db().auditEntry.findMany({ where: { institutionId, act: 'exported' } })

type Wanted = Parameters<typeof insertPerson>[0] & {
  done?: boolean
  passed?: boolean
  certified?: boolean
  since?: Date
}

/** A learner in a cohort, with the given progress. */
async function addMember(
  cohort: CohortInCourse,
  { done = true, passed = false, certified = false, since = NOW, ...who }: Wanted = {},
) {
  const person = await insertPerson(who)
  const { accountId, email } = person
  const { courseId, releaseId } = cohort
  const account = await db().account.findUniqueOrThrow({ where: { id: accountId } })
  const { nameArabic, nameLatin } = account
  const names = { nameArabic, nameLatin, function: account.function, locale: account.locale }
  const place = { cohortId: cohort.id, accountId, email, ...names, status: 'active' }
  const moves = { create: { to: 'active', at: since } }
  await db().cohortMember.create({ data: { ...place, moves } })
  const enrolment = await db().enrolment.create({ data: { accountId, courseId, releaseId, enrolledAt: NOW } })
  const enrolmentId = enrolment.id
  if (done) {
    const completedAt = new Date('2026-11-25T23:30:00Z') // the 26th in Morocco
    await db().lessonState.create({ data: { enrolmentId, lessonId: 'offence', block: 1, completedAt } })
  }
  const sat = { enrolmentId, releaseId, startedAt: NOW, earned: 1.25, possible: 2 }
  if (passed || certified) {
    await db().attempt.create({ data: { ...sat, number: 1, passed: false, handedInAt: NOW } })
    await db().attempt.create({
      data: { ...sat, number: 2, passed: true, handedInAt: new Date('2026-11-30T09:00:00Z') },
    })
  }
  const number = makeCertificateNumber(secureRandom)
  if (certified) {
    const issued = { shareToken: secretToken(), issuedAt: NOW, initials: 'F. A.' }
    await db().certificate.create({
      data: { number, accountId, releaseId, courseId, nameArabic, nameLatin, ...issued },
    })
  }
  return { ...person, number }
}

let school: School
beforeEach(async () => {
  school = await makeSchool()
  await callAs(school.administrator.sessionId)
})

describe('a list of people as CSV', () => {
  it('contains each active learner with her progress, and none of her answers', async () => {
    const cohort = await makeCohort(school)
    const { email, number } = await addMember(cohort, { certified: true })
    const second = await addMember(cohort, { nameLatin: 'Zineb Tazi', done: false })
    const invited = { email: 'new@example.ma', nameArabic: '', nameLatin: 'Ali Bari', function: '', locale: 'fr' }
    await db().cohortMember.create({ data: { cohortId: cohort.id, ...invited, status: 'invited' } })
    await db().cohortMember.create({
      data: { cohortId: cohort.id, ...invited, email: 'gone@example.ma', status: 'withdrawn' },
    })

    const response = await order(cohort, { content: 'lessons' })
    const bytes = await bytesOf(response)

    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-accel-buffering': 'no',
    })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(readCsv(Buffer.from(bytes).toString())).toEqual([
      [
        'Nom en arabe',
        'Nom',
        'E-mail',
        'Fonction',
        'Statut',
        'Inscription',
        'Leçons terminées',
        'Leçons au total',
        expect.stringMatching(/^1\. /),
        'Examen',
        'Réussi le',
        'Numéro du certificat',
      ],
      ['', 'Ali Bari', 'new@example.ma', '', 'Invité(e)', '', '', '1', '', '', '', ''],
      [
        'فاطمة العلوي',
        'Fatima Alaoui',
        email,
        'Magistrat(e) du siège',
        'Inscrit(e)',
        '2026-11-24',
        '1',
        '1',
        '2026-11-26',
        'Réussi',
        '2026-11-30',
        formatCertificateNumber(number),
      ],
      [
        'فاطمة العلوي',
        'Zineb Tazi',
        second.email,
        'Magistrat(e) du siège',
        'Inscrit(e)',
        '2026-11-24',
        '0',
        '1',
        '',
        'Reste à passer',
        '',
        '',
      ],
    ])
  })

  it.each(LOCALES)(
    'says in %s the same of a person who has failed the exam and of one who has not sat it',
    async (locale) => {
      const cohort = await makeCohort(school)
      const failed = await addMember(cohort, { nameLatin: 'Amal Failed' })
      await addMember(cohort, { nameLatin: 'Badr Absent' })
      const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { accountId: failed.accountId } })
      const sat = { number: 1, passed: false, handedInAt: NOW, earned: 0, possible: 2, startedAt: NOW }
      await db().attempt.create({ data: { enrolmentId, releaseId: cohort.releaseId, ...sat } })

      const [, ...rows] = readCsv(Buffer.from(await bytesOf(await order(cohort, { locale }))).toString())

      expect(rows.map((row) => row.at(-3))).toEqual(Array(2).fill(translator(locale)('cohorts.export.examOpen')))
    },
  )

  it('is in the audit log with its reason, content and number of people', async () => {
    const cohort = await makeCohort(school)
    await addMember(cohort)

    await order(cohort)

    expect(await auditOf(school)).toMatchObject([
      {
        actorId: school.administrator.accountId,
        subjectId: null,
        reason: REASON,
        details: { cohortId: cohort.id, content: 'progress', format: 'csv', locale: 'fr', count: 1 },
      },
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x";"y")', 'a;b', 'a\r\n=b', '"; =1', '＝1'])(
    'never contains a name as a formula: %j',
    async (name) => {
      const cohort = await makeCohort(school, { fields: { name: `${name.replace(/\s/g, '')} 2026` } })
      const member = { cohortId: cohort.id, email: 'a@example.ma', function: name, locale: 'fr', status: 'invited' }
      await db().cohortMember.create({ data: { ...member, nameArabic: name, nameLatin: name } })

      const csv = await order(cohort)
      const xlsx = await order(cohort, { format: 'xlsx' })

      const [, row] = readCsv(await csv.text())
      expect(row).toHaveLength(11)
      for (const cell of row?.slice(0, 4) ?? []) {
        expect(cell).not.toMatch(/^[\s]*[=+\-@＝]/)
        expect([name, `'${name}`, 'a@example.ma']).toContain(cell)
      }
      const bytes = await bytesOf(xlsx)
      const sheet = (await unzip(bytes)).get('xl/worksheets/sheet1.xml')?.toString()
      expect(sheet).not.toContain('<f')
      expect((await readSheet(Buffer.from(bytes)))[1]?.[1]).toBe(name.replace('\r', '').trim())
      const disposition = csv.headers.get('content-disposition') ?? ''
      expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/)
      expect(disposition).not.toMatch(/%(22|2F|5C|0A|0D)/)
    },
  )

  it('has only its header row for an empty cohort', async () => {
    const rows = readCsv(await (await order(await makeCohort(school))).text())

    expect(rows).toHaveLength(1)
  })
})

describe('a list of people as XLSX', () => {
  it.each([
    ['ar', 'التقدم حسب الدرس', true],
    ['fr', 'Progression par leçon', false],
  ])('opens with real dates, numbers and Arabic names: %s', async (locale, title, rightToLeft) => {
    const cohort = await makeCohort(school)
    const { email } = await addMember(cohort, { passed: true })

    const bytes = await bytesOf(await order(cohort, { content: 'lessons', format: 'xlsx', locale }))

    const [head, row] = await readSheet(Buffer.from(bytes))
    expect(head).toHaveLength(12)
    expect(row?.slice(0, 3)).toEqual(['فاطمة العلوي', 'Fatima Alaoui', email])
    expect(row?.slice(5, 9)).toEqual([new Date('2026-11-24'), 1, 1, new Date('2026-11-26')])
    expect(row?.slice(10)).toEqual([new Date('2026-11-30'), null])
    const parts = await unzip(bytes)
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString()
    expect(sheet?.includes('rightToLeft="1"')).toBe(rightToLeft)
    expect(sheet).toContain('state="frozen"')
    expect(parts.get('xl/workbook.xml')?.toString()).toContain(`name="${title}"`)
  })
})

describe('certificates as one ZIP', () => {
  it('holds the paper of each certificate in force, under a file name of its own', async () => {
    const cohort = await makeCohort(school)
    const members = [await addMember(cohort, { certified: true }), await addMember(cohort, { certified: true })]
    const revoked = await addMember(cohort, { certified: true })
    await db().certificate.update({ where: { number: revoked.number }, data: { revokedAt: NOW } })
    await addMember(cohort)
    const elsewhere = await makeCohort(school)
    await addMember(elsewhere, { certified: true })
    // This certificate was earned before she joined the cohort, so only she may show it.
    await addMember(cohort, { certified: true, since: new Date('2026-11-25T09:00:00Z') })

    const response = await order(cohort, { content: 'certificates' })
    const files = await unzip(await bytesOf(response))

    expect(response.headers.get('content-type')).toBe('application/zip')
    const names = members.map(({ number }) => `Fatima-Alaoui_${formatCertificateNumber(number)}.pdf`)
    expect([...files.keys()].sort()).toEqual(names.sort())
    const paper = await readPdf(files.get(names[0] ?? '') ?? Buffer.alloc(0))
    expect(plainArabic(paper.text)).toContain(plainArabic('فاطمة'))
    expect(await auditOf(school)).toMatchObject([{ details: { content: 'certificates', format: 'zip', count: 2 } }])
  })

  it('gives no empty archive, and says why', async () => {
    const response = await order(await makeCohort(school), { content: 'certificates' })

    expect(response.status).toBe(400)
    expect(await response.text()).toContain('n’a encore de certificat')
    expect(await auditOf(school)).toHaveLength(0)
  })

  it('makes each PDF when it is read, and none for a reader who has left', async () => {
    const cohort = await makeCohort(school)
    for (let n = 0; n < 5; n++) await addMember(cohort, { certified: true })
    const opened = vi.spyOn(sql(), '$queryRaw')

    const reader = (await order(cohort, { content: 'certificates' })).body?.getReader()
    await reader?.read()
    const before = opened.mock.calls.length
    await reader?.cancel()

    // The file that was in progress at that time may still have been completed.
    expect(opened.mock.calls.length - before).toBeLessThanOrEqual(2)
    opened.mockRestore()
  })
})

describe('a person without the permission', () => {
  const doors = async (cohort: CohortInCourse) => [
    await GET(new Request(address(cohort)), context(cohort)),
    await order(cohort),
    await order(cohort, { content: 'certificates' }),
  ]
  const answersOf = async (cohort: CohortInCourse) => {
    const answers = await doors(cohort)
    for (const answer of answers) expect(answer.headers.get('content-disposition')).toBeNull()
    return answers.map(({ status }) => status)
  }

  it.each([
    ['the administrator of another school', async () => (await makeSchool()).administrator, 403],
    ['the platform’s administrator', () => insertStaff('platform-administrator', null), 403],
    ['a member of the commission', () => insertStaff('commission-member', null), 403],
    ['her tutor', async () => tutor(), 403],
    ['a learner', () => insertPerson(), 403],
    // Both are redirected to the page that asks for the missing proof, but a form that lacks only a fresh code is kept.
    ['the administrator without a second factor', async () => unproved('missing'), 303],
    ['the administrator whose code is not fresh', async () => unproved('stale'), 303, 401],
  ])('gets nothing: %s', async (_, who, status, sent = status) => {
    const person = await who()
    const cohort = await makeCohort(school, { tutorIds: tutorIds.splice(0) })
    await addMember(cohort, { certified: true })
    await callAs(person.sessionId)

    expect(await answersOf(cohort)).toEqual([status, sent, sent])
    expect(await auditOf(school)).toHaveLength(0)
  })

  it('is asked to sign in', async () => {
    const cohort = await makeCohort(school)
    await callAs(null)

    expect(await answersOf(cohort)).toEqual([303, 303, 303])
  })

  it('gets nothing by a form of another site', async () => {
    const cohort = await makeCohort(school)
    const body = new URLSearchParams({ content: 'progress', format: 'csv', locale: 'fr', reason: REASON })
    const headers = { origin: 'https://evil.example' }
    const request = new Request(address(cohort), { method: 'POST', body, headers })

    expect((await POST(request, context(cohort))).status).toBe(403)
  })

  const tutorIds: string[] = []
  async function tutor() {
    const person = await insertStaff('tutor', school.institutionId)
    tutorIds.push(person.accountId)
    return person
  }

  async function unproved(how: 'missing' | 'stale') {
    const person = await insertPerson()
    await giveRole(person.accountId, 'administrator', school.institutionId)
    if (how === 'missing') return person
    await passSecondFactor(person.accountId)
    const provedAt = new Date(Date.now() - 3_600_000)
    await db().session.update({ where: { id: person.sessionId }, data: { provedAt } })
    return person
  }
})

describe('the form', () => {
  it.each([
    ['reason', '', 'Indiquez le motif en 10 à 300 caractères.'],
    ['reason', 'court', 'Indiquez le motif en 10 à 300 caractères.'],
    ['reason', 'r'.repeat(301), 'Indiquez le motif en 10 à 300 caractères.'],
    ['content', 'answers', 'Veuillez choisir dans la liste.'],
    ['format', 'exe', 'Veuillez choisir dans la liste.'],
  ])('comes back with the error, and nothing is exported: %s %j', async (name, value, sentence) => {
    const cohort = await makeCohort(school)

    const response = await order(cohort, { [name]: value })

    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toContain(sentence)
    expect(name === 'reason' || html.includes(REASON)).toBe(true)
    expect(await auditOf(school)).toHaveLength(0)
  })

  it('is not found for an unknown cohort', async () => {
    expect((await order({ id: 'nothing' } as CohortInCourse)).status).toBe(404)
  })
})

describe('5,000 people', () => {
  it('come in small pieces, each person once, even in three exports at once', async () => {
    const cohort = await makeCohort(school)
    const members = Array.from({ length: 5000 }, (_, n) => ({
      cohortId: cohort.id,
      email: `p${n}@example.ma`,
      nameArabic: 'فاطمة العلوي',
      nameLatin: `Fatima ${n % 7}`,
      function: 'judge',
      locale: 'ar',
      status: 'invited',
    }))
    await db().cohortMember.createMany({ data: members })

    const [csv, xlsx, again] = await Promise.all([
      order(cohort),
      order(cohort, { format: 'xlsx' }),
      order(cohort, { content: 'lessons' }),
    ])
    const pieces: number[] = []
    for await (const piece of csv.body ?? []) pieces.push(piece.byteLength)

    expect(pieces).toHaveLength(11)
    expect(Math.max(...pieces)).toBeLessThan(100_000)
    const sheet = await readSheet(Buffer.from(await bytesOf(xlsx)))
    expect(new Set(sheet.map((row) => row[2])).size).toBe(5001)
    expect(readCsv(await again.text())).toHaveLength(5001)
    expect(await auditOf(school)).toHaveLength(3)
  })

  it('break off with an error if the database fails, instead of ending as if complete', async () => {
    const cohort = await makeCohort(school)
    const members = Array.from({ length: 1200 }, (_, n) => ({
      cohortId: cohort.id,
      email: `p${n}@example.ma`,
      nameArabic: '',
      nameLatin: 'A',
      function: '',
      locale: 'ar',
      status: 'invited',
    }))
    await db().cohortMember.createMany({ data: members })
    const reader = (await order(cohort)).body?.getReader()
    await reader?.read()
    vi.spyOn(sql(), '$queryRaw').mockRejectedValue(new Error('the database is gone'))

    const rest = async () => {
      while (!(await reader?.read())?.done);
    }
    await expect(rest()).rejects.toThrow('the database is gone')
    vi.restoreAllMocks()
  })
})
