import { dropCopies } from './copies'
import { forgetWaiting } from './waiting-acts'

/** Deletes everything that this device keeps of the site for offline reading, and the worker that shows it. */
export async function leaveDevice(): Promise<void> {
  forgetWaiting()
  if ('caches' in window) await dropCopies()
  await removeWorker()
}

export async function removeWorker(): Promise<void> {
  const registrations = await navigator.serviceWorker?.getRegistrations()
  await Promise.all(registrations?.map((registration) => registration.unregister()) ?? [])
}
