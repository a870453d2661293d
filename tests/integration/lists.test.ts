import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkList } from '@/server/cohort/lists/check-list'
import { startList, takeInLists } from '@/server/cohort/lists/take-in-list'
import { db } from '@/server/db/client'
import { countRows, findRows } from '@/server/db/lists'
import { makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { insertPerson } from '@/tests/support/people'

type Cohort = Awaited<ReturnType<typeof makeCohort>>
const bytes = (text: string) => new TextEncoder().encode(text)

async function check(school: School, cohort: Cohort, content: string | Uint8Array, name = 'liste.csv') {
  const file = { name, bytes: typeof content === 'string' ? bytes(content) : content }
  return checkList(await mayEnrol(school, cohort), file, NOW)
}

/** Checks a list and takes it in. @returns the run. */
async function takeIn(school: School, cohort: Cohort, content: string) {
  const checked = await check(school, cohort, content)
  if (checked.status !== 'checked') throw new Error(checked.status)
  await startList(await mayEnrol(school, cohort), checked.runId, NOW)
  await takeInLists(() => NOW)
  return checked.runId
}

const membersOf = async ({ id }: Cohort) =>
  db().cohortMember.findMany({ where: { cohortId: id }, orderBy: { email: 'asc' }, include: { moves: true } })
const mailsOf = async ({ id }: Cohort) => db().mail.findMany({ where: { member: { cohortId: id } } })

describe('a dry run', () => {
  it('says of each row what it would do, and does nothing', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const known = await insertPerson()
    await takeIn(school, cohort, 'email\nin@example.ma\n')

    const list = `E-mail;Nom;Fonction\nnew@example.ma;Amina Tazi;juge\n${known.email};;\nin@example.ma;;\nno address;;\n`
    const checked = await check(school, cohort, list)

    expect(checked).toMatchObject({ status: 'checked' })
    const runId = checked.status === 'checked' ? checked.runId : ''
    expect(await countRows(db(), runId)).toEqual({ new: 1, existing: 1, 'already-in': 1, wrong: 1, done: 0 })
    expect((await findRows(db(), runId, 0, 9)).map(({ line, verdict, problem }) => [line, verdict, problem])).toEqual([
      [5, 'wrong', 'email'],
      [2, 'new', null],
      [3, 'existing', null],
      [4, 'already-in', null],
    ])
    expect(await membersOf(cohort)).toHaveLength(1)
  })

  it.each([
    ['nothing', '', { status: 'refused', problem: 'empty' }],
    ['no e-mail column', 'nom;prénom\nTazi;Amina\n', { status: 'refused', problem: 'no-email' }],
    ['one column twice', 'email;nom;nom complet\na@example.ma;A;A\n', { status: 'twice', column: 'nameLatin' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), { status: 'refused', problem: 'unreadable' }],
    ['a broken workbook', bytes('PK\u0003\u0004 broken'), { status: 'refused', problem: 'unreadable' }],
    ['5 MB of commas', bytes(`email\n${','.repeat(5_000_000)}`), { status: 'refused', problem: 'too-large' }],
    ['3 MB of commas in a row', bytes(`email\n${','.repeat(3_000_000)}`), { status: 'refused', problem: 'unreadable' }],
    ['too many rows', `email\n${'a@example.ma\n'.repeat(5001)}`, { status: 'refused', problem: 'too-long' }],
  ])('refuses %s', async (_, content, answer) => {
    const school = await makeSchool()

    expect(await check(school, await makeCohort(school), content)).toEqual(answer)
  })

  it('unpacks no zip bomb', async () => {
    const school = await makeSchool()
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024, ' '))
    expect(bomb.byteLength).toBeLessThan(1024 * 1024)

    const answer = await check(school, await makeCohort(school), bomb, 'liste.xlsx')

    expect(answer).toEqual({ status: 'refused', problem: 'too-dense' })
  })
})

describe('a list that is taken in', () => {
  it('puts each person on the cohort’s list, with a letter in her language', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)

    await takeIn(
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
    await takeIn(school, cohort, list)
    const before = await membersOf(cohort)

    const runId = await takeIn(school, cohort, list)

    expect(await countRows(db(), runId)).toMatchObject({ 'already-in': 2, done: 0 })
    expect(await membersOf(cohort)).toEqual(before)
    expect(await mailsOf(cohort)).toHaveLength(2)
  })

  it('fills the seats, and lets the rest wait', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 2 } })

    await takeIn(school, cohort, 'email\na@example.ma\nb@example.ma\nc@example.ma\n')

    expect((await membersOf(cohort)).map(({ status }) => status)).toEqual(['invited', 'invited', 'waiting'])
    expect(await mailsOf(cohort)).toHaveLength(2)
  })

  it('is taken in once by four servers at once, and by one that goes on where another died', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const people = Array.from({ length: 120 }, (_, n) => `p${n}@example.ma\n`).join('')
    const checked = await check(school, cohort, `email\n${people}`)
    const runId = checked.status === 'checked' ? checked.runId : ''
    await startList(await mayEnrol(school, cohort), runId, NOW)

    await Promise.all([1, 2, 3, 4].map(() => takeInLists(() => NOW)))
    // As a server leaves it that dies after its first batch was written and before it was through.
    await db().importRun.update({ where: { id: runId }, data: { endedAt: null } })
    await takeInLists(() => NOW)

    expect(await membersOf(cohort)).toHaveLength(120)
    expect(await mailsOf(cohort)).toHaveLength(120)
    expect(await countRows(db(), runId)).toMatchObject({ new: 120, done: 120 })
  })

  it('brings back who had left, with her history', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await takeIn(school, cohort, 'email\na@example.ma\n')
    await db().cohortMember.updateMany({ where: { cohortId: cohort.id }, data: { status: 'withdrawn' } })

    await takeIn(school, cohort, 'email\na@example.ma\n')

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

    const start = startList(await mayEnrol(other, await makeCohort(other)), runId, NOW)

    await expect(start).rejects.toMatchObject({ code: 'not-found' })
  })
})

/** A ZIP archive of one deflated file, as small as its content allows. */
function zipOf(name: string, content: Buffer): Uint8Array {
  const data = deflateRawSync(content, { level: 9 })
  const file = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(content.length, 18)
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
