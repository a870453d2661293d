import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { restoreBackup } from '@/server/backup/restore-backup'
import { writeBackup } from '@/server/backup/write-backup'
import { migrate } from '@/server/db/migration/migrate'
import { emptyDatabase, freshDatabase } from '@/tests/support/fresh-database'

const NOW = new Date('2026-01-01T12:00:00Z')
const folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Client = Awaited<ReturnType<typeof freshDatabase>>['client']

/** Rows in tables that refer to one another, with values that a text format might break. */
async function fill(client: Client) {
  const account = await client.account.create({
    data: {
      email: 'judge@court.example',
      passwordHash: '$argon2id$…\\.',
      nameArabic: 'أمينة\u202e\u2028سطر',
      nameLatin: 'tab\there\nnew line \\N \\. "quoted"',
      function: 'judge',
      institution: '',
      locale: 'ar',
    },
  })
  const release = await client.release.create({
    data: {
      courseId: 'c',
      number: 1,
      contentHash: 'h',
      lawDate: NOW,
      languages: ['ar', 'fr'],
      content: { a: ['\u0001', null] },
    },
  })
  await client.enrolment.create({ data: { accountId: account.id, courseId: 'c', releaseId: release.id } })
  await client.passageNote.create({
    data: {
      ...{ accountId: account.id, courseId: 'c', lessonId: 'l', releaseId: release.id, passage: 3, hash: 'h' },
      words: { ar: 'نص', fr: 'texte', en: 'text' },
      text: 'deux\nlignes\t\\N \\. <b>',
    },
  })
  const institution = await client.institution.create({
    data: { kind: 'school', nameArabic: 'مدرسة', nameLatin: 'École' },
  })
  const courses = { create: { courseId: 'c', releaseId: release.id, position: 1 } }
  const cohort = await client.cohort.create({
    data: { institutionId: institution.id, startsOn: NOW, endsOn: NOW, name: 'Promotion', locale: 'ar', courses },
  })
  const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256)
  await client.storedFile.create({
    data: {
      ...{ name: 'عرض.pdf', type: 'pdf', bytes: 300_000, hash: 'h', store: 'database' },
      chunks: { create: { position: 0, bytes } },
    },
  })
  const times = { createdAt: NOW, changedAt: NOW }
  await client.announcement.create({
    data: { cohortId: cohort.id, audience: 'everybody', texts: { ar: { subject: '\\N', text: 'أ\n\t' } }, ...times },
  })
  const asked = { courseId: 'c', lessonId: 'l', releaseId: release.id, passage: 0, hash: '', words: {}, lastAt: NOW }
  const message = { id: '0198c0de-0000-7000-8000-000000000001', fromLearner: true, text: 'deux\nlignes', at: NOW }
  await client.tutorThread.create({
    data: { cohortId: cohort.id, accountId: account.id, ...asked, createdAt: NOW, messages: { create: message } },
  })
  const reviewer = { accountId: account.id, signer: 'R-7K3F', function: 'مستشارة', body: 'Cour\td’appel' }
  const text = { kind: 'lesson', textId: 'c/l', language: 'ar' }
  const comment = { ...reviewer, text: 'deux\nlignes \\N', writtenAt: NOW, mentions: ['R-7K3F', 'R-9A2B'] }
  await client.editorialThread.create({ data: { ...text, createdAt: NOW, comments: { create: comment } } })
  await client.editorialSignature.create({ data: { ...text, ...reviewer, area: 'legal', hash: 'h', signedAt: NOW } })
  for (const number of ['N1', 'N2']) {
    const supersedes = await client.certificate.findFirst({ select: { id: true } })
    await client.certificate.create({
      data: {
        number,
        releaseId: release.id,
        courseId: 'c',
        initials: 'A',
        shareToken: number,
        supersedesId: supersedes?.id,
      },
    })
  }
}

async function contents(client: Client) {
  return {
    accounts: await client.account.findMany(),
    releases: await client.release.findMany(),
    enrolments: await client.enrolment.findMany(),
    notes: await client.passageNote.findMany(),
    announcements: await client.announcement.findMany(),
    threads: await client.tutorThread.findMany({ include: { messages: true } }),
    reviewed: await client.editorialThread.findMany({ include: { comments: true } }),
    signed: await client.editorialSignature.findMany(),
    files: await client.storedFile.findMany({ include: { chunks: true } }),
    certificates: await client.certificate.findMany({ orderBy: { number: 'asc' } }),
  }
}

async function backedUp(name: string) {
  const source = await freshDatabase()
  await fill(source.client)
  const file = path.join(folder, name)
  const rows = await writeBackup(source.url, file, NOW)
  return { source, file, rows }
}

describe('a backup', () => {
  it('restores every row into an empty database, with its migrations', async () => {
    const { source, file, rows } = await backedUp('whole')
    const target = await emptyDatabase()

    expect(await restoreBackup(target.url, file, false)).toEqual({ rows, madeAt: NOW.toISOString() })

    expect(await contents(target.client)).toEqual(await contents(source.client))
    expect(await migrate(target.url)).toEqual([])
  })

  it('restores the counters: the next row gets a number of its own', async () => {
    const { file } = await backedUp('counters')
    const target = await emptyDatabase()
    await restoreBackup(target.url, file, false)

    const release = await target.client.release.findFirstOrThrow()
    const next = await target.client.certificate.create({
      data: { number: 'N3', releaseId: release.id, courseId: 'c', initials: 'A', shareToken: 'N3' },
    })
    expect(next.statusIndex).toBe(3)
  })

  it('leaves out what another transaction has not committed yet', async () => {
    const { source } = await backedUp('instant')
    const writing = new pg.Client({ connectionString: source.url })
    await writing.connect()
    await writing.query(`BEGIN; UPDATE "Account" SET "nameLatin" = 'unfinished'`)

    const file = path.join(folder, 'instant-2')
    await writeBackup(source.url, file, NOW)
    await writing.query('ROLLBACK')
    await writing.end()

    expect(gunzipSync(readFileSync(file)).toString()).not.toContain('unfinished')
  })

  it('that cannot be finished leaves nothing on the disk', async () => {
    const source = await freshDatabase()
    await fill(source.client)
    const own = mkdtempSync(path.join(folder, 'unfinished-'))
    // The name of a folder: the finished file cannot take its place.
    const file = path.join(own, '1.backup.gz')
    mkdirSync(path.join(file, 'full'), { recursive: true })

    await expect(writeBackup(source.url, file, NOW)).rejects.toThrow()

    expect(readdirSync(own)).toEqual(['1.backup.gz'])
  })

  it('removes what a killed process left of an earlier one, and no other file', async () => {
    const source = await freshDatabase()
    const own = mkdtempSync(path.join(folder, 'killed-'))
    const files = { old: '1.backup.gz.part', growing: '2.backup.gz.part', whole: '3.backup.gz', other: 'film.part' }
    for (const name of Object.values(files)) {
      writeFileSync(path.join(own, name), '')
      const changed = new Date(NOW.getTime() - (name === files.growing ? 1 : 25) * 3_600_000)
      utimesSync(path.join(own, name), changed, changed)
    }

    await writeBackup(source.url, path.join(own, '4.backup.gz'), NOW)

    expect(readdirSync(own).toSorted()).toEqual([files.growing, files.whole, '4.backup.gz', files.other])
  })

  it('is readable by its owner alone', async () => {
    const { file } = await backedUp('private')

    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('is refused by a database that is not empty, which stays as it was', async () => {
    const { source, file } = await backedUp('refused')
    const before = await contents(source.client)

    await expect(restoreBackup(source.url, file, false)).rejects.toThrow('not empty')
    expect(await contents(source.client)).toEqual(before)
  })

  it('replaces the contents of a database if told to', async () => {
    const { source, file } = await backedUp('replaced')
    const before = await contents(source.client)
    await source.client.account.deleteMany()

    await restoreBackup(source.url, file, true)

    expect(await contents(source.client)).toEqual(before)
  })

  it('that is cut off restores nothing', async () => {
    const { file } = await backedUp('cut')
    const text = gunzipSync(readFileSync(file))
    writeFileSync(file, gzipSync(text.subarray(0, text.length - 20)))
    const target = await emptyDatabase()

    await expect(restoreBackup(target.url, file, false)).rejects.toThrow('cut off')
    await expect(target.client.account.count()).rejects.toThrow()
  })

  it('is refused with a clear message if the file is no backup of this platform', async () => {
    const file = path.join(folder, 'other')
    const target = await emptyDatabase()

    writeFileSync(file, 'no backup')
    await expect(restoreBackup(target.url, file, false)).rejects.toThrow('no backup of this platform')
    writeFileSync(file, gzipSync('{"format":"other"}\n'))
    await expect(restoreBackup(target.url, file, false)).rejects.toThrow('no backup of this platform')
    writeFileSync(file, gzipSync('other\n'))
    await expect(restoreBackup(target.url, file, false)).rejects.toThrow('no backup of this platform')
  })

  it('of a newer version is refused, and the message names the unknown migration', async () => {
    const { file } = await backedUp('newer')
    const text = gunzipSync(readFileSync(file)).toString()
    writeFileSync(file, gzipSync(text.replace('"migrations":[', '"migrations":["29991231000000_future",')))
    const target = await emptyDatabase()

    await expect(restoreBackup(target.url, file, false)).rejects.toThrow('29991231000000_future')
  })
})
