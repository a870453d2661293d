/** Shows the copy buttons, which need JavaScript, and announces that a reference was copied. */
export function copyButtons() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    const label = button.textContent
    const restore = () => {
      button.textContent = label
    }
    button.addEventListener('click', async () => {
      // Keep the button's width: the label that follows has another length, and nothing around it should move.
      button.style.minInlineSize = `${button.getBoundingClientRect().width}px`
      try {
        await navigator.clipboard.writeText(button.dataset.copy ?? '')
        button.textContent = button.dataset.copied ?? label
      } catch {
        restore()
      }
    })
    button.addEventListener('blur', restore)
  }
}
