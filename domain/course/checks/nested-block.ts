import { type CourseCheck, error } from './finding'

/** A box may hold text only. A heading or block inside it means that the box was not closed. */
export const nestedBlock: CourseCheck = ({ lessons }) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.nested))
    .map((found) =>
      error(found, `“${found.markup}” stands inside a box: close the box with ::: on a line of its own before it`),
    )
