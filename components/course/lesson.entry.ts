import { copyButtons } from './copy-buttons'
import { practiceInPlace } from './practice-in-place'
import { trackPlace } from './track-place'

const main = document.querySelector<HTMLElement>('#main[data-lesson]')
if (main) {
  const { course = '', lesson = '', track, copied = '', notSent = '' } = main.dataset
  copyButtons(copied)
  practiceInPlace(notSent)
  if (track !== undefined) trackPlace({ courseId: course, lessonId: lesson })
}
