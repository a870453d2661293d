import { loadKinds } from '../question/kinds/load-kinds'
import { matchInPlace } from '../question/kinds/match-in-place'
import { citationInSheet } from './citation-in-sheet'
import { citedInPlace } from './cited-in-place'
import { closeTools } from './close-tools'
import { reportEndReached } from './end-of-lesson'
import { loadListen } from './load-when-used'
import { practiceInPlace } from './practice-in-place'
import { keepPlaceOverLanguages } from './reading-place'
import { shortcuts } from './shortcuts'
import { termInPlace } from './term-in-place'
import { trackPlace } from './track-place'

const main = document.querySelector<HTMLElement>('#main[data-lesson]')
if (main) {
  const { course = '', lesson = '', track, notSent = '', listener = '' } = main.dataset
  practiceInPlace(notSent)
  loadKinds()
  matchInPlace()
  citedInPlace()
  const sheet = document.getElementById('sheet')
  if (sheet && 'showPopover' in sheet) citationInSheet(sheet)
  termInPlace()
  closeTools()
  loadListen(listener)
  keepPlaceOverLanguages()
  const where = track === undefined ? null : { courseId: course, lessonId: lesson }
  if (where) trackPlace(where)
  reportEndReached(where)
  shortcuts()
}
