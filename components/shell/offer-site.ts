/**
 * While there is a network, a kept page leads to the site: the bar at its top to the page that was asked for, its logo
 * to the home page. Without one, the logo leads to the list of what is kept.
 */
export function offerSite() {
  const bar = document.querySelector<HTMLElement>('[data-offer-site]')
  const link = bar?.querySelector('a')
  const logo = document.querySelector<HTMLAnchorElement>('a[data-home]')
  if (!bar || !link || !logo) return
  const kept = logo.href
  // The worker shows a kept page, or the list of them, at the address of a page that could not be loaded.
  if (!isOwnAddress(location.pathname)) link.href = location.href
  const update = () => {
    bar.hidden = !navigator.onLine
    logo.href = navigator.onLine ? (logo.dataset.home ?? kept) : kept
  }
  update()
  addEventListener('online', update)
  addEventListener('offline', update)
}

/** Whether the address is that of a kept page itself. */
function isOwnAddress(pathname: string): boolean {
  return /\/(?:kept(?:\/[^/]+)?|offline)$/.test(pathname)
}
