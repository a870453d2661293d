/** What marks the questions of each kind that has a script, by the script's name. */
const MARKS = { 'order.js': '[data-order]', 'rank.js': '[data-places]', 'number.js': '[data-number]' } as const
export const KIND_SCRIPTS = Object.keys(MARKS) as (keyof typeof MARKS)[]

/**
 * Loads the script of each kind of question once such a question is at most a screen away: most readers of a long lesson
 * do not need it at once, some never. The page carries the addresses of the scripts.
 */
export function loadKinds(): void {
  const addresses: Record<string, string> = JSON.parse(document.body.dataset.kinds ?? '{}')
  for (const name of KIND_SCRIPTS) {
    const address = addresses[name]
    const questions = document.querySelectorAll(MARKS[name])
    if (address && questions.length > 0) onceNear(questions, () => void import(address))
  }
}

function onceNear(elements: Iterable<Element>, act: () => void) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      act()
    },
    { rootMargin: '100%' },
  )
  for (const element of elements) observer.observe(element)
}
