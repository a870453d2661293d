import { kindOf } from '../../question/kinds/kinds'
import { type CourseCheck, error } from './finding'
import { allQuestions } from './questions'
import { placeIn } from './source'

/** Finds answer keys that name an option or a prompt that the question does not have. */
export const unknownKey: CourseCheck = (course) =>
  allQuestions(course).flatMap((question) =>
    (question.value ? kindOf(question.value).unknownIds(question.value) : []).map((id) =>
      error(
        placeIn(question, 'correct'),
        `“${id}” under “correct:” is no option or prompt of ${question.id}: correct the id`,
      ),
    ),
  )
