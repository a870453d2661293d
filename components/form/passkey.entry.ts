import { type AskedPasskey, type AskedProof, makePasskey, provePasskey } from './passkey-json'

/** The server did not answer. */
class NotSent extends Error {}

const supported = 'PublicKeyCredential' in window && 'credentials' in navigator
for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) offerProof(box)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey-new]')) offerRegistration(form)

/** Shows the button that signs with a passkey and then sends the form. */
function offerProof(box: HTMLElement): void {
  const parts = partsOf(box)
  const form = box.closest('form')
  if (!parts || !form || !supported) return
  const { answer, button } = parts
  box.hidden = false
  // A signature from before must not be sent instead of a code that is typed now.
  form.addEventListener('input', () => {
    answer.value = ''
  })
  button.addEventListener('click', () =>
    ceremony(box, async () => provePasskey(await askServer(box.dataset.passkey ?? ''))).then((signed) => {
      if (signed) form.requestSubmit()
    }),
  )
  forgetOnReturn(answer)
}

/** The submit button of the form creates the passkey first. */
function offerRegistration(form: HTMLFormElement): void {
  const parts = partsOf(form)
  if (!parts) return
  const { answer, button, says } = parts
  if (!supported) {
    says.textContent = form.dataset.unsupported ?? ''
    return
  }
  const asked: AskedPasskey = JSON.parse(form.dataset.passkeyNew ?? '')
  button.hidden = false
  form.addEventListener('submit', (event) => {
    if (answer.value !== '') return
    event.preventDefault()
    void ceremony(form, () => makePasskey(asked)).then((made) => {
      if (made) form.requestSubmit(button)
    })
  })
  forgetOnReturn(answer)
}

type Parts = { answer: HTMLInputElement; button: HTMLButtonElement; says: HTMLElement }

function partsOf(within: HTMLElement): Parts | null {
  const answer = within.querySelector<HTMLInputElement>('[name="passkey"]')
  const button = within.querySelector<HTMLButtonElement>('button')
  const says = within.querySelector<HTMLElement>('[role="alert"]:not(.error-summary)')
  return answer && button && says ? { answer, button, says } : null
}

/**
 * Runs one use of a passkey and stores its answer in the form. An error is shown beside the button, which keeps the
 * focus. @returns whether there is an answer.
 */
async function ceremony(within: HTMLElement, run: () => Promise<string | null>): Promise<boolean> {
  const parts = partsOf(within)
  if (!parts || within.ariaBusy === 'true') return false
  const { answer, says } = parts
  within.ariaBusy = 'true'
  says.textContent = ''
  try {
    answer.value = (await run()) ?? ''
    if (answer.value === '') says.textContent = within.dataset.failed ?? ''
  } catch (error) {
    says.textContent = sentenceOf(error, within)
  } finally {
    within.ariaBusy = null
  }
  return answer.value !== ''
}

/** For privacy, a browser reports the same error if a person cancels and if the device has none of her passkeys. */
function sentenceOf(error: unknown, { dataset }: HTMLElement): string {
  if (error instanceof NotSent) return document.body.dataset.notSent ?? ''
  const name = error instanceof DOMException ? error.name : ''
  const { cancelled, unsupported, known, failed } = dataset
  if (name === 'NotAllowedError' || name === 'AbortError') return cancelled ?? ''
  if (name === 'NotSupportedError' || name === 'SecurityError') return unsupported ?? ''
  return (name === 'InvalidStateError' ? known : failed) ?? failed ?? ''
}

async function askServer(kind: string): Promise<AskedProof> {
  const answer = await fetch('/api/account/passkey-challenge', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  }).catch(() => {
    throw new NotSent()
  })
  if (!answer.ok) throw new Error(`challenge: ${answer.status}`)
  return answer.json()
}

/** The browser may show this same page again, with an answer that was already used. */
function forgetOnReturn(answer: HTMLInputElement): void {
  answer.value = ''
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) answer.value = ''
  })
}
