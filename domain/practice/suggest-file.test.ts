import { describe, expect, it } from 'vitest'
import type { Difficulty } from './effort'
import type { PracticeFile, PracticeState } from './practice-file'
import { type LearningSigns, suggestFiles } from './suggest-file'

const words = (text: string) => ({ ar: text, fr: text, en: text })
type Made = Partial<Omit<PracticeFile, 'lessons'>> & { state?: PracticeState; lesson?: string; difficulty?: Difficulty }

function file(id: string, { state = 'new', lesson, ...more }: Made = {}): PracticeFile {
  return {
    id,
    title: words(id),
    lead: words(id),
    minutes: 20,
    difficulty: 'medium',
    actions: [{ kind: 'grid', path: `/practice/grid/${id}`, state }],
    seats: [],
    course: null,
    lessons: lesson ? [{ title: words(`of ${lesson}`), path: lesson }] : [],
    face: 'report',
    retired: [],
    ...more,
  }
}
const signs = (more: Partial<LearningSigns> = {}): LearningSigns => ({
  shaky: [],
  done: [],
  function: 'other',
  ...more,
})
const order = (files: PracticeFile[], known: LearningSigns | null) =>
  suggestFiles(files, known).map(({ file: { id }, because }) => [id, because.why])

describe('the file for a reader', () => {
  const files = [
    file('hard', { difficulty: 'fine' }),
    file('done', { state: 'done', difficulty: 'easy' }),
    file('seat', { seats: ['prosecutor'] }),
    file('of-lesson', { lesson: 'read' }),
    file('of-shaky', { lesson: 'shaky', difficulty: 'fine' }),
    file('begun', { state: 'open' }),
    file('easy', { difficulty: 'easy' }),
  ]

  it('is what she has begun, then what shaky lessons, lessons done and her function call for', () => {
    expect(order(files, signs({ shaky: ['shaky'], done: ['read', 'shaky'], function: 'general-prosecutor' }))).toEqual([
      ['begun', 'begun'],
      ['of-shaky', 'shaky'],
      ['of-lesson', 'lesson'],
      ['seat', 'seat'],
      ['easy', 'easy'],
      ['hard', 'new'],
      ['done', 'again'],
    ])
  })

  it('is an easy one for a visitor, of whom nothing is known', () => {
    expect(order(files.slice(2), null)[0]).toEqual(['begun', 'begun'])
    expect(order(files.slice(2, 5).concat(file('easy', { difficulty: 'easy' })), null)).toEqual([
      ['easy', 'easy'],
      ['seat', 'new'],
      ['of-lesson', 'new'],
      ['of-shaky', 'new'],
    ])
  })

  it('names the lesson that is the reason, the shakiest and the latest first', () => {
    const two = [file('a', { lesson: 'one' }), file('b', { lesson: 'two' })]
    expect(suggestFiles(two, signs({ done: ['two', 'one'] })).map(({ because }) => because)).toEqual([
      { why: 'lesson', lesson: words('of two') },
      { why: 'lesson', lesson: words('of one') },
    ])
  })

  it('is a plan of referral for a person whose work begins with one', () => {
    const plan = file('plan', { actions: [{ kind: 'referral', path: '/practice/referral/plan', state: 'new' }] })
    expect(order([file('grid', { difficulty: 'easy' }), plan], signs({ function: 'social-worker' }))[0]).toEqual([
      'plan',
      'function',
    ])
  })

  it('is never a retired one, unless she has begun it', () => {
    const retired = [{ name: words('448-1'), since: '2026-01-01' }] as never
    expect(order([file('old', { retired }), file('old-open', { retired, state: 'open' })], signs())).toEqual([
      ['old-open', 'begun'],
    ])
  })
})
