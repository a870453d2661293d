import { isCitable } from '../../library/resolve-citation'
import { type CourseCheck, error } from './finding'

/** Later than any law date: a paragraph of a future version counts as known. */
const ANY_DATE = '9999-12-31'

/** Finds citations of provisions, paragraphs or decisions that the library does not hold on the course's law date. */
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
