import { type CourseCheck, error } from './finding'

/** Each practice question must be in the text exactly once, and each ::quiz must name one. */
export const quizPlacement: CourseCheck = ({ lessons }) =>
  lessons.flatMap((lesson) =>
    Object.values(lesson.prose).flatMap((prose) => {
      const known = new Set(lesson.practice.map(({ id }) => id))
      const unknown = prose.quizzes.filter(({ id }) => !known.has(id))
      const again = prose.quizzes.filter(({ id }, index) => prose.quizzes.findIndex((quiz) => quiz.id === id) < index)
      const unplaced = [...known].filter((id) => !prose.quizzes.some((quiz) => quiz.id === id))
      return [
        ...unknown.map((quiz) => error(quiz, `“${quiz.id}” is not in this lesson’s practice.yaml: correct the id`)),
        ...again.map((quiz) => error(quiz, `“${quiz.id}” already stands above: remove one of the two`)),
        ...unplaced.map((id) =>
          error({ path: prose.path, line: 1 }, `practice question “${id}” is not in the text: add ::quiz{id="${id}"}`),
        ),
      ]
    }),
  )
