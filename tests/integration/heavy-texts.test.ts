import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { existsSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POST as postText } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/route'
import { POST as postAll } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/source/all/route'
import { POST as postCheck } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/source/check/route'
import { POST as postSource } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/source/route'
import { POST as postLesson } from '@/app/[locale]/(review)/review/new/[course]/lesson/route'
import { assembleCourse } from '@/domain/course/assemble-course'
import { sourcesOf } from '@/domain/editorial/source-blocks'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { checkedCourse } from '@/server/content/check-content'
import { readText } from '@/server/content/disk'
import { library } from '@/server/content/library'
import { splitFrontMatter } from '@/server/content/read-prose'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { checkingLimits, checkingTurns } from '@/server/editorial/checking/in-worker'
import { hashOfFile } from '@/server/editorial/make-change'
import { hashOfWording } from '@/server/editorial/wordings'
import { idleThreads } from '@/server/worker/run-in-worker'
import { publish } from '@/tests/support/exam-room'
import { HEAVY_TEXTS } from '@/tests/support/heavy-texts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { passSecondFactor } from '@/tests/support/staff'

const COURSE = 'fundamentals'
const FOLDER = `courses/${COURSE}/offence`
const FILE = `${FOLDER}/fr.md`
const fileNow = (path: string) => readText(process.cwd(), path) ?? ''
const props = (locale: string = 'fr') => ({
  params: Promise.resolve({ locale, kind: 'lesson', key: `${COURSE}~offence`, lang: 'fr', course: COURSE }),
})
const WHY = { sourceSummary: 'Une phrase', wordingReason: 'Plus clair.' }

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  const { course } = checkedCourse(process.cwd(), COURSE, library())
  await publish(COURSE, 1, assembleCourse(course, library()))
  releases.reset()
})

beforeEach(async () => {
  const person = await insertPerson({ locale: 'fr' })
  const { accountId } = person
  const scope = { areas: ['legal'], parts: [`course:${COURSE}`], languages: ['ar', 'fr'], function: 'C', body: 'C' }
  const signer = `R-${randomUUID().slice(0, 6).toUpperCase()}`
  await db().role.create({ data: { accountId, role: 'reviewer', scope, signer, grantedAt: new Date() } })
  await passSecondFactor(accountId)
  await callAs(person.sessionId)
})

afterEach(() => {
  checkingLimits.reset()
  checkingTurns.reset()
})

/** The worker threads that were started, and how often the main thread did something else while one of them ran. */
const threads: { worker: Worker; turns: number }[] = []
subscribe('worker_threads', (message) => {
  const thread = { worker: (message as { worker: Worker }).worker, turns: 0 }
  threads.push(thread)
  const count = () => {
    thread.turns += 1
    if (thread.worker.threadId !== -1) setTimeout(count, 1).unref()
  }
  count()
})

type Sent = Record<string, string>
type Params = { locale: string; kind: string; key: string; lang: string; course: string }
type Post = (request: Request, props: { params: Promise<Params> }) => Promise<Response>
async function send(post: Post, path: string, fields: Sent, locale: Locale = 'fr') {
  const body = new FormData()
  for (const [name, value] of Object.entries({ draft: randomUUID(), ...fields })) body.set(name, value)
  const response = await post(
    new Request(`http://localhost:3000/${locale}${path}`, { method: 'POST', body }),
    props(locale),
  )
  return { status: response.status, html: await response.text() }
}
const PAGE = `/review/lesson/${COURSE}~offence/fr`
const check = (path: string, sourceText: string, more: Sent = {}, locale: Locale = 'fr') =>
  send(
    postSource,
    `${PAGE}/source?file=${encodeURIComponent(path)}`,
    { was: hashOfFile(fileNow(path)), sourceText, ...more },
    locale,
  )
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('>', '&gt;')

describe('a text that no parser can read in time', () => {
  it('is left to a worker thread, which ends at the limit while the server goes on', async () => {
    checkingLimits.set({ seconds: 1, megabytes: 256 })
    // A thread that another test has left would be taken.
    idleThreads.set([])
    threads.length = 0

    const sent = await check(FILE, `${fileNow(FILE)}\n${HEAVY_TEXTS.brackets}\n`)

    expect(sent.status).toBe(400)
    expect(sent.html).toContain(escaped(translator('fr')('errors.text-too-slow')))
    expect(sent.html).toContain(`${HEAVY_TEXTS.brackets.slice(0, 40)}`)
    expect(threads).toHaveLength(1)
    expect(threads[0]?.worker.threadId).toBe(-1)
    expect(threads[0]?.turns).toBeGreaterThan(5)
  })

  it('keeps no other text from being checked afterwards, by a thread that is kept', async () => {
    threads.length = 0
    const typed = `${fileNow(FILE).trimEnd()}\n`

    for (const _ of ['first', 'again']) {
      const sent = await check(FILE, typed)
      expect(sent.status).toBe(200)
      expect(sent.html).toContain(translator('fr')('editorial.source.noFindings'))
    }
    expect(threads.length).toBeLessThanOrEqual(1)
  })

  it('waits with others for its turn, and is answered if too many wait', async () => {
    checkingTurns.set({ running: 2, waiting: Array.from({ length: 8 }, () => () => {}) })

    const sent = await check(FILE, `${fileNow(FILE)}\nUn autre texte. ${HEAVY_TEXTS.brackets}\n`)

    expect(sent.status).toBe(503)
    expect(sent.html).toContain(translator('fr')('errors.unavailable'))
  })
})

describe('a text that meets a limit', () => {
  const CASES = [
    ['quotes nested 20,000 deep', FILE, `---\nrevision: 1\n---\n\n${HEAVY_TEXTS.quotes}`, 'text-too-deep'],
    ['YAML aliases that multiply', `${FOLDER}/practice.yaml`, HEAVY_TEXTS.aliases, 'text-too-large'],
  ] as const

  it('is a fault with its line, if the parser itself gives up: YAML lists nested 20,000 deep', async () => {
    const sent = await check(`${FOLDER}/practice.yaml`, HEAVY_TEXTS.lists)

    expect(sent.status).toBe(200)
    expect(sent.html).toContain(escaped(translator('fr')('editorial.findings.quiz-placement')))
    expect(sent.html).toContain(HEAVY_TEXTS.lists.slice(0, 40))
  })

  it.each(CASES)('is given back with a sentence in each language: %s', async (_, path, typed, code) => {
    for (const locale of LOCALES) {
      const sent = await check(path, typed, {}, locale)
      expect(sent.status).toBe(400)
      expect(sent.html).toContain(escaped(translator(locale)(`errors.${code}`)))
      expect(sent.html).toContain(escaped(typed.slice(-40).trim()))
    }
  })

  it.each(CASES)('is not stored, and the editor says the limit: %s', async (_, path, typed, code) => {
    const count = await db().editorialProposal.count()

    const saved = await check(path, typed, { save: 'yes', ...WHY })
    const said = await send(postCheck, `${PAGE}/source/check?file=${encodeURIComponent(path)}`, {
      was: hashOfFile(fileNow(path)),
      sourceText: typed,
    })

    expect(saved.status).toBe(400)
    expect(said.status).toBe(400)
    expect(JSON.parse(said.html).here).toEqual([
      { path, line: 1, severity: 'error', message: translator('fr')(`errors.${code}`) },
    ])
    expect(await db().editorialProposal.count()).toBe(count)
  })

  it('is given back by the page of all files', async () => {
    const paths = ['ar.md', 'en.md', 'fr.md', 'lesson.yaml', 'practice.yaml'].map((name) => `${FOLDER}/${name}`)
    const fields = paths.flatMap((path, place) => [
      [`was.${place}`, hashOfFile(fileNow(path))],
      [`sourceText.${place}`, path.endsWith('practice.yaml') ? HEAVY_TEXTS.aliases : fileNow(path)],
    ])

    const sent = await send(postAll, `${PAGE}/source/all`, Object.fromEntries(fields))

    expect(sent.status).toBe(400)
    expect(sent.html).toContain(escaped(translator('fr')('errors.text-too-large')))
    expect(sent.html).toContain(escaped(HEAVY_TEXTS.aliases.slice(-40).trim()))
  })

  it('is given back by the form of another wording', async () => {
    const [, before = ''] = sourcesOf(splitFrontMatter(fileNow(FILE)).body, 'lesson')
    const wordingText = '> '.repeat(2000)

    const sent = await send(postText, `${PAGE}?at=b1`, {
      ...{ act: 'wording', block: 'b1', field: '', was: hashOfWording(before), wordingText: `${wordingText}a` },
      wordingReason: 'Plus clair.',
    })

    expect(sent.status).toBe(400)
    expect(sent.html).toContain(escaped(translator('fr')('errors.text-too-deep')))
    expect(sent.html).toContain(escaped(wordingText.slice(0, 60)))
  })

  it('is given back by the form of a new lesson', async () => {
    const inEach = (name: string, text: string) => Object.fromEntries(LOCALES.map((one) => [`${name}.${one}`, text]))

    const sent = await send(postLesson, `/review/new/${COURSE}/lesson`, {
      ...{ lessonId: 'deep', after: 'offence', sensitive: '' },
      ...inEach('title', 'Titre'),
      ...inEach('summary', 'Un résumé.'),
      ...inEach('objectives', 'Savoir'),
      ...inEach('body', '> '.repeat(10_000)),
      practice: HEAVY_TEXTS.aliases,
    })

    expect(sent.status).toBe(400)
    expect(sent.html).toMatch(/text-too|trop de niveaux|bien plus grand/)
    expect(sent.html).toContain(escaped(HEAVY_TEXTS.aliases.slice(-40).trim()))
  })
})
