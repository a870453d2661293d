import { dropCopies } from './copies'

// What takes the place of the service worker where no device may keep a course any longer. A browser asks for it by
// itself when a page of the site is opened.

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
