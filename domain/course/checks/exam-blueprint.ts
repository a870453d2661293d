import { type CourseCheck, error, type Found } from './finding'
import { allQuestions } from './questions'
import { type CourseSource, placeIn } from './source'

/** The bank must hold this many questions for each one drawn, so that a second attempt gets other questions. */
export const BANK_PER_QUESTION = 2

/** It must be possible to draw the exam: its numbers add up, its objectives exist, and the bank is large enough. */
export const examBlueprint: CourseCheck = (course) => {
  const { exam, bank } = course
  if (!exam?.value) return []
  const { questions, objectives } = exam.value
  const sum = Object.values(objectives).reduce((total, count) => total + count, 0)
  const found: Found[] = Object.entries(objectives).flatMap(([objective, count]) => {
    const inBank = bank.filter(({ value }) => value?.objective === objective).length
    return inBank < count
      ? [
          error(
            placeIn(exam, `objectives.${objective}`),
            `${count} questions are drawn for “${objective}”, the bank has ${inBank}: write more`,
          ),
        ]
      : []
  })
  if (sum !== questions) {
    found.push(
      error(placeIn(exam, 'questions'), `the objectives add up to ${sum}, not to ${questions}: make them agree`),
    )
  }
  if (bank.length < questions * BANK_PER_QUESTION) {
    const message = `the bank has ${bank.length} questions: write at least ${questions * BANK_PER_QUESTION}, twice as many as are drawn`
    found.push(error(bank[0] ? { path: bank[0].path, line: 1 } : placeIn(exam), message))
  }
  return [...found, ...objectiveFaults(course)]
}

function objectiveFaults({ file, exam, ...course }: CourseSource): Found[] {
  if (!file.value || !exam?.value) return []
  const known = file.value.objectives.map(({ id }) => id)
  const drawn = Object.keys(exam.value.objectives)
  return [
    ...drawn
      .filter((id) => !known.includes(id))
      .map((id) => error(placeIn(exam, `objectives.${id}`), `“${id}” is no objective of course.yaml: correct it`)),
    ...known
      .filter((id) => !drawn.includes(id))
      .map((id) => error(placeIn(exam, 'objectives'), `the exam asks nothing on objective “${id}”: add it`)),
    ...allQuestions(course)
      .filter(({ value }) => value && !known.includes(value.objective))
      .map((question) =>
        error(
          placeIn(question, 'objective'),
          `“${question.value?.objective}” is no objective of course.yaml: use ${known.join(', ')}`,
        ),
      ),
  ]
}
