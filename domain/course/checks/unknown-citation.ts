import { isCitable } from '../../library/resolve-citation'
import { type CourseCheck, error } from './finding'

/** Farther than any law date: a paragraph that only a coming version holds is known all the same. */
const ANY_DATE = '9999-12-31'

/** A citation that points to no provision, paragraph or decision of the library, in the law of the course's date. */
export const unknownCitation: CourseCheck = ({ citations, file }, library) =>
  citations
    .filter(({ id }) => !isCitable(library, id, file.value?.lawDate ?? ANY_DATE))
    .map((use) =>
      error(
        use,
        use.id === ''
          ? 'the citation has no id: write {id="cp-448-1#2"} right after the bracket'
          : `“${use.id}” is not in the library at this course’s law date: correct the id or add it to library/law or library/cases`,
      ),
    )
