/** What the page answers about what was typed. `here`: in this file; `elsewhere`: in another one of the same text. */
export type Checked = {
  here: readonly Said[]
  elsewhere: readonly (Said & { file: string })[]
  /** The file has changed since the page was opened. */
  moved: boolean
}
export type Said = { line: number; severity: 'error' | 'warning'; message: string }

/** Sends the form to the checks as it stands; null if they do not answer. Nothing is stored. */
export async function askChecks(address: string, form: HTMLFormElement, signal: AbortSignal): Promise<Checked | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body: new FormData(form), signal })
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    // 400: the text met a limit, which the answer says like a fault.
    return (answer.ok || answer.status === 400) && isJson ? ((await answer.json()) as Checked) : null
  } catch {
    return null
  }
}
