/**
 * Loads the script that sends the answers given in a kept lesson, if any wait on this device. The `body` of a page
 * contains its address.
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
