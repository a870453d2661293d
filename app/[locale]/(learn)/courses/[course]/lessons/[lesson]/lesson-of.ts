import type { Lesson } from '@/domain/course/course'
import type { Passage } from '@/domain/course/passage'
import { AppError } from '@/domain/errors'
import type { LoadedRelease } from '@/server/content/releases'

/** The lesson of an address. @throws {AppError} not-found */
export function lessonOf({ lessons }: LoadedRelease, id: string): Lesson {
  const lesson = lessons.get(id)
  if (!lesson) throw new AppError('not-found', `lesson ${id}`)
  return lesson
}

/** The passage that an address or a form names by its number; by default the first one. @throws {AppError} not-found */
export function passageOf(passages: readonly Passage[], block: string | null): Passage {
  const passage = passages.find((each) => block === null || String(each.block) === block)
  if (!passage) throw new AppError('not-found', `block ${block}`)
  return passage
}
