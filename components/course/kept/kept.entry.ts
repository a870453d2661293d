import { loadKinds } from '../../question/kinds/load-kinds'
import { matchInPlace } from '../../question/kinds/match-in-place'
import { copyButtons } from '../../shell/copy-buttons'
import { offerSite } from '../../shell/offer-site'
import { citationInSheet } from '../citation-in-sheet'
import { citedInPlace } from '../cited-in-place'
import { loadListen } from '../load-when-used'
import { practiceInPlace } from '../practice-in-place'
import { termInPlace } from '../term-in-place'
import { keepActs } from './keep-acts'
import { listCopies } from './list-copies'
import { ownerHere } from './waiting-acts'

// The only script of the kept lessons and their list, and of the page that is shown offline instead of a page that is
// not kept.
copyButtons()
offerSite()

const list = document.querySelector<HTMLElement>('[data-copies]')
if (list) void listCopies(list)

const main = document.querySelector<HTMLElement>('#main[data-lesson]')
if (main) {
  const { course = '', lesson = '', release = '', notSent = '', keeps, listener = '' } = main.dataset
  const owner = ownerHere()
  const keepsHere = owner !== null && keeps !== undefined
  const restored = keepsHere ? keepActs(main, { courseId: course, lessonId: lesson, releaseId: release }) : null
  if (!keepsHere) practiceInPlace(notSent)
  // The stored answers must be in their fields before the lines of an ordering question are sorted.
  void Promise.resolve(restored).then(() => {
    loadKinds()
    matchInPlace()
  })
  if (!owner) main.querySelector('[data-done]')?.setAttribute('hidden', '')
  citedInPlace()
  const sheet = document.getElementById('sheet')
  if (sheet && 'showPopover' in sheet) citationInSheet(sheet)
  termInPlace()
  loadListen(listener)
}
