import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import type { MyCourseReading } from './course-reading'
import { WeakList, type Weakness } from './weak-list'

const t = translator('fr')

const objective = (id: string, lessons: string[] = ['second']): Weakness['objectives'][number] => ({
  objective: id,
  text: { ar: `هدف ${id}`, fr: `Objectif ${id}`, en: `Objective ${id}` },
  earned: 1,
  possible: 4,
  lessons,
})

function html(objectives: Weakness['objectives'], { mayTakePart = true, practice = false } = {}): string {
  const courses = [{ ...courseReading(), mayTakePart } as MyCourseReading]
  const weak = [{ courseId: 'fundamentals', practice, objectives }]
  return renderToStaticMarkup(<WeakList weak={weak} courses={courses} locale="fr" t={t} />)
}

it('shows the score of an objective, and links to the lessons that teach it', () => {
  const list = html([objective('a')])

  expect(list).toContain(t('exam.result.objectiveScore', { score: '1', possible: '4' }))
  expect(list).toContain('<a href="/fr/courses/fundamentals/lessons/second?at=resume">Leçon second</a>')
  expect(list).toContain('href="/fr/courses/fundamentals/exam/result"')
})

it('leaves out a lesson that the learner’s release does not have', () => {
  expect(html([objective('a', ['removed'])])).not.toContain('/lessons/')
})

it('begins with three, and leaves the rest to the result', () => {
  const list = html(['a', 'b', 'c', 'd'].map((id) => objective(id)))

  expect(list.match(/class="weak"/g)).toHaveLength(3)
  expect(list).not.toContain('Objectif d')
})

it('is empty for a course that is closed to the learner, or without a weak objective', () => {
  expect(html([objective('a')], { mayTakePart: false })).toBe('')
  expect(renderToStaticMarkup(<WeakList weak={[]} courses={[]} locale="fr" t={t} />)).toBe('')
})

it('leads to questions to practise with, if there are any', () => {
  const link = 'href="/fr/courses/fundamentals/practice-set"'

  expect(html([objective('a')], { practice: true })).toContain(link)
  expect(html([objective('a')])).not.toContain(link)
})
