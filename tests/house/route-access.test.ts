import { expect, it } from 'vitest'
import type { Access } from '../support/access/access'
import { anyone } from '../support/access/answers'
import { DECLARED, type Declared } from '../support/access/declared'
import { publicRoutes, unsaidIn } from './route-access'

const PAGE = { '/help': { path: () => '/ar/help' } }

function declared(access: Access | null, methods = ['GET'], address = '/[locale]/help'): Declared {
  return { file: 'app/help/route.tsx', accessFile: 'app/help/access.ts', methods, address, access }
}

it('says beside each route who may open it, and in which states tests do', () => {
  expect(DECLARED.length).toBeGreaterThan(250)
  expect(unsaidIn(DECLARED)).toEqual([])
})

it.each<[string, Declared]>([
  [
    'app/help/route.tsx needs a file access.ts beside it: who may open it, as docs/how-to/a-page.md shows.',
    declared(null),
  ],
  [
    'app/help/access.ts needs one row for each of GET, POST, which route.tsx exports.',
    declared({ GET: anyone, states: PAGE }, ['GET', 'POST']),
  ],
  [
    'app/help/access.ts needs one row for each of GET, which route.tsx exports.',
    declared({ GET: anyone, POST: anyone, states: PAGE }),
  ],
  [
    'app/help/access.ts needs `states`: those in which tests open the page, or why none does.',
    declared({ GET: anyone }),
  ],
  [
    'app/help/access.ts needs `states`: those in which tests open the page, or why none does.',
    declared({ GET: anyone, states: {} }),
  ],
])('says: %s', (sentence, route) => {
  expect(unsaidIn([route])).toEqual([sentence])
})

it('says that two states have the same name', () => {
  const help = declared({ GET: anyone, states: PAGE })

  expect(unsaidIn([help, { ...help, accessFile: 'app/about/access.ts' }])).toEqual([
    'app/about/access.ts needs another name for the state “/help”, which app/help/access.ts has too.',
  ])
})

it('asks for no state of a form alone, of a file and of an interface for programs', () => {
  expect(
    unsaidIn([
      declared({ POST: anyone }, ['POST']),
      declared({ GET: anyone, states: 'file' }),
      declared({ GET: anyone }, ['GET'], '/api/health'),
    ]),
  ).toEqual([])
})

it('has the public routes in the sitemap: npx vitest run --project unit tests/house/route-access.test.ts -u', async () => {
  await expect(publicRoutes(DECLARED)).toMatchFileSnapshot('../../server/library/public-routes.ts')
})
