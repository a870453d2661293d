import { subscribe } from 'node:diagnostics_channel'
import type { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/[locale]/(teach)/cohorts/[cohort]/import/route'
import { UNDECIDED } from '@/domain/cohort/import/reading-plan'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { readInWorker } from '@/server/cohort/import/read-in-worker'
import { readingTurns } from '@/server/cohort/import/reading-turns'
import { db } from '@/server/db/client'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { HOSTILE_ROSTERS } from '@/tests/support/hostile-rosters'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'
import { workbook } from '@/tests/support/workbook'

afterEach(() => {
  readingTurns.reset()
})

const people = (count: number) => Array.from({ length: count }, (_, n) => [`p${n}@example.ma`, 'Amina Tazi'])
const csv = (count: number) =>
  new TextEncoder().encode(
    `email;nom\n${people(count)
      .map((row) => row.join(';'))
      .join('\n')}`,
  )

/** The worker threads that were started from now on. A thread that has ended has the id -1. */
const started: Worker[] = []
subscribe('worker_threads', (message) => started.push((message as { worker: Worker }).worker))
const running = () => started.filter(({ threadId }) => threadId !== -1)

describe('a thread that reads a list', () => {
  it.each(Object.entries(HOSTILE_ROSTERS))('reads it, or meets a limit: %s', async (_, { make, problem }) => {
    const read = await readInWorker(await make())

    expect(read).toMatchObject(problem ? { status: 'refused', problem } : { status: 'read' })
  })

  it('reads five thousand people with their columns in either kind of file', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `Colonne ${n}`)
    const rows = people(5000).map((row) => [...row, ...names])
    const answers = [
      await readInWorker(await workbook(['email', 'nom', ...names], rows)),
      await readInWorker(csv(5000)),
    ]

    for (const answer of answers) expect(answer).toMatchObject({ status: 'read', lines: { length: 5000 } })
    expect(await readInWorker(csv(5001))).toEqual({ status: 'refused', problem: 'too-long' })
  })

  it('is ended where it takes too long, and says so', async () => {
    started.length = 0

    const read = await readInWorker(await HOSTILE_ROSTERS['16 MB of tags that are nothing'].make(), UNDECIDED, {
      seconds: 0.05,
      megabytes: 128,
    })

    expect(read).toEqual({ status: 'refused', problem: 'too-slow' })
    expect([started.length, running()]).toEqual([1, []])
  })

  it('is ended where it takes too much memory, and says so', async () => {
    started.length = 0

    const read = await readInWorker(await workbook(['email', 'nom'], people(5000)), UNDECIDED, {
      seconds: 60,
      megabytes: 4,
    })

    expect(read).toEqual({ status: 'refused', problem: 'too-much-memory' })
    expect([started.length, running()]).toEqual([1, []])
  })
})

/** A school with a cohort, whose administrator is the caller. */
async function calling() {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  await callAs(school.administrator.sessionId)
  return { school, cohort, send: (bytes: Uint8Array<ArrayBuffer>, locale = 'fr') => send(cohort.id, bytes, locale) }
}

async function send(cohortId: string, bytes: Uint8Array<ArrayBuffer>, locale: string) {
  const body = new FormData()
  body.set('file', new File([bytes], 'liste.xlsx'))
  const request = new Request(`http://localhost:3000/${locale}/cohorts/${cohortId}/import`, { method: 'POST', body })
  const response = await POST(request, { params: Promise.resolve({ locale, cohort: cohortId }) })
  return { request, status: response.status, html: await response.text() }
}

const escaped = (text: string) => text.replaceAll("'", '&#x27;')

describe('the page of an import', () => {
  it.each(LOCALES)('says in %s which limit a file met', async (locale) => {
    const { send } = await calling()
    for (const { make, problem } of [HOSTILE_ROSTERS['15 MB in one cell'], HOSTILE_ROSTERS['22,000 wide rows']]) {
      const { status, html } = await send(await make(), locale)
      expect(status).toBe(400)
      expect(html).toContain(escaped(translator(locale)(`cohorts.import.files.${problem}`)))
    }
  })

  it.each(LOCALES)('says in %s that other lists are being read', async (locale) => {
    const { cohort, send } = await calling()
    readingTurns.set({ running: 2, waiting: Array.from({ length: 8 }, () => () => {}) })

    const { status, html } = await send(csv(1), locale)

    expect(status).toBe(503)
    expect(html).toContain(escaped(translator(locale)('errors.imports-busy')))
    expect(html).toContain(`href="/${locale}/cohorts/${cohort.id}/import"`)
    expect(await db().importRun.count({ where: { cohortId: cohort.id } })).toBe(0)
  })

  it('does not read the upload of a person who may not import', async () => {
    const { school, cohort } = await calling()
    await callAs((await insertStaff('tutor', school.institutionId)).sessionId)

    const { status, request } = await send(cohort.id, csv(1), 'fr')

    expect(status).toBe(403)
    expect(request.bodyUsed).toBe(false)
  })
})
