/** Shows the copy buttons, which do nothing without JavaScript, and says when a reference was copied. */
export function copyButtons() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    const label = button.textContent
    const restore = () => {
      button.textContent = label
    }
    button.addEventListener('click', async () => {
      // The words that follow are shorter or longer: what stands around the button keeps its place.
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
