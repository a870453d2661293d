/** How often the screen of the room looks for the next code and the count. */
const EVERY_MS = 5000

/**
 * Replaces the parts of the screen that change with what the server shows now. Without a network they stay, and the next
 * look tries again.
 */
async function look(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  // If the session has ended, the request is redirected: reload the page to reach the sign-in page.
  if (answer?.redirected) return location.reload()
  const html = answer?.ok ? await answer.text().catch(() => null) : null
  if (!html) return
  const next = partsOf(new DOMParser().parseFromString(html, 'text/html'))
  for (const [n, part] of partsOf(document).entries()) if (next[n]) part.replaceWith(document.adoptNode(next[n]))
}

function partsOf(screen: Document): Element[] {
  return [...screen.querySelectorAll('[data-room]')]
}

/** Keeps the screen of the room up to date. */
export function followRoom(): void {
  setInterval(look, EVERY_MS)
}
