import { kindOf } from '../../question/kinds/kinds'
import { type CourseCheck, error } from './finding'
import { allQuestions } from './questions'
import { placeIn } from './source'

/** It must be possible to answer every question right, and wrong. */
export const rightAnswer: CourseCheck = (course) =>
  allQuestions(course).flatMap((question) => {
    const fault = question.value && kindOf(question.value).fault(question.value)
    return fault ? [error(placeIn(question, 'correct'), `${question.id}: ${fault}`)] : []
  })
