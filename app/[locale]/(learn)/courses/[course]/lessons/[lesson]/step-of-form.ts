const SECTION_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What follows the lesson's address: the step that a form came from, or nothing. Only what can be an id is taken. */
export function stepOfForm(sent: FormData): string {
  const step = sent.get('step')
  return typeof step === 'string' && SECTION_ID.test(step) ? `/${step}` : ''
}
