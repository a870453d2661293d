import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sheetRow } from '@/domain/cohort/export/sheet-xml'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { db, sql } from '@/server/db/client'
import { countRows, findRows } from '@/server/db/cohort/import-runs'
import { isUnreachable } from '@/server/db/unreachable'
import { makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { breakOffAll, holdRow, untilWaiting } from '@/tests/support/held-row'
import { insertPerson } from '@/tests/support/people'
import { workbook } from '@/tests/support/workbook'

type Cohort = Awaited<ReturnType<typeof makeCohort>>
const ALL = { verdict: null, skip: 0, limit: 200 }
const bytes = (text: string) => new TextEncoder().encode(text)

async function check(school: School, cohort: Cohort, content: string | Uint8Array, name = 'liste.csv') {
  const file = { name, bytes: typeof content === 'string' ? bytes(content) : content }
  return validateImport(await mayEnrol(school, cohort), file, NOW)
}

/** The rows of a list that was checked for a new cohort. */
async function checked(school: School, content: string) {
  const answer = await check(school, await makeCohort(school), content)
  return findRows(sql(), answer.status === 'checked' ? answer.runId : '', ALL)
}

/** Checks a list and imports it. @returns the import. */
async function importList(school: School, cohort: Cohort, content: string) {
  const runId = await begin(school, cohort, content)
  await runImports(() => NOW)
  return runId
}

/** Checks a list and starts its import. @returns the import. */
async function begin(school: School, cohort: Cohort, content: string) {
  const answer = await check(school, cohort, content)
  if (answer.status !== 'checked') throw new Error(answer.status)
  await startImport(await mayEnrol(school, cohort), answer.runId, NOW)
  return answer.runId
}

const membersOf = async ({ id }: Cohort) =>
  db().cohortMember.findMany({
    where: { cohortId: id },
    orderBy: { email: 'asc' },
    include: { moves: { orderBy: { id: 'asc' } } },
  })
const mailsOf = async ({ id }: Cohort) => db().mail.findMany({ where: { member: { cohortId: id } } })

describe('a dry run', () => {
  it('says of each row what it would do, and does nothing', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const known = await insertPerson()
    await importList(school, cohort, 'email\nin@example.ma\n')

    const list = `E-mail;Nom;Fonction\nnew@example.ma;Amina Tazi;juge\n${known.email};;\nin@example.ma;;\nno address;;\n`
    const checked = await check(school, cohort, list)

    expect(checked).toMatchObject({ status: 'checked' })
    const runId = checked.status === 'checked' ? checked.runId : ''
    expect(await countRows(sql(), runId)).toEqual({
      new: 1,
      existing: 1,
      'already-in': 1,
      wrong: 1,
      done: 0,
      left: 0,
      lastDoneAt: null,
    })
    const rows = await findRows(sql(), runId, ALL)
    expect(rows.map(({ line, verdict, problem }) => [line, verdict, problem])).toEqual([
      [5, 'wrong', 'email'],
      [2, 'new', null],
      [3, 'existing', null],
      [4, 'already-in', null],
    ])
    expect(await membersOf(cohort)).toHaveLength(1)
  })

  it.each([
    ['nothing', '', { status: 'refused', problem: 'empty' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), { status: 'refused', problem: 'unreadable' }],
    ['a broken workbook', bytes('PK\u0003\u0004 broken'), { status: 'refused', problem: 'unreadable' }],
    ['100 MB of commas', new Uint8Array(100_000_000).fill(0x2c), { status: 'refused', problem: 'too-large' }],
    ['5 MB of commas', bytes(`email\n${','.repeat(5_000_000)}`), { status: 'refused', problem: 'too-large' }],
    [
      '3 MB of commas in a row',
      bytes(`email\n${','.repeat(3_000_000)}`),
      { status: 'refused', problem: 'too-long-text' },
    ],
    ['too many rows', `email\n${'a@example.ma\n'.repeat(5001)}`, { status: 'refused', problem: 'too-long' }],
  ])('refuses %s', async (_, content, answer) => {
    const school = await makeSchool()

    expect(await check(school, await makeCohort(school), content)).toEqual(answer)
  })

  it('judges each row separately: a formula is not a name, and does not stop other rows', async () => {
    const school = await makeSchool()
    const formulas = ['=1+1', '+212', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '＝1', '=cmd|calc!A0']
    const rows = formulas.map((name, n) => `f${n}@example.ma;"${name.replaceAll('"', '""')}"`)

    const report = await checked(school, `email;nom\n${rows.join('\n')}\nlast@example.ma;Amina Tazi\n`)

    expect(report.map(({ line, verdict, problem }) => [line, verdict, problem])).toEqual([
      ...formulas.map((_, n) => [n + 2, 'wrong', 'name-latin']),
      [formulas.length + 2, 'new', null],
    ])
  })

  it('matches an address whatever its case, and refuses one that only looks like it', async () => {
    const school = await makeSchool()
    const known = await insertPerson({ nameLatin: 'Hélène Noël' })
    const lookalikes = [
      'ｋ@example.ma',
      '\u212A@example.ma',
      'h\u00E9l@example.ma',
      'he\u0301l@example.ma',
      'а@example.ma',
    ]

    const report = await checked(
      school,
      `email;nom\n${[known.email.toUpperCase(), known.email, ...lookalikes].join(';\n')};\nk@EXAMPLE.ma;He\u0301le\u0300ne\n`,
    )

    expect(report.map(({ email, verdict, problem, nameLatin }) => [email, verdict, problem ?? nameLatin])).toEqual([
      [known.email, 'wrong', 'twice'],
      ...lookalikes.map((email) => [email, 'wrong', 'email']),
      [known.email, 'existing', ''],
      ['k@example.ma', 'new', 'H\u00E9l\u00E8ne'],
    ])
  })

  it('reads a list that is put together from two encodings, and says so', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const utf8 = bytes('email;nom arabe\na@example.ma;أمينة التازي\n')
    // خالد in Windows-1256.
    const arabic = [...bytes('b@example.ma;'), 0xce, 0xc7, 0xe1, 0xcf, 0x0a]

    const answer = await check(school, cohort, Uint8Array.from([...utf8, ...arabic]))

    const runId = answer.status === 'checked' ? answer.runId : ''
    const rows = await findRows(sql(), runId, ALL)
    expect(rows.map(({ nameArabic, verdict }) => [nameArabic, verdict])).toEqual([
      ['أمينة التازي', 'new'],
      ['خالد', 'new'],
    ])
    expect(await db().importRun.findUnique({ where: { id: runId } })).toMatchObject({
      encoding: 'utf-8 + windows-1256',
    })
  })

  it('does not trust the size that a workbook claims to have', async () => {
    const school = await makeSchool()
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024, ' '), 1000)

    const answer = await check(school, await makeCohort(school), bomb, 'liste.xlsx')

    expect(answer).toEqual({ status: 'refused', problem: 'unreadable' })
  })

  it('reads a workbook as it reads a CSV, with its lines as Excel numbers them', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const rows = [
      ['a@example.ma', 'أمينة التازي'],
      [null, null],
      ['nobody', null],
    ]

    const answer = await check(school, cohort, await workbook(['E-mail', 'الاسم بالعربية'], rows), 'liste.xlsx')

    const report = await findRows(sql(), answer.status === 'checked' ? answer.runId : '', ALL)
    expect(report.map(({ line, email, nameArabic, verdict }) => [line, email, nameArabic, verdict])).toEqual([
      [4, 'nobody', '', 'wrong'],
      [2, 'a@example.ma', 'أمينة التازي', 'new'],
    ])
  })

  it('refuses a sheet whose last cell is far away', async () => {
    const school = await makeSchool()
    const far = sheetRow(['x'], 1_048_576).replace('A1048576', 'XFD1048576')

    const answer = await check(school, await makeCohort(school), await workbook(['E-mail'], [], far), 'liste.xlsx')

    expect(answer).toEqual({ status: 'refused', problem: 'too-many-cells' })
  })

  it('unpacks no zip bomb', async () => {
    const school = await makeSchool()
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024, ' '))
    expect(bomb.byteLength).toBeLessThan(1024 * 1024)

    const answer = await check(school, await makeCohort(school), bomb, 'liste.xlsx')

    expect(answer).toEqual({ status: 'refused', problem: 'too-dense' })
  })
})

describe('a list that is imported', () => {
  it('puts each person on the cohort’s list, with a letter in her language', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)

    await importList(
      school,
      cohort,
      'email,nom arabe,nom,langue\na@example.ma,أمينة التازي,Amina Tazi,ar\nb@example.ma,,,\n',
    )

    expect((await membersOf(cohort)).map(({ email, status, locale }) => [email, status, locale])).toEqual([
      ['a@example.ma', 'invited', 'ar'],
      ['b@example.ma', 'invited', 'fr'],
    ])
    const mails = await mailsOf(cohort)
    expect(mails.map(({ kind, to }) => [kind, to]).sort()).toEqual([
      ['invitation', 'a@example.ma'],
      ['invitation', 'b@example.ma'],
    ])
    expect(JSON.stringify(mails.map(({ letter }) => letter))).toContain('"name":"أمينة التازي"')
  })

  it('changes nothing the second time', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const list = 'email\na@example.ma\nb@example.ma\n'
    await importList(school, cohort, list)
    const before = await membersOf(cohort)

    const runId = await importList(school, cohort, list)

    expect(await countRows(sql(), runId)).toMatchObject({ 'already-in': 2, done: 0 })
    expect(await membersOf(cohort)).toEqual(before)
    expect(await mailsOf(cohort)).toHaveLength(2)
  })

  it('fills the seats, and lets the rest wait', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 2 } })

    await importList(school, cohort, 'email\na@example.ma\nb@example.ma\nc@example.ma\n')

    expect((await membersOf(cohort)).map(({ status }) => status)).toEqual(['invited', 'invited', 'waiting'])
    expect(await mailsOf(cohort)).toHaveLength(2)
  })

  it('is imported once by four servers at once, and by one that continues where another died', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const people = Array.from({ length: 120 }, (_, n) => `p${n}@example.ma\n`).join('')
    const checked = await check(school, cohort, `email\n${people}`)
    const runId = checked.status === 'checked' ? checked.runId : ''
    await startImport(await mayEnrol(school, cohort), runId, NOW)

    await Promise.all([1, 2, 3, 4].map(() => runImports(() => NOW)))
    // The state that a server leaves if it dies after writing its first batch and before the end.
    await db().importRun.update({ where: { id: runId }, data: { endedAt: null } })
    await runImports(() => NOW)

    expect(await membersOf(cohort)).toHaveLength(120)
    expect(await mailsOf(cohort)).toHaveLength(120)
    expect(await countRows(sql(), runId)).toMatchObject({ new: 120, done: 120 })
  })

  it('goes on where the database broke off in the middle, and holds up no other list meanwhile', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const [cohort, otherCohort] = [await makeCohort(school), await makeCohort(other)]
    const people = Array.from({ length: 120 }, (_, n) => `p${n}@example.ma\n`).join('')
    const runId = await begin(school, cohort, `email\n${people}`)
    await begin(other, otherCohort, 'email\na@example.ma\n')
    // The second batch stops after its people are written and before its rows are marked.
    const letGo = await holdRow('ImportRow', '"runId" = $1::uuid and line = 60', [runId])

    const work = runImports(() => NOW)
    await untilWaiting(1, work)
    await breakOffAll()

    expect(await work.catch(isUnreachable)).toBe(true)
    expect([(await membersOf(cohort)).length, (await mailsOf(cohort)).length]).toEqual([50, 50])
    expect(await countRows(sql(), runId)).toMatchObject({ new: 120, done: 50 })
    expect(await membersOf(otherCohort)).toHaveLength(1)
    await letGo()
    await runImports(() => NOW)

    const members = await membersOf(cohort)
    expect(members).toHaveLength(120)
    expect(members.every(({ moves }) => moves.length === 1)).toBe(true)
    expect(new Set((await mailsOf(cohort)).map(({ to }) => to)).size).toBe(120)
    expect(await mailsOf(cohort)).toHaveLength(120)
    expect(await db().importRun.findUnique({ where: { id: runId } })).toMatchObject({ endedAt: NOW })
  })

  it('brings back a person who had left, with her history', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await importList(school, cohort, 'email\na@example.ma\n')
    await db().cohortMember.updateMany({ where: { cohortId: cohort.id }, data: { status: 'withdrawn' } })

    await importList(school, cohort, 'email\na@example.ma\n')

    const [member] = await membersOf(cohort)
    expect(member?.status).toBe('invited')
    expect(member?.moves.map(({ from, to }) => [from, to])).toEqual([
      [null, 'invited'],
      ['withdrawn', 'invited'],
    ])
  })

  it('belongs to its cohort: another one cannot start it', async () => {
    const [school, other] = [await makeSchool(), await makeSchool()]
    const checked = await check(school, await makeCohort(school), 'email\na@example.ma\n')
    const runId = checked.status === 'checked' ? checked.runId : ''

    const start = startImport(await mayEnrol(other, await makeCohort(other)), runId, NOW)

    await expect(start).rejects.toMatchObject({ code: 'not-found' })
  })
})

/**
 * A ZIP archive of one deflated file, as small as its content allows. @param said the unpacked size that the archive
 * claims.
 */
function zipOf(name: string, content: Buffer, said = content.length): Uint8Array {
  const data = deflateRawSync(content, { level: 9 })
  const file = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(said, 18)
  common.writeUInt16LE(file.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, file, data])
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(14), file])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
