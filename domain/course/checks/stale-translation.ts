import { LOCALES } from '../../locale'
import { type CourseCheck, error, type Found } from './finding'
import { LANGUAGE_NAME } from './language-name'
import type { LessonSource, Prose } from './source'

/** Finds a translation whose revision differs from the revision in `lesson.yaml`. */
export const staleTranslation: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) => LOCALES.flatMap((locale) => findings(lesson, lesson.prose[locale])))

function findings({ file }: LessonSource, prose: Prose | undefined): Found[] {
  if (!file.value || !prose || prose.revision === file.value.revision) return []
  const { revision } = file.value
  const place = { path: prose.path, line: 1 }
  if (prose.revision === null) {
    return [error(place, `the revision is missing: begin the file with “---”, “revision: ${revision}”, “---”`)]
  }
  return [
    error(
      place,
      prose.revision < revision
        ? `the ${LANGUAGE_NAME[prose.locale]} follows revision ${prose.revision}, the lesson is at ${revision}: bring it up to date, then write “revision: ${revision}”`
        : `this file is at revision ${prose.revision}, lesson.yaml at ${revision}: raise the revision in lesson.yaml`,
    ),
  ]
}
