import { readingPlace } from './reading-place'

const SETTLE_MS = 1500

/**
 * Tells the server which block she is reading: the first one in view once she has stopped scrolling, and again when the
 * page is left. Sent as a beacon, so that closing the tab does not lose it.
 */
export function trackPlace(where: { courseId: string; lessonId: string }) {
  let sent = -1
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    const block = readingPlace()
    if (block === sent || block < 0) return
    sent = block
    const body = new Blob([JSON.stringify({ ...where, block })], { type: 'application/json' })
    navigator.sendBeacon('/api/lessons/place', body)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, SETTLE_MS)
  }
  document.addEventListener('scroll', later, { passive: true })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && window.scrollY > 0) tell()
  })
}
