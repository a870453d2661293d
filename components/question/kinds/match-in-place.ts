/** Shows the full text of each choice of a matching question, because a closed list would cut it off. */
export function matchInPlace() {
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-match]')) writeOut(select)
  // On the document, because the questions of a lesson are replaced when they are answered.
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && 'match' in target.dataset) writeOut(target)
  })
}

function writeOut(select: HTMLSelectElement) {
  const line = select.parentElement?.querySelector('[data-match-chosen]')
  if (line) line.textContent = select.value ? (select.selectedOptions[0]?.text ?? '') : ''
}
