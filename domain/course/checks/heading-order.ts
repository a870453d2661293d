import { type CourseCheck, error, type Found } from './finding'
import type { Prose } from './source'

/**
 * The page's title is level 1: lessons begin at level 2 and go down one level at a time, and each heading needs an id.
 */
export const headingOrder: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) => Object.values(lesson.prose).flatMap(faultsIn))

function faultsIn({ path, headings }: Prose): Found[] {
  return headings.flatMap(({ depth, id, line }, index) => {
    const before = headings[index - 1]?.depth ?? 1
    const found: Found[] = []
    if (depth === 1) found.push(error({ path, line }, 'level 1 is the lesson’s title: use ## or ###'))
    else if (depth > before + 1) {
      const marks = '#'.repeat(before + 1)
      found.push(error({ path, line }, `the heading jumps from level ${before} to ${depth}: use ${marks}`))
    }
    if (id === null) found.push(error({ path, line }, 'the heading has no id: end the line with {#section-id}'))
    return found
  })
}
