import { type CourseCheck, error, type Found } from './finding'
import { allQuestions } from './questions'
import { placeIn, type Use } from './source'

/**
 * Ids must be unique: of lessons, sections, questions (practice, bank and second forms together), options, prompts,
 * objectives and corrections.
 */
export const duplicateId: CourseCheck = (course) => {
  const questions = allQuestions(course)
  const objectives = course.file.value?.objectives ?? []
  return [
    repeated(
      'objective',
      objectives.map(({ id }, index) => ({ id, ...placeIn(course.file, `objectives.${index}`) })),
    ),
    repeated(
      'correction',
      (course.file.value?.corrections ?? []).map(({ id }, index) => ({
        id,
        ...placeIn(course.file, `corrections.${index}`),
      })),
    ),
    repeated(
      'lesson',
      course.lessons.map(({ file, id }) => ({ id: file.value?.id ?? id, ...placeIn(file, 'id') })),
    ),
    repeated('question', questions),
    ...course.lessons
      .flatMap((lesson) => Object.values(lesson.prose))
      .map((prose) =>
        repeated(
          'section',
          prose.headings.map(({ id, line }) => ({ id: id ?? '', path: prose.path, line })),
        ),
      ),
    ...questions.flatMap((question) => [
      repeated('option', idsUnder(question, 'options')),
      repeated('prompt', idsUnder(question, 'prompts')),
    ]),
  ].flat()
}

function idsUnder(question: Parameters<typeof placeIn>[0] & { value: unknown }, key: 'options' | 'prompts'): Use[] {
  const items = (question.value as Record<string, { id: string }[] | undefined> | null)?.[key] ?? []
  return items.map(({ id }, index) => ({ id, ...placeIn(question, `${key}.${index}`) }))
}

function repeated(what: string, uses: readonly Use[]): Found[] {
  const first = new Map<string, Use>()
  return uses.flatMap((use) => {
    const before = first.get(use.id)
    if (!before) first.set(use.id, use)
    return before && use.id !== ''
      ? [error(use, `the ${what} id “${use.id}” is taken (${before.path}:${before.line}): choose another`)]
      : []
  })
}
