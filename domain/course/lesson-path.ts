/**
 * The address of a lesson without its language, as a link leads to it: to the step that she goes on with, or to the one
 * that holds an element of the lesson.
 *
 * @param place `lesson`, or `lesson#id` with the id of a heading, a block (`b3`) or a question (`quiz-…`)
 */
export function lessonPath(courseId: string, place: string): string {
  const [lesson, at = 'resume'] = place.split('#')
  return `/courses/${courseId}/lessons/${lesson}?at=${at}`
}
