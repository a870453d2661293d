import { describe, expect, it } from 'vitest'
import { readAskedPlace } from './asked-place'

const read = (query: string) => readAskedPlace(new URLSearchParams(query))
const LESSON = '/courses/fundamentals/lessons/offence'
const RESULT = '/courses/fundamentals/exam/result'

describe('the place of a report', () => {
  it.each([
    [
      `page=${LESSON}`,
      { place: 'lesson', path: LESSON, course: 'fundamentals', lesson: 'offence', block: null, section: null },
    ],
    [`page=${LESSON}&section=4`, { place: 'lesson', block: null, section: 4 }],
    [`page=${LESSON}&block=12`, { place: 'lesson', block: 12 }],
    [`page=${LESSON}&block=many`, { place: 'lesson', block: null }],
    [`page=${LESSON}&question=p1`, { place: 'practice', lesson: 'offence', question: 'p1' }],
    ['page=/courses/fundamentals/practice-set&question=s1', { place: 'practice', lesson: null, question: 's1' }],
    ['page=/courses/fundamentals/practice-set', { place: 'page', course: 'fundamentals' }],
    ['page=/courses/fundamentals/exam/3', { place: 'exam', course: 'fundamentals', attempt: null, position: 3 }],
    [`page=${RESULT}&attempt=2&n=7`, { place: 'exam', attempt: 2, position: 7 }],
    [`page=${RESULT}`, { place: 'page', course: 'fundamentals' }],
    ['page=/courses/fundamentals/exam', { place: 'page', course: 'fundamentals' }],
    ['page=/library/law/448-1', { place: 'entry', shelf: 'law', id: '448-1' }],
    ['page=/library/cases/fes-2021', { place: 'entry', shelf: 'decision', id: 'fes-2021' }],
    ['page=/library/checklists/opening', { place: 'entry', shelf: 'checklist', id: 'opening' }],
    ['page=/library/models/operative-part', { place: 'entry', shelf: 'model', id: 'operative-part' }],
    ['page=/library/briefs/custody', { place: 'entry', shelf: 'brief', id: 'custody' }],
    ['page=/library/models', { place: 'page', path: '/library/models', course: null }],
    ['page=/library/glossary', { place: 'page', path: '/library/glossary', course: null }],
    ['page=/report', { place: 'page', path: '', course: null }],
    ['page=', { place: 'page', path: '', course: null }],
  ])('in %s', (query, place) => {
    expect(read(query)).toMatchObject(place)
  })

  it('of a certificate does not keep its number', () => {
    expect(read('page=/verify/2345-2345-2345-2')).toEqual({ place: 'page', path: '/verify', course: null })
    expect(read('page=/certificates/234523452345/law')).toMatchObject({ place: 'page', path: '/certificates' })
  })

  it.each([
    '',
    'page=courses',
    'page=https://example.ma/',
    'page=/courses?secret=1',
    'page=/a b',
    'page=/<script>',
    `page=/${'a'.repeat(300)}`,
  ])('is refused in “%s”', (query) => {
    expect(read(query)).toBeNull()
  })
})
