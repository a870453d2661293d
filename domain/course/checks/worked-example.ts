import { type CourseCheck, error } from './finding'

/** A long file is cut into two steps, each with its own box. */
const MOST_PARTS = 2

/** Each lesson needs exactly one worked example with invented facts, in one or two parts. */
export const workedExample: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose))
    .filter(({ cases }) => cases.length === 0 || cases.length > MOST_PARTS)
    .map(({ path, cases }) =>
      error(
        cases[MOST_PARTS] ?? { path, line: 1 },
        cases.length === 0
          ? 'there is no worked example: add one :::case[Title] … :::'
          : 'a lesson has one worked example, in two :::case at most: merge or remove the others',
      ),
    )
