import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getChecklist } from '@/app/[locale]/(public)/library/checklists/[id]/route'
import { GET as getChecklists } from '@/app/[locale]/(public)/library/checklists/route'
import { GET as getModel } from '@/app/[locale]/(public)/library/models/[id]/route'
import { GET as getModels } from '@/app/[locale]/(public)/library/models/route'
import { GET as getText } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/route'
import type { AskedPlace } from '@/domain/error-report/asked-place'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { library } from '@/server/content/library'
import { planLedgers } from '@/server/editorial/export/ledgers'
import { entryWords } from '@/server/error-report/entry-words'
import { publicPaths } from '@/server/library/public-paths'
import { search } from '@/server/library/search'
import { searchIndex } from '@/server/library/search-index'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { FULL_SCOPE, giveRole, passSecondFactor } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const models = Object.keys(library().models)
const checklists = Object.keys(library().procedureChecklists)

async function entry(handler: typeof getModel, id: string, locale: Locale = 'fr') {
  const request = new Request(`http://localhost:3000/${locale}/library/x/${id}`)
  const response = await handler(request, { params: Promise.resolve({ locale, id }) })
  return { status: response.status, html: await response.text() }
}
async function list(handler: typeof getModels, locale: Locale = 'fr') {
  const response = await handler(new Request(`http://localhost:3000/${locale}/library/x`), {
    params: Promise.resolve({ locale }),
  })
  return response.text()
}

describe('a model', () => {
  it.each(LOCALES)('that nobody has signed can be read by everybody, but not copied, in %s', async (locale) => {
    await callAs(null)
    for (const id of models) {
      const { status, html } = await entry(getModel, id, locale)

      expect(status, id).toBe(200)
      expect(html).toContain(translator(locale)('library.models.standing.none.title'))
      expect(html, id).not.toMatch(/<button[^>]*data-(copy|print)/)
      expect(html.match(/class="tx(?! unsigned off-paper)/g), id).toBeNull()
    }
  })

  it('is not found under an unknown name, or under a name that every object has', async () => {
    for (const id of ['none', 'constructor', '__proto__']) {
      expect((await entry(getModel, id)).status).toBe(404)
      expect((await entry(getChecklist, id)).status).toBe(404)
    }
  })
})

it('lists each model and checklist, and each is in the sitemap once', async () => {
  const [of, on, paths] = [await list(getModels), await list(getChecklists), await publicPaths()]

  for (const id of models) expect(of).toContain(`href="/fr/library/models/${id}"`)
  for (const id of checklists) expect(on).toContain(`href="/fr/library/checklists/${id}"`)
  const own = [...models.map((id) => `/library/models/${id}`), ...checklists.map((id) => `/library/checklists/${id}`)]
  expect(paths.filter((path) => own.includes(path)).toSorted()).toEqual(own.toSorted())
})

it.each<[Locale, string, string]>([
  ['fr', 'dispositif confiscation publication dissolution', '/library/models/operative-part'],
  ['fr', 'liste de contrôle perquisition', '/library/checklists/search'],
  ['ar', 'نموذج إنابة قضائية', '/library/models/letter-rogatory'],
  ['en', 'checklist compensation', '/library/checklists/compensation'],
])('is found in %s by “%s”', async (locale, query, path) => {
  const { found } = search(await searchIndex(), { query, locale, limit: 5 })

  expect(found.map((each) => each.entry.path)).toContain(path)
})

it.each<Extract<AskedPlace, { place: 'entry' }>['shelf']>(['model', 'checklist'])(
  'the report of an error names a %s by its title, and nothing if it does not exist',
  (shelf) => {
    const id = 'letter-rogatory'
    const { title } = (shelf === 'model' ? library().models : library().procedureChecklists)[id] ?? { title: null }

    expect(entryWords(shelf, id, 'fr')).toContain(title?.fr)
    expect(entryWords(shelf, 'constructor', 'fr')).toBeNull()
  },
)

describe('the desk of the jurists', () => {
  async function reviewer(parts: (typeof FULL_SCOPE)['parts']) {
    const { accountId, sessionId } = await insertPerson({ locale: 'fr' })
    await giveRole(accountId, 'reviewer', null, { ...FULL_SCOPE, parts })
    await passSecondFactor(accountId)
    await callAs(sessionId)
  }
  const text = async (kind: string, key: string) => {
    const response = await getText(new Request(`http://localhost:3000/fr/review/${kind}/${key}/ar`), {
      params: Promise.resolve({ locale: 'fr', kind, key, lang: 'ar' }),
    })
    return { status: response.status, html: await response.text() }
  }

  it('shows models only to their reviewers, and checklists only to theirs', async () => {
    await reviewer(['library:model'])
    const { status, html } = await text('model', 'operative-part')
    expect(status).toBe(200)
    expect(html).toContain('id="parts.0.text"')
    expect((await text('checklist', 'opening')).status).toBe(404)

    await reviewer(['library:checklist'])
    expect((await text('model', 'operative-part')).status).toBe(404)
    expect((await text('checklist', 'opening')).status).toBe(200)
  })

  it('writes its signatures into the ledgers beside the models and the lists', () => {
    const hashOf = (kind: 'model' | 'checklist', id: string) => library().reviews[kind][id]?.hashes.ar ?? ''
    const signature = (kind: 'model' | 'checklist', textId: string, hash = hashOf(kind, textId)) => ({
      id: randomUUID(),
      kind,
      textId,
      language: 'ar',
      area: 'legal',
      hash,
      signer: 'R-1A2B',
      function: 'Conseillère',
      body: 'Cour d’appel',
      signedAt: new Date('2026-11-28T10:00:00Z'),
    })
    const unwritten = [
      signature('model', 'operative-part'),
      signature('checklist', 'opening'),
      signature('model', 'letter-rogatory', 'of an older text'),
    ] as unknown as Parameters<typeof planLedgers>[1]

    const { changes, waiting } = planLedgers(process.cwd(), unwritten, [])

    expect(changes.map(({ path }) => path).toSorted()).toEqual([
      'library/models/signoff.yaml',
      'library/procedure-checklists.signoff.yaml',
    ])
    expect(waiting).toMatchObject([{ why: 'changed', signature: { textId: 'letter-rogatory' } }])
  })
})
