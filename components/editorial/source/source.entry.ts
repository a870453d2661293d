/** Offers the editor, which is loaded once it is asked for: it weighs more than the page. */
function offerEditor(): void {
  const box = document.querySelector<HTMLElement>('[data-source-editor]')
  const field = box?.querySelector('textarea')
  if (!box || !field || !('adoptedStyleSheets' in Document.prototype)) return
  const { editor = '', open = '', failed = '' } = box.dataset
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn'
  button.dataset.open = ''
  button.textContent = open
  const [host, status] = [document.createElement('div'), document.createElement('div')]
  host.dataset.host = ''
  host.hidden = true
  status.dataset.status = ''
  status.setAttribute('role', 'status')
  button.onclick = () => {
    button.disabled = true
    import(editor).then(
      () => {
        button.disabled = false
      },
      () => {
        // The field is as it was, with all that was typed.
        button.remove()
        status.textContent = failed
      },
    )
  }
  field.before(button, host)
  field.after(status)
}

offerEditor()
