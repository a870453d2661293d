import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { localized } from '@/tests/support/course-factories'
import { RegionMap } from './region-map'

const STYLES = readFileSync('app/styles/lists.css', 'utf8')
const IDS = Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0'))
const regions = IDS.map((id, count) => ({
  region: { id, name: localized(`name-${id}`), short: localized(id) },
  count,
  href: `?region=${id}`,
  current: id === '03',
}))

/** Row and column of each tile. */
const places: Record<string, { row: number; column: number }> = Object.fromEntries(
  [...STYLES.matchAll(/\.at-(\d\d) \{\s*grid-area: (\d) \/ (\d);/g)].map(([, id, row, column]) => [
    id,
    { row: Number(row), column: Number(column) },
  ]),
)

it('has a place of its own for each region', () => {
  expect(Object.keys(places).toSorted()).toEqual(IDS)
  expect(new Set(Object.values(places).map(({ row, column }) => `${row} ${column}`)).size).toBe(IDS.length)
})

it('has the north on top, the east on the right, and is mirrored in no language', () => {
  expect(places['01']?.row).toBe(1)
  expect(places['12']?.row).toBe(7)
  expect(places['02']?.column).toBeGreaterThan(places['04']?.column ?? 9)
  expect(STYLES).toMatch(/\.tiles \{\s*direction: ltr;/)
})

it.each(LOCALES)('tells each number in words, in %s', (locale) => {
  const t = translator(locale)
  const html = renderToStaticMarkup(<RegionMap regions={regions} locale={locale} t={t} />)

  for (const [count, id] of IDS.entries()) {
    expect(html).toContain(t('library.referral.tile', { region: localized(`name-${id}`)[locale], count }))
  }
  expect(html.match(/aria-current="true"/g)).toHaveLength(1)
})
