import { lookUp } from '../../library/library'
import { readCitation } from '../../library/resolve-citation'
import { type CourseCheck, error } from './finding'

/** A statute block must quote one article whose text the library holds. */
export const lawBlock: CourseCheck = ({ lessons }, library) =>
  lessons.flatMap((lesson) =>
    Object.values(lesson.prose).flatMap(({ laws }) =>
      laws.flatMap((law) => {
        const articles = new Set(law.cites.map((cite) => readCitation(cite)?.provision ?? cite))
        if (law.cites.length === 0) return [error(law, 'the block names no provision: write ::law{cite="cp-448-1#2"}')]
        if (articles.size > 1) return [error(law, 'a block quotes one article: write one ::law for each')]
        return [...articles]
          .filter((id) => lookUp(library.provisions, id)?.kind === 'card')
          .map((id) => error(law, `the library holds no wording of “${id}”: cite it with :cite instead of ::law`))
      }),
    ),
  )
