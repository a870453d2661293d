import { LOCALES } from '../../locale'
import { type CourseCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'

/** Finds a lesson whose text is missing in one of the languages. For short texts, the schema requires all three. */
export const missingTranslation: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) =>
    LOCALES.filter((locale) => !lesson.prose[locale]).map((locale) =>
      error(
        { path: `${lesson.path}/${locale}.md`, line: 1 },
        `the ${LANGUAGE_NAME[locale]} text of lesson “${lesson.id}” is missing: write this file`,
      ),
    ),
  )
