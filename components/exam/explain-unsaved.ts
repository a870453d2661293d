/**
 * The statuses of the save line while an answer waits for the network. The status for an ended session explains itself.
 */
const UNSENT = ['queued', 'notStored']

/**
 * Explains why the page stays, if a button of the form is pressed while an answer is unsaved: scrolls the save line
 * into view.
 *
 * @returns a callback that takes each new status of the line.
 */
export function explainUnsaved(form: HTMLFormElement, line: HTMLElement): (status: string) => void {
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
