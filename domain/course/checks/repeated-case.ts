import { type CoursesCheck, error } from './finding'
import { placeIn } from './source'

/** The address of an invented file does not name its course, so its id must be unique over all courses. */
export const repeatedCase: CoursesCheck = (courses) => {
  const all = courses.flatMap(({ cases }) => cases)
  return all.flatMap(({ id, file }, place) => {
    const first = all.findIndex((other) => other.id === id)
    if (first === place) return []
    return [error(placeIn(file, 'id'), `the id “${id}” is taken (${all[first]?.path}): choose another`)]
  })
}
