import { whenResting } from './reading-place'

/**
 * Tells the server which block the learner reads, once she has stopped scrolling and again when the page is left. It is
 * sent as a beacon, so that closing the tab does not lose it.
 */
export function trackPlace(where: { courseId: string; lessonId: string }) {
  let sent = -1
  whenResting((block) => {
    if (block === sent) return
    sent = block
    const body = new Blob([JSON.stringify({ ...where, block })], { type: 'application/json' })
    navigator.sendBeacon('/api/lessons/place', body)
  })
}
