import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getBrief } from '@/app/[locale]/(public)/library/briefs/[id]/route'
import { GET as getBriefs } from '@/app/[locale]/(public)/library/briefs/route'
import { GET as getChecklist } from '@/app/[locale]/(public)/library/checklists/[id]/route'
import { GET as getHome } from '@/app/[locale]/(public)/route'
import { GET as getText } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { buildAssets } from '@/scripts/build-assets'
import { library } from '@/server/content/library'
import { planLedgers } from '@/server/editorial/export/ledgers'
import { entryWords } from '@/server/error-report/entry-words'
import { publicPaths } from '@/server/library/public-paths'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { FULL_SCOPE, giveRole, passSecondFactor } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const briefs = Object.values(library().briefs)

async function brief(id: string, locale: Locale = 'fr') {
  const request = new Request(`http://localhost:3000/${locale}/library/briefs/${id}`)
  const response = await getBrief(request, { params: Promise.resolve({ locale, id }) })
  return { status: response.status, html: await response.text() }
}
async function html(handler: typeof getBriefs, locale: Locale = 'fr') {
  const response = await handler(new Request(`http://localhost:3000/${locale}`), {
    params: Promise.resolve({ locale }),
  })
  return response.text()
}

describe('a brief', () => {
  it.each(LOCALES)('is read by everybody in %s, and says that no jurist has read it yet', async (locale) => {
    await callAs(null)
    for (const { id, title } of briefs) {
      const { status, html } = await brief(id, locale)

      expect(status, id).toBe(200)
      expect(html).toContain(typeset(title[locale], locale))
      expect(html).toContain(translator(locale)('course.awaitingReview'))
      expect(html).toContain(`/${locale}/report?page=/library/briefs/${id}`)
    }
  })

  it('has a document title of its own, also beside the checklist of the same name', async () => {
    await callAs(null)
    const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1]
    const request = new Request('http://localhost:3000/fr/library/checklists/search')
    const params = Promise.resolve({ locale: 'fr', id: 'search' })
    const checklist = await (await getChecklist(request, { params })).text()

    expect(library().procedureChecklists.search?.title).toEqual(library().briefs['search-and-seizure']?.title)
    expect(titleOf((await brief('search-and-seizure')).html)).not.toBe(titleOf(checklist))
  })

  it('leads to the articles, the decision, the model and the lessons of its subject', async () => {
    await callAs(null)
    const { html } = await brief('trafficking')

    for (const path of ['law/cp-448-4#', 'law/cp-448-1', 'cases/ma-tanger-2025-mineurs', 'models/operative-part'])
      expect(html).toContain(`href="/fr/library/${path}`)
  })

  it('is not found under an unknown name, or under a name that every object has', async () => {
    for (const id of ['none', 'constructor', '__proto__']) expect((await brief(id)).status).toBe(404)
  })
})

it('is in the list and in the sitemap once, and the home page leads to the list', async () => {
  await callAs(null)
  const [list, home, paths] = [await html(getBriefs), await html(getHome), await publicPaths()]

  for (const { id } of briefs) expect(list).toContain(`href="/fr/library/briefs/${id}"`)
  const own = briefs.map(({ id }) => `/library/briefs/${id}`)
  expect(paths.filter((path) => own.includes(path)).toSorted()).toEqual(own.toSorted())
  expect(home).toContain('href="/fr/library/briefs"')
  expect(home).toContain(translator('fr')('home.count.briefs', { count: briefs.length }))
})

it('is one tap away from what a learner does today', async () => {
  const { sessionId } = await insertPerson({ locale: 'fr' })
  await callAs(sessionId)

  expect(await html(getLearning)).toContain('href="/fr/library/briefs"')
})

it('is named by its title in the report of an error', () => {
  expect(entryWords('brief', 'custody', 'fr')).toContain(library().briefs.custody?.title.fr)
  expect(entryWords('brief', 'constructor', 'fr')).toBeNull()
})

describe('the desk of the jurists', () => {
  async function reviewer(parts: (typeof FULL_SCOPE)['parts']) {
    const { accountId, sessionId } = await insertPerson({ locale: 'fr' })
    await giveRole(accountId, 'reviewer', null, { ...FULL_SCOPE, parts })
    await passSecondFactor(accountId)
    await callAs(sessionId)
  }
  async function text(key: string) {
    const response = await getText(new Request(`http://localhost:3000/fr/review/brief/${key}/ar`), {
      params: Promise.resolve({ locale: 'fr', kind: 'brief', key, lang: 'ar' }),
    })
    return { status: response.status, html: await response.text() }
  }

  it('shows briefs only to their reviewers, each point and each degree by itself', async () => {
    await reviewer(['library:brief'])
    const { status, html } = await text('trafficking')
    expect(status).toBe(200)
    for (const part of ['elements.0.text', 'degrees.5.outcome']) expect(html).toContain(`id="${part}"`)

    await reviewer(['library:model'])
    expect((await text('trafficking')).status).toBe(404)
  })

  it('writes signatures into the ledger beside the briefs, and none of a text that has changed since', () => {
    const signature = (textId: string, hash = library().reviews.brief[textId]?.hashes.ar ?? '') => ({
      ...{ id: randomUUID(), kind: 'brief', textId, language: 'ar', area: 'legal', hash },
      ...{ signer: 'R-1A2B', function: 'Conseillère', body: 'Cour d’appel' },
      signedAt: new Date('2026-11-28T10:00:00Z'),
    })
    const unwritten = [signature('custody'), signature('trafficking', 'of an older text')] as unknown as Parameters<
      typeof planLedgers
    >[1]

    const { changes, waiting } = planLedgers(process.cwd(), unwritten, [])

    expect(changes.map(({ path }) => path)).toEqual(['library/briefs/signoff.yaml'])
    expect(waiting).toMatchObject([{ why: 'changed', signature: { textId: 'trafficking' } }])
  })
})
