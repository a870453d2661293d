import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { REGION_ROWS } from '@/domain/cohort/report/coverage'
import { printTrained } from '@/domain/cohort/report/report'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { localized } from '@/tests/support/course-factories'
import { RegionTiles } from './region-tiles'

const IDS = REGION_ROWS.slice(0, 12)
const regions = Object.fromEntries(
  IDS.map((id) => [id, { id, name: localized(`Region ${id}`), short: localized(`R${id}`) }]),
)
const PEOPLE: Record<string, number> = { '01': 120, '02': 61, '03': 30, '04': 12, '05': 6, '06': 3, '07': 4 }
const { trained } = printTrained(
  Object.entries(PEOPLE).map(([region, people]) => ({ region, function: 'judge', people })),
  [],
)
const draw = (locale: Locale) =>
  renderToStaticMarkup(<RegionTiles trained={trained} words={{ locale, t: translator(locale), regions }} />)
const tile = (html: string, id: string) => html.match(new RegExp(`<li class="at-${id} ([^"]*)">(.*?)</li>`))

it('has a tile for each region, with its number as text and a step of the scale', () => {
  const html = draw('fr')
  const shown = IDS.map((id) => [id, tile(html, id)?.[1], tile(html, id)?.[2]?.match(/<b>(.*?)<\/b>/)?.[1]])

  expect(shown.slice(0, 5)).toEqual([
    ['01', 'step-5', '120'],
    ['02', 'step-4', '60'],
    ['03', 'step-3', '30'],
    ['04', 'step-2', '10'],
    ['05', 'step-1', '5'],
  ])
  expect(shown.at(-1)).toEqual(['12', 'none', '0'])
})

it('shows no number of a region that is counted with others, names it below, and leads to their row', () => {
  const html = draw('en')

  for (const id of ['06', '07']) {
    expect(tile(html, id)?.[2]).toContain('<b>–</b>')
    expect(tile(html, id)?.[2]).toContain('href="#trained-merged"')
    expect(html.slice(html.indexOf('</ul>'))).toContain(`Region ${id}`)
  }
  expect(tile(html, '01')?.[2]).toContain('href="#trained-01"')
})

it.each(LOCALES)('says each number in words, not by its colour alone, in %s', (locale) => {
  const t = translator(locale)
  const html = draw(locale)

  expect(tile(html, '02')?.[2]).toContain(t('report.map.people', { count: '60' }))
  expect(tile(html, '06')?.[2]).toContain(t('report.map.notByItself'))
  expect(tile(html, '12')?.[2]).toContain(t('report.map.none'))
})

it('is mirrored in no language: east stays east, and the scale grows to the right', () => {
  const css = readFileSync('app/styles/lists.css', 'utf8')

  expect(css).toMatch(/\.tiles \{\s*direction: ltr;/)
  expect(draw('ar')).toContain('<ul class="plain tile-scale xs" dir="ltr"')
})
