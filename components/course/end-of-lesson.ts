import { readingPlace } from './reading-place'

/**
 * Ticks the condition that the end of the lesson was reached, and reports that to the server. `where` is null for a
 * reader whose progress is not stored: then nothing is sent.
 */
export function reportEndReached(where: { courseId: string; lessonId: string } | null) {
  const end = document.querySelector('#lesson-end')
  const condition = conditionOf('reach-end')
  if (!end || !condition || condition.classList.contains('met')) return
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

/** Updates the number of answered questions, and the link to the first one that is not answered. */
export function updateAnswered() {
  const condition = conditionOf('answer-practice')
  const count = condition?.querySelector('[data-answered]')
  if (!condition || !count) return
  const questions = [...document.querySelectorAll('.practice')]
  const open = questions.filter((question) => !question.querySelector('[data-feedback]'))
  count.textContent = String(questions.length - open.length)
  condition.classList.toggle('met', open.length === 0)
  const next = condition.querySelector('a')
  if (next && open[0]) next.hash = open[0].id
}

function conditionOf(rule: string): Element | null {
  return document.querySelector(`#lesson-end [data-rule="${rule}"]`)
}
