/** Shows a term at the head of the window if its word is in the lower half, where the browser cannot anchor it. */
export function termInPlace() {
  if (CSS.supports('position-area: block-end')) return
  document.addEventListener('click', ({ target }) => {
    const word = target instanceof Element ? target.closest<HTMLElement>('.def') : null
    if (!word) return
    const card = document.getElementById(word.getAttribute('popovertarget') ?? '')
    card?.classList.toggle('at-head', word.getBoundingClientRect().top > innerHeight / 2)
  })
}
