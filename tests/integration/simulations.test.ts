import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getStep, POST as postStep } from '@/app/[locale]/(learn)/practice/simulations/[case]/[step]/route'
import { GET as getDebrief } from '@/app/[locale]/(learn)/practice/simulations/[case]/debrief/route'
import { GET as getStart, POST as postStart } from '@/app/[locale]/(learn)/practice/simulations/[case]/route'
import { documentsOf, partsOf, wordsOf } from '@/domain/case/case-text'
import { replay } from '@/domain/case/simulation/play'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { releases } from '@/server/content/releases'
import { db, openDatabase } from '@/server/db/client'
import { databaseUrl } from '@/server/env'
import { practiceFiles } from '@/server/practice/practice-files'
import { myPractice } from '@/server/practice/practice-lists'
import { beginRun, openRun, takeDecision } from '@/server/practice/simulation/own-runs'
import { budget } from '@/tests/run/turn'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { nightReport, publishCase } from '@/tests/support/simulations'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const SITE = 'http://localhost:3000'
const t = translator('fr')
const NOW = new Date()
const CUTS = budget(30, 200)
const REFERENCE = ['identify', 'at-six', 'custody-rights', 'shelter', 'seal', 'place', 'investigation']

/** A signed-in person, and her requests for a simulation that was published for her. */
async function player(released?: Awaited<ReturnType<typeof publishCase>>) {
  const file = released ?? (await publishCase())
  const { accountId, sessionId } = await insertPerson()
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'fr' } as const
  const permit = permitFor(actor, 'account:read', { accountId })
  await callAs(sessionId)
  const { caseId } = file
  const path = (rest: string, locale: Locale = 'fr') => `/${locale}/practice/simulations/${caseId}${rest}`
  const props = (rest: object, locale: Locale = 'fr') => ({
    params: Promise.resolve({ locale, case: caseId, ...rest }) as never,
  })
  const request = (rest: string, locale: Locale = 'fr') => new Request(SITE + path(rest, locale))
  const send = (rest: string, fields: Record<string, string>) =>
    new Request(SITE + path(rest), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: SITE, host: 'localhost:3000' },
    })
  const run = () => db().simulationRun.findFirst({ where: { accountId }, orderBy: { number: 'desc' } })
  return {
    ...file,
    accountId,
    sessionId,
    permit,
    path,
    run,
    again: () => callAs(sessionId),
    start: () => getStart(request(''), props({})),
    begin: () => postStart(send('', {}), props({})),
    step: (number: number | string, locale: Locale = 'fr', query = '') =>
      getStep(request(`/${number}${query}`, locale), props({ step: `${number}` }, locale)),
    debrief: (locale: Locale = 'fr') => getDebrief(request('/debrief', locale), props({}, locale)),
    post: (number: number, fields: Record<string, string>) =>
      postStep(send(`/${number}`, fields), props({ step: `${number}` })),
    decide: async (number: number, choice: string) =>
      postStep(
        send(`/${number}`, { run: (await run())?.id ?? '', choice, confirm: 'yes' }),
        props({ step: `${number}` }),
      ),
    stored: async () => {
      const found = await run()
      const where = { runId: found?.id ?? '' }
      const steps = await db().simulationStep.findMany({ where, orderBy: { number: 'asc' } })
      return { steps: found?.steps, choices: steps.map(({ choice }) => choice) }
    },
  }
}

const leadsTo = (answer: Response) => [answer.status, answer.headers.get('location')]

describe('a run', () => {
  it('begins once, goes on where it stands on any device, and ends in the debrief', async () => {
    const her = await player()
    expect(await (await her.start()).text()).toContain(t('casework.simulation.start.begin'))
    expect(leadsTo(await her.begin())).toEqual([303, her.path('/1')])
    expect(leadsTo(await her.begin())).toEqual([303, her.path('/1')])
    expect(await db().simulationRun.count({ where: { accountId: her.accountId } })).toBe(1)

    for (const [place, choice] of REFERENCE.entries()) {
      const number = place + 1
      expect((await her.step(number)).status).toBe(200)
      expect(leadsTo(await her.decide(number, choice))).toEqual([303, her.path(`/${number + 1}`)])
      if (number < REFERENCE.length)
        expect(await (await her.start()).text()).toContain(t('casework.simulation.start.goOn', { number: number + 1 }))
    }
    expect(leadsTo(await her.step(8))).toEqual([303, her.path('/debrief')])
    const debrief = await (await her.debrief()).text()
    expect(debrief).toContain(t('casework.simulation.debrief.same', { same: 7, all: 7 }))
    expect(debrief).toContain('Un dossier qui tient')
    expect(await db().practiceDone.findMany({ where: { accountId: her.accountId } })).toMatchObject([
      { kind: 'simulation', caseId: her.caseId, courseId: her.courseId, times: 1 },
    ])
  })

  it('cannot be begun once the law of its file has changed, but can be finished', async () => {
    const begun = await player()
    await begun.begin()
    const retired = nightReport()
    const file = { ...retired, file: { ...retired.file, lawDate: '2025-01-01' } }
    const her = await player(await publishCase(file))
    const page = await (await her.start()).text()
    expect(page).toContain(t('casework.retired.title'))
    expect(page).not.toContain(t('casework.simulation.start.begin'))
    expect(leadsTo(await her.begin())).toEqual([303, her.path('')])
    expect(await her.run()).toBeNull()

    await db().$executeRaw`
      update "Release" set content = jsonb_set(content, '{cases,0,file,lawDate}', '"2025-01-01"')
      where id = ${begun.releaseId}::uuid`
    releases.reset()
    await begun.again()
    expect(await (await begun.start()).text()).toContain(t('casework.retired.finish'))
    expect(leadsTo(await begun.decide(1, 'identify'))).toEqual([303, begun.path('/2')])
  })

  it('is played again as a new run, and the old debrief stays', async () => {
    const her = await player()
    await her.begin()
    for (const [place, choice] of REFERENCE.entries()) await her.decide(place + 1, choice)
    expect(leadsTo(await her.begin())).toEqual([303, her.path('/1')])
    expect(await her.stored()).toEqual({ steps: 0, choices: [] })
    expect((await her.debrief()).status).toBe(200)
    expect(await (await her.start()).text()).toContain(`debrief?run=1`)
  })

  it('stays with the release in which it was begun, whatever is published later', async () => {
    const her = await player()
    await her.begin()
    const other = nightReport(her.caseId)
    await db().release.create({
      data: {
        courseId: her.courseId,
        number: 2,
        contentHash: `${her.courseId} 2`,
        lawDate: NOW,
        languages: ['ar'],
        content: {
          ...((await db().release.findUniqueOrThrow({ where: { id: her.releaseId } })).content as object),
          cases: [{ ...other, file: { ...other.file, title: { ar: 'آخر', fr: 'Un autre titre', en: 'Other' } } }],
        } as never,
      },
    })
    expect(await (await her.step(1)).text()).toContain('Nuit de permanence')
  })

  it('cannot be seen or played by another person, or without an account', async () => {
    const her = await player()
    await her.begin()
    await her.decide(1, 'identify')
    const runId = (await her.run())?.id ?? ''
    const other = await player(her)
    expect(leadsTo(await other.step(2))).toEqual([303, other.path('')])
    expect(leadsTo(await other.debrief())).toEqual([303, other.path('')])
    expect(leadsTo(await other.post(2, { run: runId, choice: 'at-six', confirm: 'yes' }))).toEqual([
      303,
      other.path('/2?stands=1'),
    ])
    await callAs(null)
    expect((await her.step(2)).status).toBe(303)
    expect((await her.step(2)).headers.get('location')).toContain('/sign-in')
    await her.again()
    expect(await her.stored()).toEqual({ steps: 1, choices: ['identify'] })
  })
})

it('is listed among the practices and on “my learning” as open, then as done', async () => {
  const her = await player()
  const { actor } = her.permit
  const listed = async () =>
    (await practiceFiles(actor, { locale: 'fr', now: NOW })).find(({ id }) => id === her.caseId)?.actions[0].state
  const mine = async () =>
    (await myPractice(her.permit, { locale: 'fr', now: NOW })).map(({ path, state }) => [path, state])
  expect([await listed(), await mine()]).toEqual(['new', []])
  await her.begin()
  await her.decide(1, 'identify')
  const path = her.path('').replace('/fr', '')
  expect([await listed(), await mine()]).toEqual(['open', [[path, 'open']]])
  for (const [place, choice] of REFERENCE.entries()) await her.decide(place + 1, choice)
  expect([await listed(), await mine()]).toEqual(['done', [[path, 'done']]])
})

describe('a decision', () => {
  it('needs a choice and the tick that confirms it', async () => {
    const her = await player()
    await her.begin()
    const run = (await her.run())?.id ?? ''
    const without = await her.post(1, { run, choice: 'identify' })
    const html = await without.text()
    expect(without.status).toBe(400)
    expect(html).toContain(t('casework.simulation.step.tickFirst'))
    expect(html).toMatch(/value="identify"[^>]*checked|checked[^>]*value="identify"/)
    const nothing = await her.post(1, { run, confirm: 'yes' })
    expect([nothing.status, await nothing.text()]).toEqual([
      400,
      expect.stringContaining(t('casework.simulation.step.choose')),
    ])
    expect(await her.stored()).toEqual({ steps: 0, choices: [] })
  })

  it('cannot be taken back: a second choice changes nothing, and the page shows what stands', async () => {
    const her = await player()
    await her.begin()
    await her.decide(1, 'identify')
    expect(leadsTo(await her.decide(1, 'begging'))).toEqual([303, her.path('/1?stands=1')])
    const closed = await (await her.step(1, 'fr', '?stands=1')).text()
    expect(closed).toContain(t('casework.simulation.closed.stands'))
    expect(closed).not.toContain('name="choice"')
    expect(await her.stored()).toEqual({ steps: 1, choices: ['identify'] })
  })

  it('that is sent again counts once', async () => {
    const her = await player()
    await her.begin()
    await her.decide(1, 'identify')
    expect(leadsTo(await her.decide(1, 'identify'))).toEqual([303, her.path('/2')])
    expect(await her.stored()).toEqual({ steps: 1, choices: ['identify'] })
  })

  it('is taken once if several come at once', async () => {
    const her = await player()
    await her.begin()
    const answers = await Promise.all(['identify', 'begging', 'complaint'].map((choice) => her.decide(1, choice)))
    expect(answers.filter((answer) => answer.headers.get('location') === her.path('/2'))).toHaveLength(1)
    expect(await her.stored()).toMatchObject({ steps: 1 })
  })

  it('is refused if it is not offered, of another run, or of a later step', async () => {
    const her = await player()
    await her.begin()
    const run = (await her.run())?.id ?? ''
    expect(leadsTo(await her.decide(1, 'ward'))).toEqual([303, her.path('/1?stands=1')])
    expect(leadsTo(await her.decide(2, 'at-six'))).toEqual([303, her.path('/2?stands=1')])
    expect(leadsTo(await her.post(1, { run: 'x', choice: 'identify', confirm: 'yes' }))).toEqual([
      303,
      her.path('/1?stands=1'),
    ])
    expect(run).not.toBe('')
    expect(await her.stored()).toEqual({ steps: 0, choices: [] })
    expect((await her.step('0')).status).toBe(404)
    expect((await her.step('x')).status).toBe(404)
    expect(leadsTo(await her.step(5))).toEqual([303, her.path('/1')])
  })
})

/** The text of a page, with one kind of space. */
const wordsIn = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
/** The text without spaces and isolation marks: terms that are isolated bring further spaces, which do not matter. */
const bare = (text: string) => wordsIn(text).replace(/[\s\u2066-\u2069]/g, '')

describe('a page', () => {
  it('holds no document that is not open, and no reason or outcome of the authors', async () => {
    const paths = [REFERENCE, ['complaint', 'enter-now', 'released', 'ward', 'recall', 'mother', 'chamber']]
    let searched = 0
    for (const path of paths) {
      const her = await player()
      await her.begin()
      for (const [place, choice] of path.entries()) {
        const { opened } = replay(her.file, path.slice(0, place))
        const open = new Set(opened.map(({ document }) => document))
        for (const locale of LOCALES) {
          const pages = [await her.step(place + 1, locale), ...(place > 0 ? [await her.step(place, locale)] : [])]
          for (const page of pages) {
            const text = bare(await page.text())
            for (const document of documentsOf(her, locale).filter(({ id }) => !open.has(id))) {
              for (const block of document.blocks)
                expect(text).not.toContain(bare(wordsOf(partsOf(block))).slice(0, 60))
              searched += 1
            }
            const secrets = [
              ...her.file.nodes.flatMap(({ choices }) => choices.flatMap(({ why, outcome }) => [why, outcome])),
              ...her.file.endings.flatMap(({ title, text: words }) => [title, words]),
            ]
            for (const secret of secrets) expect(text).not.toContain(bare(flat(secret[locale])))
          }
        }
        await her.decide(place + 1, choice)
      }
      expect((await her.debrief()).status).toBe(200)
    }
    expect(searched).toBeGreaterThan(500)
  }, 120_000)

  it('gives the field of her reason no name, so that no browser sends it', async () => {
    const her = await player()
    await her.begin()
    const html = await (await her.step(1)).text()
    const [field = ''] = /<textarea[^>]*>/.exec(html) ?? []
    expect(field).toContain('id="reason"')
    expect(field).not.toContain(' name=')
    await her.post(1, { run: (await her.run())?.id ?? '', choice: 'identify', confirm: 'yes', reason: 'Fatima' })
    expect(
      JSON.stringify(await db().simulationStep.findMany({ where: { run: { accountId: her.accountId } } })),
    ).not.toContain('Fatima')
  })
})

it('loses no accepted decision when the connections of the database are cut, at every step', async () => {
  const file = await publishCase()
  const cutter = openDatabase(databaseUrl(), { max: 1 })
  const cut = () => cutter.sql.$queryRaw`
    select pg_terminate_backend(pid)::text from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  let steps = 0
  let failed = 0
  while (steps < CUTS) {
    const her = await player(file)
    await beginRun(her.permit, her.caseId, NOW)
    for (const [place, choice] of REFERENCE.entries()) {
      const number = place + 1
      const open = await untilItAnswers(() => openRun(her.permit, her.caseId))
      if (!open) throw new Error('the run is gone')
      expect(open.run.choices).toEqual(REFERENCE.slice(0, place))
      const [given] = await Promise.allSettled([
        takeDecision(her.permit, open, { number, choice }, NOW),
        new Promise((resolve) => setTimeout(resolve, Math.random() * 4)).then(cut),
      ])
      const { choices } = await untilItAnswers(her.stored)
      if (given.status === 'fulfilled') expect([given.value, choices[place]]).toEqual(['accepted', choice])
      else {
        failed += 1
        // A failed decision is stored completely or not at all; if it is sent again, it is accepted.
        expect([place, number]).toContain(choices.length)
        const again = await untilItAnswers(() => openRun(her.permit, her.caseId))
        if (again)
          expect(await untilItAnswers(() => takeDecision(her.permit, again, { number, choice }, NOW))).toBe('accepted')
      }
      expect(await untilItAnswers(her.stored)).toEqual({ steps: number, choices: REFERENCE.slice(0, number) })
      steps += 1
    }
    const done = await untilItAnswers(() => db().practiceDone.findMany({ where: { accountId: her.accountId } }))
    expect(done).toMatchObject([{ times: 1 }])
  }
  await cutter.close()
  expect(failed).toBeGreaterThan(0)
}, 300_000)

/** Tries again after an error: the pool notices a broken connection only at the next use. */
async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries === 20) throw error
    }
  }
}
