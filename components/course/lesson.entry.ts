import { matchInPlace } from '../ui/kinds/match-in-place'
import { orderInPlace } from '../ui/kinds/order-in-place'
import { citedInPlace } from './cited-in-place'
import { practiceInPlace } from './practice-in-place'
import { keepPlaceOverLanguages } from './reading-place'
import { trackPlace } from './track-place'

const main = document.querySelector<HTMLElement>('#main[data-lesson]')
if (main) {
  const { course = '', lesson = '', track, notSent = '' } = main.dataset
  practiceInPlace(notSent)
  orderInPlace()
  matchInPlace()
  citedInPlace()
  keepPlaceOverLanguages()
  if (track !== undefined) trackPlace({ courseId: course, lessonId: lesson })
}
