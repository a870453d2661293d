import { lookUp } from '../../library/library'
import { type CourseCheck, error } from './finding'
import { placeIn } from './source'

/** The keywords of an invented file must be those of the compendium, each once. */
export const caseKeywords: CourseCheck = ({ cases }, library) =>
  cases.flatMap(({ file }) =>
    (file.value?.keywords ?? []).flatMap((id, index, all) => {
      const at = placeIn(file, `keywords.${index}`)
      if (all.indexOf(id) !== index) return [error(at, `“${id}” stands twice: keep one`)]
      return lookUp(library.keywords, id)
        ? []
        : [error(at, `“${id}” is not in library/keywords.yaml: correct the id or add it there`)]
    }),
  )
