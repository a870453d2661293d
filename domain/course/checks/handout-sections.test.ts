import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, told, yamlSource } from '@/tests/support/course-factories'
import { handoutSections } from './handout-sections'

const LISTED = '## List {#list}\n\n- one\n\n## Words {#words}\n\nWords.\n'
const PLAN = { what: 'act#words', signs: 'act#list', do: 'act#list', avoid: 'act#list', call: 'act#words' }

type Plan = Record<keyof typeof PLAN, string | string[]>

function findings(changes: Partial<Plan>, bodies = { ar: LISTED, fr: LISTED, en: LISTED }) {
  const { file } = courseSource()
  if (!file.value) throw new Error('the sample has no file')
  const value = { ...file.value, handout: { ...PLAN, ...changes } }
  const lessons = [lessonSource({ id: 'act', bodies })]
  const course = courseSource({ file: yamlSource('course.yaml', value, { '': 1, 'handout.signs': 9 }), lessons })
  return told(handoutSections(course, libraryWith()))
}

it('lets a course pass that has every section, and one that makes no papers', () => {
  expect(findings({})).toEqual([])
  expect(findings({ avoid: ['act#list', 'act#words'] })).toEqual([])
  expect(handoutSections(courseSource(), libraryWith())).toEqual([])
})

it.each([
  [
    'a lesson that is not there',
    { signs: 'none#list' },
    undefined,
    'course.yaml:9 “none#list” is no section of a lesson',
  ],
  [
    'a second section that is not there',
    { signs: ['act#list', 'act#none'] },
    undefined,
    'course.yaml:9 “act#none” is no section of a lesson',
  ],
  [
    'a section that is not there',
    { signs: 'act#none' },
    undefined,
    'course.yaml:9 “act#none” is no section of a lesson',
  ],
  ['a section of two languages', {}, { ar: LISTED, fr: LISTED, en: '' }, 'is no section of a lesson'],
  ['a section without a list', { signs: 'act#words' }, undefined, 'course.yaml:9 the section “act#words” has no list'],
])('refuses %s', (_, changes, bodies, message) => {
  expect(findings(changes, bodies).join('\n')).toContain(message)
})
