import { expect, it } from 'vitest'
import { asked, courseSource, lessonSource, libraryWith, singleChoice, told } from '@/tests/support/course-factories'
import { deadLink } from './dead-link'

const headings = [{ depth: 2, id: 'act', line: 5 }]
const place = { path: 'courses/fundamentals/offence/fr.md', line: 8 }

function check(prose: Parameters<typeof lessonSource>[1]) {
  const files = new Set(['courses/fundamentals/offence/map.png'])
  return deadLink(
    courseSource({ files, lessons: [lessonSource({}, { headings, path: place.path, ...prose })] }),
    libraryWith(),
  )
}

it.each([
  ['#act', true],
  ['offence', true],
  ['offence#act', true],
  ['https://adala.justice.gov.ma/resources/21', true],
  ['#means', false],
  ['offence#means', false],
  ['smuggling', false],
  ['http://adala.justice.gov.ma', false],
  ['https://', false],
  ['javascript:alert(1)', false],
  ['', false],
])('a link to “%s”', (href, alive) => {
  expect(check({ links: [{ ...place, href }] })).toHaveLength(alive ? 0 : 3)
})

it.each([
  ['act', true],
  ['means', false],
])('a notice that skips to “%s”', (id, alive) => {
  expect(check({ skips: [{ ...place, id }] })).toHaveLength(alive ? 0 : 3)
})

it.each([
  ['./map.png', true],
  ['map.png', true],
  ['other.png', false],
  ['https://example.org/a.png', false],
])('an image from “%s”', (src, alive) => {
  expect(check({ images: [{ ...place, src, alt: 'carte' }] })).toHaveLength(alive ? 0 : 3)
})

it.each([
  ['offence#act', true],
  ['offence#means', false],
  ['child#act', false],
])('a passage to reread at “%s”', (reread, alive) => {
  const bank = [asked(singleChoice({ reread }), { lines: { '': 7, reread: 19 } })]
  const found = deadLink(courseSource({ bank }), libraryWith())

  expect(told(found)).toEqual(alive ? [] : [expect.stringMatching(/^bank.yaml:19 /)])
})
