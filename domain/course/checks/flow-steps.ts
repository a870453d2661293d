import { type CourseCheck, error } from './finding'

// As `blockShape` writes it: the title, then what stands inside.
const STEPS = /^:::(flow|discuss)\b[^(]*\((?:numbered list of \d+[^,]*)\)$/

/** A flow is drawn from its list, a discussion asks from one: each holds one numbered list and nothing else. */
export const flowSteps: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) =>
    Object.values(lesson.prose).flatMap(({ path, blocks }) =>
      blocks
        .filter(({ shape }) => /^:::(flow|discuss)\b/.test(shape) && !STEPS.test(shape))
        .map(({ line }) => error({ path, line }, 'this block holds one numbered list and nothing else: 1. … 2. …')),
    ),
  )
