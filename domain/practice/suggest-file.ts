import { SEATS, type Seat } from '../case/simulation/simulation'
import type { Localized } from '../locale'
import type { PersonFunction } from '../person/person-function'
import { DIFFICULTIES } from './effort'
import { canBeOpened, type PracticeFile, stateOf } from './practice-file'

/** What is known of a learner, for a suggestion that only she sees. Lessons are named by their address. */
export type LearningSigns = {
  /** The lessons in which she answered wrongly, the shakiest first. */
  shaky: readonly string[]
  /** The lessons that she has completed, the last one first. */
  done: readonly string[]
  function: string
}

/** Why a file is suggested. */
export type Because =
  | { why: 'begun' | 'function' | 'easy' | 'new' | 'again' }
  | { why: 'shaky' | 'lesson'; lesson: Localized }
  | { why: 'seat'; seat: Seat }
export type Suggestion = { file: PracticeFile; because: Because }

const SEAT_OF: Partial<Record<PersonFunction, Seat>> = {
  judge: 'trial-judge',
  'appeal-judge': 'trial-judge',
  'chamber-president': 'trial-judge',
  'investigating-judge': 'investigating-judge',
  'juvenile-judge': 'juvenile-judge',
  prosecutor: 'prosecutor',
  'general-prosecutor': 'prosecutor',
}
/** Functions whose work begins with the referral of a person. */
const REFERRING: readonly string[] = ['social-worker', 'commission-member', 'labour-inspector']

/**
 * The files in the order in which they fit her: what she has begun, what a shaky lesson calls for, what follows the
 * lessons just done, what fits her function, then the others, the easy ones first. What she has done comes last.
 *
 * @param signs null for a reader without an account
 */
export function suggestFiles(files: readonly PracticeFile[], signs: LearningSigns | null): Suggestion[] {
  const able = files.filter(canBeOpened)
  const fresh = easyFirst(able.filter((file) => stateOf(file) === 'new'))
  const found: Suggestion[] = [
    ...able.filter((file) => stateOf(file) === 'open').map((file) => because(file, { why: 'begun' })),
    ...named(fresh, signs?.shaky ?? [], 'shaky'),
    ...named(fresh, signs?.done ?? [], 'lesson'),
    ...fitting(fresh, signs?.function ?? ''),
    ...fresh.map((file) => because(file, { why: file.difficulty === 'easy' ? 'easy' : 'new' })),
    ...easyFirst(able.filter((file) => stateOf(file) === 'done')).map((file) => because(file, { why: 'again' })),
  ]
  const first = new Map<string, Suggestion>()
  for (const each of found) if (!first.has(each.file.id)) first.set(each.file.id, each)
  return [...first.values()]
}

function because(file: PracticeFile, reason: Because): Suggestion {
  return { file, because: reason }
}

function named(files: readonly PracticeFile[], lessons: readonly string[], why: 'shaky' | 'lesson'): Suggestion[] {
  return lessons.flatMap((path) =>
    files.flatMap((file) => {
      const lesson = file.lessons.find((each) => each.path === path)
      return lesson ? because(file, { why, lesson: lesson.title }) : []
    }),
  )
}

function fitting(files: readonly PracticeFile[], role: string): Suggestion[] {
  if (REFERRING.includes(role)) {
    return files
      .filter(({ actions }) => actions[0].kind === 'referral')
      .map((file) => because(file, { why: 'function' }))
  }
  const seat = SEATS.find((one) => one === SEAT_OF[role as PersonFunction])
  if (!seat) return []
  return files.filter(({ seats }) => seats.includes(seat)).map((file) => because(file, { why: 'seat', seat }))
}

function easyFirst(files: readonly PracticeFile[]): PracticeFile[] {
  const level = ({ difficulty }: PracticeFile) => DIFFICULTIES.indexOf(difficulty)
  return files.toSorted((a, b) => level(a) - level(b))
}
