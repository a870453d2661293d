/** "Leave this page quickly" replaces the page, so that "back" does not return to it. Without JavaScript it is a link. */
export function leaveQuickly() {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-leave]')
    if (!link) return
    event.preventDefault()
    window.location.replace(link.href)
  })
}
