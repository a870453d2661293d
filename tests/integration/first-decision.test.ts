import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(public)/practice/first/[kind]/[file]/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import { documentsOf } from '@/domain/case/case-text'
import { begin, decide } from '@/domain/case/simulation/play'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { buildAssets } from '@/scripts/build-assets'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { openGrid } from '@/server/practice/grid'
import { beginRun, openRun, takeDecision } from '@/server/practice/simulation/own-runs'
import { publishedGrid } from '@/tests/support/cases'
import { localized } from '@/tests/support/course-factories'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'
import { nightReport, publishCase } from '@/tests/support/simulations'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const SITE = 'http://localhost:3000'
const t = translator('fr')
type Kind = 'simulations' | 'grid' | 'referral'
const props = (kind: string, file: string, locale: Locale = 'fr') => ({
  params: Promise.resolve({ locale, kind, file }),
})
const at = (kind: string, file: string, query = '', locale: Locale = 'fr') =>
  GET(new Request(`${SITE}/${locale}/practice/first/${kind}/${file}${query}`), props(kind, file, locale))
const read = async (kind: Kind, file: string, query = '', locale: Locale = 'fr') =>
  (await at(kind, file, query, locale)).text()
async function keep(kind: Kind, file: string, fields: Record<string, string>) {
  const response = await POST(
    new Request(`${SITE}/fr/practice/first/${kind}/${file}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: SITE, host: 'localhost:3000' },
    }),
    props(kind, file),
  )
  return { status: response.status, to: response.headers.get('location')?.replace(SITE, '') }
}
async function signedIn() {
  const person = await insertPerson()
  await callAs(person.sessionId)
  return { ...person, permit: mayRead(person) }
}
const night = (rest: string, id: string) => `/fr/practice/simulations/${id}${rest}`
const stepsOf = async (accountId: string) =>
  (await db().simulationStep.findMany({ where: { run: { accountId } }, orderBy: { number: 'asc' } })).map(
    ({ choice }) => choice,
  )

describe('a visitor', () => {
  it('opens a simulation, chooses, and sees what follows and how to keep it, with nothing stored', async () => {
    const { caseId } = await publishCase()
    await callAs(null)
    const before = await db().simulationRun.count()
    expect(await read('simulations', caseId)).toContain('name="choice"')
    const html = await read('simulations', caseId, '?choice=identify')
    expect(html).toContain('Procès-verbal de constat')
    const next = encodeURIComponent(`/fr/practice/first/simulations/${caseId}?choice=identify`)
    expect(html).toContain(`href="/fr/sign-up?next=${next}"`)
    expect(await db().simulationRun.count()).toBe(before)
    const response = await at('simulations', caseId, '?choice=identify')
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('reads nothing of what comes after the first decision, in any language, on the page or at home', async () => {
    const { caseId, file, bodies } = await publishCase(nightReport())
    await callAs(null)
    const first = begin(file)
    const open = new Set(
      [first, ...(file.nodes[0]?.choices ?? []).map(({ id }) => decide(file, first, id))].flatMap((play) =>
        typeof play === 'string' ? [] : play.opened.map(({ document }) => document),
      ),
    )
    for (const locale of LOCALES) {
      const later = documentsOf({ bodies }, locale).filter(({ id }) => !open.has(id))
      expect(later.length).toBeGreaterThan(10)
      const titles = documentsOf({ bodies }, locale)
        .filter(({ id }) => open.has(id))
        .map(({ title }) => title)
      const pages = await Promise.all([
        ...['', ...(file.nodes[0]?.choices ?? []).map(({ id }) => `?choice=${id}`)].map((query) =>
          read('simulations', caseId, query, locale),
        ),
        (await getHome(new Request(`${SITE}/${locale}`), { params: Promise.resolve({ locale }) })).text(),
      ])
      // The same search finds the texts of the first decision, so that it would find the others.
      const [choice] = file.nodes[0]?.choices ?? []
      expect(pages[0]).toContain(typeset(choice?.text[locale] ?? '?', locale).slice(0, 60))
      expect(pages[1]).toContain(`>${typeset(titles[0] ?? '?', locale)}<`)
      for (const html of pages) {
        for (const { title } of later.filter((paper) => !titles.includes(paper.title))) {
          expect(html).not.toContain(`>${typeset(title, locale)}<`)
        }
        for (const { choices } of file.nodes.slice(1)) {
          for (const { text, why } of choices) {
            expect(html).not.toContain(typeset(text[locale], locale).slice(0, 60))
            expect(html).not.toContain(typeset(why[locale], locale).slice(0, 60))
          }
        }
      }
    }
  })

  it('reads the reference of the first element of a grid only after answering it, and of no other', async () => {
    const only = (text: string) => ({ feedback: localized(text), supports: [], contradicts: [], cites: ['cp-448-1#1'] })
    const { file } = await publishedGrid()
    const { elements } = file
    const graded = await publishedGrid({
      elements: {
        ...elements,
        act: { ...elements.act, ...only('why of the act') },
        means: { ...elements.means, ...only('why of the means') },
        purpose: { ...elements.purpose, ...only('why of the purpose') },
      },
    })
    await callAs(null)
    const before = await read('grid', graded.file.id)
    const after = await read('grid', graded.file.id, '?choice=undecided')
    expect(before).not.toContain('why of the')
    expect(after).toContain('why of the act')
    expect(after).not.toMatch(/why of the (means|purpose)/)
    expect(after).toContain(t('casework.grid.result.outcome.wrong'))
  })

  it('begins a plan with a step, and learns with which step the reference begins', async () => {
    await callAs(null)
    expect(await read('referral', 's-begging')).toContain('<select name="choice"')
    expect(await read('referral', 's-begging', '?choice=secure')).toContain(t('casework.first.step.first'))
    const late = await read('referral', 's-begging', '?choice=integration')
    expect(late).toContain(t('casework.first.step.later'))
    expect(await read('referral', 's-begging', '?choice=confront')).toContain(t('casework.first.step.harmful'))
  })

  it('is asked again for a choice that the file does not offer', async () => {
    const { caseId } = await publishCase()
    await callAs(null)
    for (const wrong of ['?choice=at-six', '?choice=%3Cscript%3E', '?choice=']) {
      const html = await read('simulations', caseId, wrong)
      expect(html).toContain('name="choice"')
      expect(html).not.toContain('<script>')
      expect(html).not.toContain('sign-up?next')
    }
    for (const [kind, file] of [
      ['simulations', 'gone'],
      ['grid', caseId],
      ['referral', 'gone'],
      ['worksheet', 'roof-room'],
    ] as const)
      expect((await at(kind, file)).status).toBe(404)
  })

  it('cannot store anything: the form asks her to sign in', async () => {
    const { caseId } = await publishCase()
    await callAs(null)
    const { status, to } = await keep('simulations', caseId, { choice: 'identify' })
    expect([status, to]).toEqual([303, expect.stringContaining('/fr/sign-in')])
  })
})

describe('somebody who has signed up since', () => {
  it('keeps the choice as her first decision, and goes on with the second', async () => {
    const { caseId } = await publishCase()
    const her = await signedIn()
    expect(await read('simulations', caseId, '?choice=identify')).toContain(t('casework.first.goOn'))
    expect(await keep('simulations', caseId, { choice: 'identify' })).toEqual({ status: 303, to: night('/2', caseId) })
    expect(await stepsOf(her.accountId)).toEqual(['identify'])
  })

  it('decides once if she sends it twice, at the same time or later', async () => {
    const { caseId } = await publishCase()
    const her = await signedIn()
    const sent = await Promise.all([1, 2, 3].map(() => keep('simulations', caseId, { choice: 'identify' })))
    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set([night('/2', caseId)]))
    await keep('simulations', caseId, { choice: 'begging' })
    expect(await stepsOf(her.accountId)).toEqual(['identify'])
    expect(await db().simulationRun.count({ where: { accountId: her.accountId } })).toBe(1)
  })

  it('keeps what she has decided in a file of her own, and is led to where she stands', async () => {
    const { caseId } = await publishCase()
    const her = await signedIn()
    await beginRun(her.permit, caseId, new Date())
    for (const [place, choice] of ['begging', 'at-six'].entries()) {
      const open = await openRun(her.permit, caseId)
      if (open) await takeDecision(her.permit, open, { number: place + 1, choice }, new Date())
    }
    expect((await keep('simulations', caseId, { choice: 'identify' })).to).toBe(night('/3', caseId))
    expect(await stepsOf(her.accountId)).toEqual(['begging', 'at-six'])
  })

  it('begins without a decision if the choice was tampered with', async () => {
    const { caseId } = await publishCase()
    const her = await signedIn()
    expect((await keep('simulations', caseId, { choice: 'at-six' })).to).toBe(night('/1', caseId))
    expect(await stepsOf(her.accountId)).toEqual([])
    expect((await keep('simulations', caseId, {})).status).toBe(400)
  })

  it('begins nothing if the address is too old: the choice is gone, or the law has overtaken the file', async () => {
    const old = nightReport()
    const [call] = old.file.nodes
    const without = {
      ...old.file,
      nodes: old.file.nodes.map((node) => ({ ...node, choices: node.choices.filter(({ id }) => id !== 'identify') })),
    }
    const { caseId } = await publishCase({ ...old, file: without })
    const her = await signedIn()
    expect(call?.choices.map(({ id }) => id)).toContain('identify')
    expect((await at('simulations', caseId, '?choice=identify')).headers.get('location')).toContain(night('', caseId))
    const overtaken = nightReport()
    const retired = await publishCase({ ...overtaken, file: { ...overtaken.file, lawDate: '2025-01-01' } })
    releases.reset()
    expect((await at('simulations', retired.caseId, '?choice=identify')).status).toBe(303)
    expect((await keep('simulations', retired.caseId, { choice: 'identify' })).to).toBe(night('', retired.caseId))
    expect(await db().simulationRun.count({ where: { accountId: her.accountId } })).toBe(0)
  })

  it('shares nothing with another person who opens the same address', async () => {
    const { caseId } = await publishCase()
    const her = await signedIn()
    await keep('simulations', caseId, { choice: 'begging' })
    const other = await signedIn()
    expect(await stepsOf(other.accountId)).toEqual([])
    await keep('simulations', caseId, { choice: 'identify' })
    expect(await stepsOf(other.accountId)).toEqual(['identify'])
    expect(await stepsOf(her.accountId)).toEqual(['begging'])
  })

  it('keeps the first answer of a grid, unless she has begun it', async () => {
    const { file } = await publishedGrid()
    const her = await signedIn()
    expect((await keep('grid', file.id, { choice: 'made-out' })).to).toBe(`/fr/practice/grid/${file.id}`)
    await keep('grid', file.id, { choice: 'undecided' })
    expect((await openGrid(her.permit, file.id)).answers.act?.values).toEqual(['made-out'])
    const other = await publishedGrid()
    await keep('grid', other.file.id, { choice: 'trafficking' })
    expect((await openGrid(her.permit, other.file.id)).underWay).toBe(false)
  })

  it('keeps the first step of a plan, unless she has begun it', async () => {
    const her = await signedIn()
    expect((await keep('referral', 's-begging', { choice: 'secure' })).to).toBe('/fr/practice/referral/s-begging')
    await keep('referral', 's-begging', { choice: 'hear' })
    await keep('referral', 'm-domestic', { choice: 'no-such-step' })
    const plans = await db().referralPlan.findMany({ where: { accountId: her.accountId } })
    expect(plans).toMatchObject([{ profileId: 's-begging', steps: [{ step: 'secure', actor: null, time: null }] }])
  })
})
