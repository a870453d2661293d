/** What she writes is printed as a paragraph of its own, since a field on paper shows only the lines that fit into it. */
export function copyReasons() {
  const field = document.querySelector<HTMLTextAreaElement>('[data-reasons]')
  const paper = document.querySelector<HTMLElement>('[data-reasons-paper]')
  if (!field || !paper) return
  const copy = () => {
    paper.textContent = field.value
  }
  copy()
  field.addEventListener('input', copy)
}
