/**
 * Loads what sends the answers that were given in a kept lesson, if any wait on this device. The frame of a page names it.
 *
 * @see waiting-acts.ts of components/course/kept
 */
export function loadSender(): void {
  const { sender } = document.body.dataset
  try {
    if (!sender || !Object.keys(localStorage).some((name) => name.startsWith('kept:'))) return
  } catch {
    // A browser that forbids its storage keeps nothing in it.
    return
  }
  const script = document.createElement('script')
  script.type = 'module'
  script.src = sender
  document.head.append(script)
}
