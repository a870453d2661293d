import { type CourseCheck, error } from './finding'

/** A box holds text only; a heading or block inside it means that it was not closed. */
export const nestedBlock: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.nested))
    .map((found) =>
      error(found, `“${found.markup}” stands inside a box: close the box with ::: on a line of its own before it`),
    )
