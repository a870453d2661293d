/** What the save line says while an answer waits for the network. Of a session that ended it says itself what to do. */
const UNSENT = ['kept', 'unkept']

/**
 * Answers who presses a button of the form while the page cannot be left: brings the save line into view and says why the
 * page stays.
 *
 * @returns what is to be told each new status of the line.
 */
export function sayWhyItStays(form: HTMLFormElement, line: HTMLElement): (status: string) => void {
  const why = form.querySelector<HTMLElement>('[data-stays]')
  let leaving = false
  form.addEventListener('submit', () => {
    leaving = true
  })
  return (status) => {
    if (status === 'saving') return
    const unsent = UNSENT.includes(status)
    if (why && (leaving || !unsent)) why.hidden = !unsent
    if (leaving && status !== 'saved') line.scrollIntoView({ block: 'center' })
    leaving &&= status === 'saved'
  }
}
