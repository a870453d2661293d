import { lookUp } from '../../library/library'
import { type CourseCheck, error } from './finding'

/** A `:def` whose term the glossary does not hold. */
export const unknownTerm: CourseCheck = ({ lessons }, library) =>
  lessons
    .flatMap((lesson) => Object.values(lesson.prose).flatMap((prose) => prose.terms))
    .filter(({ id }) => !lookUp(library.terms, id))
    .map((use) => error(use, `“${use.id}” is not in library/glossary.yaml: correct the term or add it there`))
