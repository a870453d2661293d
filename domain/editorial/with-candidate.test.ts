import { expect, it } from 'vitest'
import { nameOfText, type TextKey } from '../signoff/text-key'
import type { EditorialText } from './text'
import { withCandidate } from './with-candidate'

function text(kind: TextKey['kind'], id: string, hash = 'now'): EditorialText {
  const title = { ar: id, fr: id, en: id }
  const rest = { course: null, signoff: [], cites: [], lawDate: null, minutes: 1, questions: [] }
  return { key: { kind, id }, title, hashes: { ar: hash, fr: 'same', en: 'same' }, ...rest }
}
const PUBLISHED = [text('lesson', 'a/one'), text('lesson', 'a/two'), text('lesson', 'b/one'), text('term', 'x')]

const shown = (candidate: readonly EditorialText[]) => {
  const { list, drafts } = withCandidate(PUBLISHED, candidate)
  return { list: list.map(({ key, hashes }) => `${nameOfText(key)} ${hashes.ar}`), drafts: [...drafts] }
}

it('shows what is published where a candidate says the same', () => {
  expect(shown(PUBLISHED)).toEqual({ list: shown([]).list, drafts: [] })
})

it('shows the text of the candidate in the place of the one that it changes', () => {
  expect(shown([text('lesson', 'a/two', 'draft')])).toEqual({
    list: ['lesson a/one now', 'lesson a/two draft', 'lesson b/one now', 'term x now'],
    drafts: ['lesson a/two'],
  })
})

it('shows new texts after those of their course or kind, and those of a new course last', () => {
  expect(shown([text('lesson', 'a/three'), text('lesson', 'a/four'), text('bank', 'c'), text('term', 'y')])).toEqual({
    list: [
      ...['lesson a/one now', 'lesson a/two now', 'lesson a/three now', 'lesson a/four now', 'lesson b/one now'],
      ...['term x now', 'term y now', 'bank c now'],
    ],
    drafts: ['lesson a/three', 'lesson a/four', 'bank c', 'term y'],
  })
})
