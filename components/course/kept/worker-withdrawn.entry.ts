import { dropCopies } from './copies'

// Replaces the service worker if devices may no longer keep any course: it deletes the copies and unregisters itself.
// The browser requests it by itself when a page of the site is opened.

type Stage = Event & { waitUntil: (work: Promise<unknown>) => void }
const worker = self as unknown as {
  addEventListener: (type: 'install' | 'activate', hear: (event: Stage) => void) => void
  skipWaiting: () => Promise<void>
  registration: ServiceWorkerRegistration
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) =>
  event.waitUntil(dropCopies().then(() => worker.registration.unregister())),
)
