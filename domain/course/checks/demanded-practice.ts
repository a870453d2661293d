import { type CourseCheck, error } from './finding'
import { placeIn } from './source'

/** The invented files that a course demands before its exam must be its own, each named once. */
export const demandedPractice: CourseCheck = ({ file, cases }) =>
  (file.value?.practice ?? []).flatMap((id, index, all) => {
    if (cases.some((source) => source.id === id) && all.indexOf(id) === index) return []
    return [
      error(placeIn(file, `practice.${index}`), `“${id}” is no folder of cases, or stands here twice: correct it`),
    ]
  })
