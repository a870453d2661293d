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

/**
 * Prepares the function that updates the number of questions that are done, and the link to the first one that is not.
 * A step has only its own questions: those of the other steps are counted as they were when the page was made.
 */
export function countAnswered(): () => void {
  const condition = conditionOf('answer-practice')
  const count = condition?.querySelector<HTMLElement>('[data-answered]')
  if (!condition || !count) return () => {}
  const elsewhere = Number(count.textContent) - questions().filter(isDone).length
  return () => {
    const open = questions().filter((question) => !isDone(question))
    const done = elsewhere + questions().filter(isDone).length
    count.textContent = String(done)
    condition.classList.toggle('met', done === Number(count.dataset.total))
    const next = condition.querySelector('a')
    if (next && open[0]) next.href = `#${open[0].id}`
  }
}

const questions = () => [...document.querySelectorAll('.practice')]
const isDone = (question: Element) => question.hasAttribute('data-done')

function conditionOf(rule: string): Element | null {
  return document.querySelector(`#lesson-end [data-rule="${rule}"]`)
}
