import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { library } from '@/server/content/library'
import { type Placed, placeTitle } from '@/server/error-report/place-title'

const APP = 'app/[locale]'
/** The first parts of the addresses of all pages, in their folders that no address names. */
const sections = readdirSync(APP)
  .filter((folder) => folder.startsWith('('))
  .flatMap((folder) => readdirSync(`${APP}/${folder}`, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && entry.name !== 'report')
  .map(({ name }) => `/${name}`)

const page = (path: string): Placed => ({
  place: 'page',
  path,
  courseId: null,
  releaseId: null,
  lessonId: null,
  part: null,
})

describe('the subject of a report about a page', () => {
  it.each([...new Set(sections)])('is a title and not the address %s', async (path) => {
    for (const locale of LOCALES) {
      const title = await placeTitle(page(path), locale)
      expect(title).not.toContain('/')
      expect(title).not.toBe(translator(locale)('site.name'))
    }
  })

  it.each([
    ['/help', 'nav.help'],
    ['/library/glossary', 'library.glossary.title'],
    ['/learning/notes', 'notes.title'],
    ['/seminars/0192', 'seminar.title'],
    ['', 'nav.home'],
    ['/nowhere', 'site.name'],
    ['/helpless', 'site.name'],
  ] as const)('of %s is the title of the page or of the nearest above it', async (path, key) => {
    expect(await placeTitle(page(path), 'ar')).toBe(translator('ar')(key))
  })

  it('is the title of an entry of the library, of every kind', async () => {
    const { procedureChecklists, models, briefs } = library()
    const [checklist] = Object.values(procedureChecklists)
    const [model] = Object.values(models)
    const [brief] = Object.values(briefs)
    const entry = (path: string, part?: string): Placed => ({ ...page(path), place: 'entry', part: part ?? null })

    expect(await placeTitle(entry(`/library/checklists/${checklist?.id}`, checklist?.id), 'ar')).toBe(
      checklist?.title.ar,
    )
    expect(await placeTitle(entry(`/library/models/${model?.id}`, model?.id), 'ar')).toBe(model?.title.ar)
    expect(await placeTitle(entry(`/library/briefs/${brief?.id}`, brief?.id), 'ar')).toBe(brief?.title.ar)
    expect(await placeTitle(entry('/library/briefs/gone', 'gone'), 'ar')).toBe(translator('ar')('library.briefs.title'))
    expect(await placeTitle(entry('/library/models/gone', 'gone'), 'ar')).toBe(translator('ar')('library.models.title'))
  })
})
