import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Course } from '@/domain/course/course'
import { publishChanged } from '@/server/content/publish-course'
import { areSourcesPublished } from '@/server/content/published-sources'
import { readCourse } from '@/server/content/read-course'
import { currentRelease, currentReleases, forgetNewestReleases, loadRelease } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { type ContentCopy, contentCopy } from '../support/content-copy'

const COURSE = 'fundamentals'

// A second course is enough for what concerns several: to read and check all would take most of the time.
const newContent = () => contentCopy(COURSE, 'awareness')

const content = newContent()
const others: ContentCopy[] = []
function newCopy(): ContentCopy {
  const copy = newContent()
  others.push(copy)
  return copy
}

beforeEach(async () => {
  await db().release.deleteMany()
  await db().setting.deleteMany()
})
afterEach(() => {
  content.undo()
  for (const copy of others.splice(0)) copy.discard()
})
afterAll(() => content.discard())

async function publish({ root }: ContentCopy = content) {
  const [publication] = await publishChanged(root, [COURSE])
  if (!publication) throw new Error('nothing was published')
  return publication
}

let isKept = false
/** The unchanged course is published. To read and check its files takes a second, so later calls store the row again. */
async function begin(): Promise<void> {
  if (isKept) {
    await db().$executeRaw`insert into "Release" select * from kept_release`
    forgetNewestReleases()
    return
  }
  expect(await publish()).toMatchObject({ status: 'published', number: 1 })
  await db().$executeRaw`create table kept_release as table "Release"`
  isKept = true
}

/** A change that needs no translation. */
function lengthen({ editYaml }: ContentCopy, minutes: number): void {
  editYaml(`courses/${COURSE}/course.yaml`, (document) => document.set('examMinutes', minutes))
}

describe('publishChanged', () => {
  it('stores a release, and nothing when nothing changed', async () => {
    expect(await publish()).toMatchObject({ courseId: COURSE, status: 'published', number: 1 })
    expect(await publish()).toMatchObject({ courseId: COURSE, status: 'unchanged', number: 1 })

    const rows = await db().release.findMany()
    expect(rows).toMatchObject([{ courseId: COURSE, number: 1, languages: ['ar', 'fr', 'en'] }])
    expect(rows[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('stores what it derives from lessons and questions, and publishes nothing if only that is missing', async () => {
    await begin()
    const row = await db().release.findFirstOrThrow()
    const { citedByQuestion, lessons, ...course } = row.content as unknown as Course
    expect(lessons[0]?.texts?.fr.cites.length).toBeGreaterThan(5)
    expect(lessons[0]?.passages?.[0]).toMatchObject({ block: 0, section: { id: 'sources' } })
    expect(citedByQuestion?.['offence-p1']).toContain('cp-448-1#1')
    const before = { ...course, lessons: lessons.map(({ texts: _, passages: __, ...lesson }) => lesson) }
    await db().release.update({ where: { id: row.id }, data: { content: before } })

    expect(await publish()).toMatchObject({ status: 'unchanged', number: 1 })
  })

  it('refuses a correction until the weight of each change is filled in, and gives the list to fill in', async () => {
    await begin()
    content.edit(`courses/${COURSE}/offence/fr.md`, (text) =>
      text.replace(/^([A-ZÀ-Ü].{60,}\.)$/mu, '$1 Autrement dit.'),
    )
    content.editYaml(`courses/${COURSE}/course.yaml`, (document) =>
      document.set('corrections', [
        { id: 'law', date: '2026-11-27', what: { ar: 'صحح', fr: 'corrigé', en: 'mended' } },
      ]),
    )
    const refused = await publish()
    const [{ path, message } = { path: '', message: '' }] = refused.findings.filter(({ check }) => check === 'changes')
    expect([refused.status, path]).toEqual(['refused', `courses/${COURSE}/changes.yaml`])
    const [, asked = ''] = message.match(/\n(- lesson: offence\n {2}hash: \S+\n {2}weight: )/) ?? []
    expect(await db().release.count()).toBe(1)

    content.write(`courses/${COURSE}/changes.yaml`, `${asked}grave\n`)
    expect(await publish()).toMatchObject({ status: 'refused' })
    content.write(`courses/${COURSE}/changes.yaml`, `${asked}editorial\n`)
    expect(await publish()).toMatchObject({ status: 'published', number: 2, reach: [{ number: 1, why: null }] })
    content.write(`courses/${COURSE}/changes.yaml`, `${asked}correction\n`)
    expect(await publish(), 'a mark is no content').toMatchObject({ status: 'unchanged', number: 2 })
  })

  it('publishes every course when none is named', async () => {
    const publications = await publishChanged(content.root)

    expect(publications.map(({ courseId }) => courseId)).toContain(COURSE)
  })

  it('counts releases and leaves the earlier ones as they were', async () => {
    await begin()
    const before = await db().release.findFirst({ where: { number: 1 } })
    lengthen(content, 25)

    expect(await publish()).toMatchObject({ status: 'published', number: 2 })
    expect(await db().release.findFirst({ where: { number: 1 } })).toEqual(before)
  })

  it('sees a change of the law that the course cites', async () => {
    await begin()
    content.editYaml('library/law/penal-code/cp-448-1.yaml', (law) => law.setIn(['title', 'en'], 'What trafficking is'))

    expect(await publish()).toMatchObject({ status: 'published', number: 2 })
  })

  it('refuses a broken course, says why, and keeps serving the last good release', async () => {
    await begin()
    content.remove(`courses/${COURSE}/offence/en.md`)
    const refused = await publish()

    expect(refused.status).toBe('refused')
    expect(refused.findings).toContainEqual(
      expect.objectContaining({ path: `courses/${COURSE}/offence/en.md`, check: 'missing-translation' }),
    )
    expect(await db().release.count()).toBe(1)
    expect((await currentRelease(COURSE))?.number).toBe(1)
  })

  it('refuses a course without the sign-offs that it requires, names each text, and publishes it once they are there', async () => {
    await begin()
    content.editYaml(`courses/${COURSE}/course.yaml`, (file) => file.set('requires', { legal: ['ar'] }))
    const { course } = readCourse(content.root, COURSE)
    const ledgers = [
      ...[...course.lessons, ...course.cases].map(({ path, hashes }) => ({ path: `${path}/signoff.yaml`, hashes })),
      { path: `${course.path}/bank/signoff.yaml`, hashes: course.bankHashes },
    ]
    const { status, findings } = await publish()

    expect(status).toBe('refused')
    expect(findings.map(({ path, check }) => [path, check]).toSorted()).toEqual(
      ledgers.map(({ path }) => [path, 'demanded-sign-off']).toSorted(),
    )
    expect(await db().release.count()).toBe(1)

    for (const { path, hashes } of ledgers) {
      const sign = { hash: hashes.ar, language: 'ar', role: 'legal', date: '2026-11-24', by: 'a judge' }
      content.write(path, JSON.stringify([sign]))
    }
    expect(await publish()).toMatchObject({ status: 'published', number: 2 })
  })

  it('refuses a course whose library is broken', async () => {
    content.editYaml('library/law/penal-code/cp-448-1.yaml', (law) => law.deleteIn(['versions', 0, 'alignment', 0]))

    expect((await publish()).status).toBe('refused')
    expect(await currentRelease(COURSE)).toBeNull()
  })

  it('publishes a new release when a change is undone', async () => {
    await begin()
    lengthen(content, 25)
    await publish()

    expect(await publish(newCopy())).toMatchObject({ status: 'published', number: 3 })
    expect((await currentRelease(COURSE))?.number).toBe(3)
  })

  it('gives one release when two publish the same at once', async () => {
    const publications = await Promise.all([publish(), publish()])

    expect(publications.map(({ status }) => status).toSorted()).toEqual(['published', 'unchanged'])
    expect(await db().release.count()).toBe(1)
  })

  it('gives each its own number when two publish different things at once', async () => {
    const other = newCopy()
    lengthen(other, 25)
    const third = newCopy()
    lengthen(third, 19)
    await Promise.all([publish(content), publish(other), publish(third)])

    const rows = await db().release.findMany({
      orderBy: { number: 'asc' },
      select: { number: true, contentHash: true },
    })
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(new Set(rows.map(({ contentHash }) => contentHash)).size).toBe(3)
  })
})

describe('a later law date', () => {
  const FILE = `courses/${COURSE}/law-changes.yaml`
  const ENTRY = `- since: "2025-12-08"
  lawDate: "2026-06-01"
  what: { ar: تغيير مفترض., fr: Un changement inventé., en: An invented change. }
  changed: [cp-448-1]
`
  const refusal = async () => {
    const { status, findings } = await publish()
    const told = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ check, message }) => `${check}: ${message}`)
    return { status, told: told.join('\n') }
  }

  it('is refused where the law that the course cites has changed, until somebody says what that means', async () => {
    await begin()
    // The change of the law is invented, in a copy of the library.
    content.editYaml('library/law/penal-code/cp-448-1.yaml', (document) =>
      document.setIn(['versions', 0, 'inForceFrom'], '2026-03-01'),
    )
    content.editYaml(`courses/${COURSE}/course.yaml`, (document) => document.set('lawDate', '2026-06-01'))
    const refused = await refusal()
    expect(refused).toMatchObject({ status: 'refused' })
    expect(refused.told).toContain('law-changes: the course cites law that changed since the published edition')
    expect(refused.told).toContain('changed: [cp-448-1]')

    content.write(FILE, ENTRY)
    expect(await publish()).toMatchObject({ status: 'published', number: 2 })
    const { id, content: stored } = await db().release.findFirstOrThrow({ where: { number: 2 } })
    expect(stored).toMatchObject({ lawChanges: [{ since: '2025-12-08', changed: ['cp-448-1'], without: [] }] })
    expect(await db().lawUpdateRun.findMany()).toMatchObject([{ releaseId: id, endedAt: null }])
  })
})

describe('the second forms that measure what is remembered', () => {
  const measure = (id: string, yes: boolean) =>
    content.editYaml(`courses/${COURSE}/second/offence.yaml`, (document) => {
      const item = (document.toJS() as { id: string }[]).findIndex((question) => question.id === id)
      if (yes) document.setIn([item, 'measures'], true)
      else document.deleteIn([item, 'measures'])
    })

  it('stay the same in every edition', async () => {
    await begin()
    measure('offence-s5', false)
    measure('offence-s4', true)

    const { status, findings } = await publish()
    expect(status).toBe('refused')
    expect(findings.map(({ check, message }) => [check, message.split(':')[0]])).toEqual([
      ['measuring-forms', 'the published edition asks offence-s4'],
      ['measuring-forms', 'the published edition measures with offence-s5'],
    ])
    expect(await db().release.count()).toBe(1)
  })
})

describe('areSourcesPublished', () => {
  it('is true only while all courses are published as they are', async () => {
    expect(await areSourcesPublished(db(), content.root)).toBe(false)
    await publishChanged(content.root)
    expect(await areSourcesPublished(db(), content.root)).toBe(true)

    lengthen(content, 25)
    expect(await areSourcesPublished(db(), content.root)).toBe(false)
  })

  it('becomes false with a new file in the library', async () => {
    await publishChanged(content.root)
    content.write('library/cases/new.yaml', 'id: new')

    expect(await areSourcesPublished(db(), content.root)).toBe(false)
  })

  it('stays false after the publication of one course, or after a refused one', async () => {
    await begin()
    expect(await areSourcesPublished(db(), content.root)).toBe(false)

    content.remove(`courses/${COURSE}/offence/en.md`)
    await publishChanged(content.root)
    expect(await areSourcesPublished(db(), content.root)).toBe(false)
  })

  it('is false on a database that has lost a course', async () => {
    await publishChanged(content.root)
    await db().release.deleteMany({ where: { courseId: COURSE } })

    expect(await areSourcesPublished(db(), content.root)).toBe(false)
  })
})

describe('releases', () => {
  it('loads a release once, with its look-ups', async () => {
    await begin()
    const release = await currentRelease(COURSE)
    if (!release) throw new Error('no release')

    expect(await loadRelease(release.id)).toBe(release)
    expect(release.lessons.get('offence')?.file.id).toBe('offence')
    expect(release.questions.get('offence-p1')?.kind).toBe('true-false')
    const { bank, lessons, second = [] } = release.course
    const practice = lessons.flatMap((lesson) => lesson.practice)
    expect(release.questions.size).toBe(bank.length + practice.length + second.length)
    expect(release.course.provisions['cp-448-1']?.number).toBe('448-1')
  })

  it('keeps the law of the day it was published', async () => {
    await begin()
    const old = await currentRelease(COURSE)
    content.editYaml('library/law/penal-code/cp-448-1.yaml', (law) => law.setIn(['title', 'en'], 'What trafficking is'))
    await publish()
    const now = await currentRelease(COURSE)

    expect(now?.course.provisions['cp-448-1']?.title.en).toBe('What trafficking is')
    expect(old && (await loadRelease(old.id)).course.provisions['cp-448-1']?.title.en).not.toBe('What trafficking is')
  })

  it('lists the newest release of each course', async () => {
    await begin()
    lengthen(content, 25)
    await publish()

    expect((await currentReleases()).map(({ courseId, number }) => [courseId, number])).toEqual([[COURSE, 2]])
  })

  it('knows no release that was never published', async () => {
    expect(await currentRelease('constructor')).toBeNull()
    await expect(loadRelease('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('asks again after a load that failed', async () => {
    const id = '00000000-0000-7000-8000-000000000001'
    await expect(loadRelease(id)).rejects.toMatchObject({ code: 'not-found' })
    await publish()
    const row = await db().release.findFirstOrThrow()
    await db().release.update({ where: { id: row.id }, data: { id } })

    expect((await loadRelease(id)).number).toBe(1)
  })
})
