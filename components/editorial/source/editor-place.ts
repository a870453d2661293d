import type { Checked } from './ask-checks'

/** Where the editor stands, and the field whose place it takes. */
export type EditorPlace = {
  form: HTMLFormElement
  field: HTMLTextAreaElement
  host: HTMLElement
  status: HTMLElement
  path: string
  side: 'ltr' | 'rtl'
  label: string
  /** The address that checks what was typed. */
  check: string
  words: Readonly<Record<'errors' | 'remarks' | 'elsewhere' | 'moved' | 'paused', string>>
  opened: (close: () => void) => void
  closed: () => void
}

/** The page's editor; null on a page without one. */
export function editorPlace(): EditorPlace | null {
  const box = document.querySelector<HTMLElement>('[data-source-editor]')
  const field = box?.querySelector('textarea')
  const [host, status] = ['host', 'status'].map((name) => box?.querySelector<HTMLElement>(`[data-${name}]`))
  const button = box?.querySelector<HTMLButtonElement>('button[data-open]')
  if (!box || !field?.form || !host || !status || !button) return null
  const { path = '', check = '', open = '', plain = '', label = '', ...data } = box.dataset
  const { errors = '', remarks = '', elsewhere = '', moved = '', paused = '' } = data
  const show = (editor: boolean, words: string, act: (() => void) | null) => {
    field.hidden = editor
    host.hidden = !editor
    button.textContent = words
    button.onclick = act
  }
  return {
    ...{ form: field.form, field, host, status, path, check, label },
    side: field.dir === 'rtl' ? 'rtl' : 'ltr',
    words: { errors, remarks, elsewhere, moved, paused },
    opened: (close) => show(true, plain, close),
    closed: () => {
      show(false, open, () => dispatchEvent(new Event('source-editor')))
      status.replaceChildren()
      field.focus()
    },
  }
}

/** How much was found, and what stands in other files. */
export function sayChecked({ status, words }: EditorPlace, { here, elsewhere, moved }: Checked): void {
  const count = (wanted: string) => here.filter(({ severity }) => severity === wanted).length
  const lines = [
    `${words.errors} ${count('error')} · ${words.remarks} ${count('warning')}`,
    ...(moved ? [words.moved] : []),
    ...(elsewhere.length > 0 ? [words.elsewhere] : []),
  ]
  const list = elsewhere.map(({ file, message }) => `${file} · ${message}`)
  status.replaceChildren(...[...lines, ...list].map(paragraph))
}

export function sayPaused({ status, words }: EditorPlace): void {
  status.replaceChildren(paragraph(words.paused))
}

function paragraph(text: string): HTMLParagraphElement {
  const said = document.createElement('p')
  said.className = 'sm'
  said.textContent = text
  return said
}
