import { lookUp } from '../../library/library'
import { type CourseCheck, error } from './finding'

/** Finds each `:def` whose term is not in the glossary. */
export const unknownTerm: CourseCheck = ({ lessons }, library) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.terms))
    .filter(({ id }) => !lookUp(library.terms, id))
    .map((use) => error(use, `“${use.id}” is not in library/glossary.yaml: correct the term or add it there`))
