const SETTLE_MS = 1500

/**
 * Tells the server which block she is reading: the first one in view once she has stopped scrolling, and again when the
 * page is left. Sent as a beacon, so that closing the tab does not lose it.
 */
export function trackPlace(where: { courseId: string; lessonId: string }) {
  const blocks = [...document.querySelectorAll<HTMLElement>('.block')]
  let sent = -1
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    const block = blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0)
    if (block === sent || block < 0) return
    sent = block
    const body = new Blob([JSON.stringify({ ...where, block })], { type: 'application/json' })
    navigator.sendBeacon('/api/lessons/place', body)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, SETTLE_MS)
  }
  const leave = () => {
    if (document.visibilityState === 'hidden' && window.scrollY > 0) tell()
  }
  document.addEventListener('scroll', later, { passive: true })
  document.addEventListener('visibilitychange', leave)
}
