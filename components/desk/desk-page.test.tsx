import { describe, expect, it } from 'vitest'
import type { Task } from '@/domain/desk/task'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { renderToHtml } from '@/server/content/render-once'
import { AllTasksPage } from './all-tasks-page'
import { DeskPage, type DeskView } from './desk-page'

const NOW = new Date('2026-11-28T10:00:00Z')
const t = translator('fr')
const NOTHING: DeskView = {
  ...{ today: [], week: [], cohorts: [], none: true, institutions: [], createIn: null, first: false, platform: null },
  ...{ failed: [], nation: false, locked: false },
}
const tasks = (count: number): Task[] =>
  Array.from({ length: count }, (_, index) => {
    const place = index === 0 ? '<b>Promotion' : `Promotion ${index}`
    return { kind: 'requests', count: index + 1, since: NOW, place, path: `/cohorts/${index}/people?show=asked` }
  })
const write = (view: Partial<DeskView>) =>
  renderToHtml(<DeskPage desk={{ ...NOTHING, ...view }} now={NOW} locale="fr" t={t} />)
const ways = (html: string) =>
  [...html.matchAll(/href="\/fr\/cohorts\/(\d+)\/people\?show=asked"/g)].map(([, id]) => id)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => String(index))

describe('a list of the work page', () => {
  it('holds every line of up to thirty, and folds those after the tenth', () => {
    for (const count of [1, 10, 11, 30]) {
      const html = write({ today: tasks(count) })
      expect(ways(html)).toEqual(upTo(count))
      expect(ways(html.replace(/<details>.*<\/details>/s, ''))).toEqual(upTo(Math.min(count, 10)))
      expect(html).not.toContain('?all=')
    }
  })

  it('shows only the first ten of more than thirty, counts the others, and links to all of them', () => {
    const html = write({ today: tasks(31), week: tasks(40) })

    expect(ways(html)).toEqual([...upTo(10), ...upTo(10)])
    expect(html).toContain('<span class="count num">31</span>')
    expect(html).toContain(`<a href="/fr/desk?all=today">${t('desk.more', { count: 21 })}</a>`)
    expect(html).toContain(`<a href="/fr/desk?all=week">${t('desk.more', { count: 30 })}</a>`)
  })

  it('is shown whole on its own page with a link back, or says that nothing waits', () => {
    const all = (list: readonly Task[], failed: DeskView['failed'] = []) =>
      renderToHtml(<AllTasksPage name="week" tasks={list} failed={failed} now={NOW} locale="fr" t={t} />)
    const html = all(tasks(31))

    expect(ways(html)).toEqual(upTo(31))
    expect(html).toContain('&lt;b&gt;Promotion')
    expect(html).toContain('href="/fr/desk"')
    expect(all([])).toContain(t('desk.nothingHere'))
    expect(all([])).not.toContain('<ul')
    expect(all([], ['waiting'])).toContain(t('desk.nothingKnown'))
    expect(all([], ['waiting'])).toContain(t('desk.failed', { source: t('desk.sources.waiting') }))
  })
})

it.each(LOCALES)('offers to create the first institution on an empty platform, in %s', (locale) => {
  const said = translator(locale)
  const page = (first: boolean) =>
    renderToHtml(<DeskPage desk={{ ...NOTHING, first }} now={NOW} locale={locale} t={said} />)

  expect(page(true)).toContain(
    `<a class="btn primary" href="/${locale}/institutions/new">${said('desk.firstInstitution')}</a>`,
  )
  expect(page(true)).not.toContain(said('desk.nothing'))
  expect(page(false)).not.toContain('/institutions/new')
})
