/**
 * Loads what sends the answers that were given in a kept lesson, if any wait on this device. The frame of a page names it.
 *
 * @see waiting-acts.ts of components/course/kept
 */
export function loadSender(): void {
  try {
    // `Object.keys` throws where a browser forbids its storage: then nothing waits in it.
    const waits = Object.keys(localStorage).some((name) => name.startsWith('kept:'))
    const { sender } = document.body.dataset
    if (waits && sender) void import(sender)
  } catch {}
}
