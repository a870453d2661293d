import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { CourseList, type Enrolled } from './course-list'
import type { Release } from './course-reading'
import { CourseRows } from './course-rows'

const t = translator('fr')

function release(courseId: string, access: Release['course']['file']['access'] = 'open'): Release {
  return { ...courseReading({ access }).release, id: `release of ${courseId}`, courseId }
}

const cards = (releases: Release[], mine: Enrolled[] = []) =>
  renderToStaticMarkup(<CourseList releases={releases} mine={mine} locale="fr" t={t} />)
    .split('<li><article')
    .slice(1)

it('is one link for each course, under a cover of its own', () => {
  const html = cards([release('fundamentals'), release('detection'), release('sixth')])

  expect(html.map((card) => card.match(/<a /g))).toEqual([['<a '], ['<a '], ['<a ']])
  expect(html.map((card) => card.match(/class="cover of-([\w-]+)"/)?.[1])).toEqual([
    'fundamentals',
    'detection',
    'site',
  ])
})

it('distinguishes open, closed and public courses in words', () => {
  const html = cards([release('a'), release('b'), release('c', 'closed'), release('d', 'public')])

  expect(html[0]).toContain(`<span>${t('course.kind.open', { n: 1, total: 2 })}</span>`)
  expect(html[1]).toContain(`<span>${t('course.kind.open', { n: 2, total: 2 })}</span>`)
  expect(html[2]).toContain(t('course.kind.closed', { n: 3 }))
  expect(html[3]).toContain(t('course.kind.public', { n: 4 }))
})

it('counts the courses that everybody may take first, wherever they stand in the catalogue', () => {
  const html = cards([release('a'), release('c', 'closed'), release('d', 'public'), release('b')])

  expect(html[3]).toContain(t('course.kind.open', { n: 2, total: 2 }))
  expect(html[1]).toContain(t('course.kind.closed', { n: 3 }))
  expect(html[2]).toContain(t('course.kind.public', { n: 4 }))
})

it('says how far the reader is in her own courses, and nothing in the others', () => {
  const [begun, certified] = [courseReading({ done: 1 }), courseReading({ learner: { certificate: 'ABC' } })]
  const mine = [
    { ...begun, release: release('a') },
    { ...certified, release: release('b') },
  ] as Enrolled[]
  const html = cards([release('a'), release('b'), release('c')], mine)

  expect(html[0]).toContain(t('course.progress', { done: 1, total: 2 }))
  expect(html[1]).toContain(t('course.certified'))
  expect(html[2]).not.toContain('class="state"')
})

it('lists the open courses of the home page in their order, and names for whom the others are', () => {
  const html = renderToStaticMarkup(
    <CourseRows
      releases={[release('a'), release('b', 'closed'), release('c'), release('d', 'public')]}
      locale="fr"
      t={t}
    />,
  )
  const [rows = '', others = ''] = html.split('</ol>')
  expect([...rows.matchAll(/href="\/fr\/courses\/(\w)"/g)].map(([, id]) => id)).toEqual(['a', 'c'])
  expect([...others.matchAll(/href="\/fr\/courses\/(\w)"/g)].map(([, id]) => id)).toEqual(['b', 'd'])
  expect(others).toContain(t('home.audience.closed'))
  expect(others).toContain(t('home.audience.public'))
})
