import { readingPlace } from './reading-place'

/**
 * Ticks the condition that the end of the lesson was reached, and reports that to the server. `where` is null for a
 * reader whose progress is not stored: then nothing is sent.
 */
export function reportEndReached(where: { courseId: string; lessonId: string } | null) {
  const end = document.querySelector('#lesson-end')
  const condition = end?.querySelector('[data-rule="reach-end"]:not(.met)')
  if (!end || !condition) return
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.disconnect()
    condition.classList.add('met')
    if (!where) return
    const block = readingPlace()
    const place = { ...where, block: block < 0 ? null : block, end: true }
    navigator.sendBeacon('/api/lessons/place', new Blob([JSON.stringify(place)], { type: 'application/json' }))
  })
  seen.observe(end)
}

/**
 * Prepares, if the page counts its questions, the function that updates the number of questions that are done, and the link to the first one that is not.
 * A step has only its own questions: those of the other steps are counted as they were when the page was made.
 */
export function countAnswered(): (() => void) | undefined {
  const count = document.querySelector<HTMLElement>('[data-answered]')
  const condition = count?.closest('li')
  if (!count) return
  const done = () => document.querySelectorAll('.practice[data-done]').length
  const elsewhere = Number(count.textContent) - done()
  return () => {
    count.textContent = String(elsewhere + done())
    condition?.classList.toggle('met', count.textContent === count.dataset.total)
    const open = document.querySelector('.practice:not([data-done])')
    const next = condition?.querySelector('a')
    if (next && open) next.hash = open.id
  }
}
