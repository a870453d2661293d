import { LOCALES } from '../../locale'
import { type CourseCheck, error, type Found } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { Prose } from './source'

/**
 * All languages of a lesson must have the same blocks in the same order, so that a reader who changes the language
 * stays at the same place.
 */
export const equalStructure: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) => {
    const [first, ...others] = LOCALES.flatMap((locale) => lesson.prose[locale] ?? [])
    return first ? others.flatMap((other) => firstDifference(first, other)) : []
  })

/** Only the first difference: after it, all blocks are shifted. */
function firstDifference(model: Prose, prose: Prose): Found[] {
  const count = Math.max(model.blocks.length, prose.blocks.length)
  for (let index = 0; index < count; index++) {
    const [expected, actual] = [model.blocks[index], prose.blocks[index]]
    if (expected?.shape === actual?.shape) continue
    const line = actual?.line ?? prose.blocks.at(-1)?.line ?? 1
    const there = expected ? `${expected.shape} (${model.path}:${expected.line})` : 'nothing more'
    const here = actual?.shape ?? 'nothing more'
    const message = `block ${index + 1} is ${here} here and ${there} in ${LANGUAGE_NAME[model.locale]}: give both the same blocks in the same order`
    return [error({ path: prose.path, line }, message)]
  }
  return []
}
