import { type CourseCheck, error } from './finding'

/** Each lesson needs exactly one worked example with invented facts. */
export const workedExample: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose))
    .filter(({ cases }) => cases.length !== 1)
    .map(({ path, cases }) =>
      error(
        cases[1] ?? { path, line: 1 },
        cases.length === 0
          ? 'there is no worked example: add one :::case[Title] … :::'
          : 'a lesson has one :::case: merge or remove the others',
      ),
    )
