import { type CourseCheck, error } from './finding'

// The shape that `blockShape` writes: the name, then the content.
const STEPS = /^:::(flow|discuss)\b[^(]*\((?:numbered list of \d+[^,]*)\)$/

/**
 * A flow is drawn from a list, and a discussion asks its questions from one: each must hold exactly one numbered list.
 */
export const flowSteps: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) =>
    Object.values(lesson.prose).flatMap(({ path, blocks }) =>
      blocks
        .filter(({ shape }) => /^:::(flow|discuss)\b/.test(shape) && !STEPS.test(shape))
        .map(({ line }) => error({ path, line }, 'this block holds one numbered list and nothing else: 1. … 2. …')),
    ),
  )
