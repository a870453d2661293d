import { type CourseCheck, type Found, warning } from './finding'
import type { Prose } from './source'

/** At most one coloured box between two headings: stacked boxes are too loud. */
export const colouredBlocks: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) => Object.values(lesson.prose).flatMap(crowdedIn))

function crowdedIn({ path, blocks, headings }: Prose): Found[] {
  const starts = new Set(headings.map(({ line }) => line))
  let seen = 0
  return blocks.flatMap(({ line, coloured }) => {
    if (starts.has(line)) seen = 0
    if (coloured) seen += 1
    return coloured && seen === 2
      ? [warning({ path, line }, 'a second box between two headings: turn one into plain text, or move it')]
      : []
  })
}
