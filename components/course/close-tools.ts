/** Closes the open menu of a section when the reader clicks elsewhere or presses Escape. */
export function closeTools() {
  const open = () => document.querySelector<HTMLDetailsElement>('.tools[open]')
  document.addEventListener('click', ({ target }) => {
    const menu = open()
    if (menu && !menu.contains(target as Node)) menu.open = false
  })
  document.addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' ? open() : null
    if (!menu) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
}
