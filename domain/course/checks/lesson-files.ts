import { practiceFault } from './demanded-practice'
import { type CoursesCheck, error } from './finding'
import { placeIn } from './source'

/**
 * The practice that a lesson names at its end must exist and be named once: a file of its course or of an open course,
 * or a profile of the library.
 */
export const lessonFiles: CoursesCheck = (courses, library) =>
  courses.flatMap((course) => {
    const open = courses.filter((other) => other === course || other.file.value?.access === 'open')
    const cases = open.flatMap((other) => other.cases)
    return course.lessons.flatMap(({ file }) =>
      (file.value?.files ?? []).flatMap((ref, index, all) => {
        const fault = all.indexOf(ref) === index ? practiceFault(ref, cases, library) : 'stands here twice: keep one'
        return fault ? [error(placeIn(file, `files.${index}`), `“${ref}” ${fault}`)] : []
      }),
    )
  })
