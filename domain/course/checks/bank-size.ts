import { type CourseCheck, warning } from './finding'
import { placeIn } from './source'

const PER_DRAWN = 3
const TESTS = 2

/** The size of a bank that gives three exams and both tests of a cohort without repeating a question. */
export function questionsWanted(inExam: number): number {
  return PER_DRAWN * inExam + TESTS * Math.ceil(inExam / 2)
}

/** Each objective needs enough questions for three exams and for both tests of a cohort. */
export const bankSize: CourseCheck = ({ exam, bank }) =>
  Object.entries(exam?.value?.objectives ?? {}).flatMap(([objective, inExam]) => {
    const held = bank.filter(({ value }) => value?.objective === objective).length
    const wanted = questionsWanted(inExam)
    if (exam === null || held >= wanted) return []
    const message = `the bank has ${held} questions on “${objective}”: write ${wanted - held} more, so that it holds three exams (${inExam} each) and the tests before and after`
    return [warning(placeIn(exam, `objectives.${objective}`), message)]
  })
