import { expect, it } from 'vitest'
import { asked, courseSource, lessonSource, libraryWith, prose, singleChoice } from '@/tests/support/course-factories'
import { quizPlacement } from './quiz-placement'

it.each([
  ['each question once', ['p1', 'p2'], []],
  ['a question left out', ['p1'], ['“p2” is not in the text']],
  ['a question twice', ['p1', 'p2', 'p1'], ['“p1” already stands above']],
  ['a question that does not exist', ['p1', 'p2', 'p3'], ['“p3” is not in this lesson’s practice.yaml']],
])('%s', (_, ids, messages) => {
  const quizzes = ids.map((id, index) => ({ path: 'fr.md', line: index + 8, id }))
  const practice = ['p1', 'p2'].map((id) => asked(singleChoice({ id })))
  const lessons = [lessonSource({ practice, prose: { fr: prose({ quizzes }) } })]

  const found = quizPlacement(courseSource({ lessons }), libraryWith())
  expect(found.map(({ message }) => message)).toEqual(messages.map((message) => expect.stringContaining(message)))
})
