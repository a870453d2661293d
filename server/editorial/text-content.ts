import 'server-only'
import type { ReleasedCase } from '@/domain/case/case-file'
import type { Course, Lesson } from '@/domain/course/course'
import { passageBlocks } from '@/domain/editorial/source-blocks'
import { entryBlocks, questionBlock, type TextBlock } from '@/domain/editorial/text-block'
import { type Library, lookUp } from '@/domain/library/library'
import type { Pathway } from '@/domain/library/pathway'
import { memoizePerObject } from '@/domain/memoize'
import { isCourseKind, type TextKey } from '@/domain/signoff/text-key'

type Blocks = readonly TextBlock[]

// Neither a release nor the library of a process changes, so each text is cut into blocks once.
const cutCourse = memoizePerObject((_: Course) => new Map<string, Blocks | null>())
const cutLibrary = memoizePerObject((_: Library) => new Map<string, Blocks | null>())

/** The blocks of a lesson, a bank or a case of a course; null if it has no such text. */
export function blocksInCourse(course: Course, { kind, id }: TextKey): Blocks | null {
  return kept(cutCourse(course), `${kind} ${id}`, () => cutOf(course, kind, id.split('/')[1] ?? ''))
}

/** The blocks of an entry of the library; null if it has no such entry. */
export function blocksInLibrary(library: Library, key: TextKey): Blocks | null {
  return kept(cutLibrary(library), `${key.kind} ${key.id}`, () => {
    const value = entryValue(library, key)
    return value === undefined ? null : entryBlocks(value)
  })
}

function kept(cut: Map<string, Blocks | null>, name: string, make: () => Blocks | null): Blocks | null {
  const known = cut.get(name)
  if (known !== undefined) return known
  const made = make()
  // An unknown name is not cached: the number of invented names has no limit.
  if (made) cut.set(name, made)
  return made
}

function cutOf(course: Course, kind: TextKey['kind'], id: string): Blocks | null {
  if (kind === 'bank') return course.bank.length > 0 ? blocksOfPart({ kind, part: course.bank }) : null
  if (kind === 'case') {
    const part = course.cases?.find(({ file }) => file.id === id)
    return part ? blocksOfPart({ kind, part }) : null
  }
  const part = course.lessons.find(({ file }) => file.id === id)
  return part ? blocksOfPart({ kind: 'lesson', part }) : null
}

/** A part of a course that is signed as one text, as a release stores it. */
export type CoursePart =
  | { kind: 'bank'; part: Course['bank'] }
  | { kind: 'case'; part: ReleasedCase }
  | { kind: 'lesson'; part: Lesson }

export function blocksOfPart(text: CoursePart): Blocks {
  if (text.kind === 'bank') return text.part.map(questionBlock)
  if (text.kind === 'case') return [...passageBlocks(text.part.bodies, 'case'), ...entryBlocks(text.part.file)]
  // The minutes are counted at publication, and nobody signs them.
  const { minutes: _, ...file } = text.part.file
  return [...entryBlocks(file), ...passageBlocks(text.part.bodies, 'lesson'), ...text.part.practice.map(questionBlock)]
}

/** An entry of the library as its ledger covers it; undefined if there is none. */
export function entryValue(library: Library, { kind, id }: TextKey): unknown {
  if (isCourseKind(kind)) return undefined
  if (kind === 'pathway') {
    const [list = '', name = ''] = id.split('/')
    return (library.pathway[list as keyof Pathway] as readonly { id: string }[] | undefined)?.find(
      (one) => one.id === name,
    )
  }
  const shelves = {
    law: library.provisions,
    decision: library.decisions,
    term: library.terms,
    indicator: library.indicators,
    referral: library.referral,
    checklist: { ...library.checklists, ...library.procedureChecklists },
    model: library.models,
    brief: library.briefs,
  }
  return lookUp<unknown>(shelves[kind], id)
}
