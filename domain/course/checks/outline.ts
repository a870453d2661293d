import { type CourseCheck, error, type Found } from './finding'
import { placeIn } from './source'

/** The folders, their ids and the outline of course.yaml must agree. */
export const outline: CourseCheck = ({ path, file, lessons }) => {
  const named = file.value?.outline ?? []
  const folders = lessons.map(({ id }) => id)
  const found: Found[] = lessons.flatMap(({ id, file: lesson }) =>
    lesson.value && lesson.value.id !== id
      ? [error(placeIn(lesson, 'id'), `the folder is “${id}”: write “id: ${id}”`)]
      : [],
  )
  if (!file.value) return found
  if (file.value.id !== path.split('/').at(-1)) {
    found.push(error(placeIn(file, 'id'), `the folder is ${path}: give the course the same id`))
  }
  return [
    ...found,
    ...named.flatMap((id, index) =>
      folders.includes(id) && named.indexOf(id) === index
        ? []
        : [
            error(
              placeIn(file, `outline.${index}`),
              `“${id}” has no folder of its own with a lesson.yaml: create it or take it out of the outline`,
            ),
          ],
    ),
    ...lessons
      .filter(({ id }) => !named.includes(id))
      .map(({ id, file: lesson }) =>
        error(placeIn(lesson), `“${id}” is not in the outline of course.yaml: add it there`),
      ),
  ]
}
