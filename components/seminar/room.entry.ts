/** How often the screen of the room looks for the next code and the count. */
const EVERY_MS = 5000

/** Replaces the screen with what the server shows now. Without a network it stays, and the next look tries again. */
async function look(): Promise<void> {
  const shown = document.querySelector('[data-room]')
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  // If the session has ended, the request is redirected: reload the page to reach the sign-in page.
  if (answer?.redirected) return location.reload()
  if (!shown || !answer?.ok) return
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-room]')
  if (next) shown.replaceWith(document.adoptNode(next))
}

setInterval(look, EVERY_MS)
