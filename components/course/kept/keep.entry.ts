import type { KeptCopy } from '@/domain/course/kept/kept-copy'
import { dropCopies, findCopies } from './copies'
import { removeWorker } from './leave-device'
import { askForCopy, CopyFailed, keepCopy, type NotKept } from './make-copy'
import { whoIsSignedIn } from './send-waiting'
import { tellWaiting } from './tell-waiting'

/** The parts of the section. Each is there from the start, and hidden while it does not apply. */
const PARTS = [
  'ask',
  'size',
  'says',
  'newer',
  'progress',
  'keep',
  'update',
  'remove',
  'open',
  'done',
  'failed',
] as const
type Part = (typeof PARTS)[number]

const section = document.querySelector<HTMLElement>('[data-keep]')
// A page can open offline only over https, in a browser with service workers and a cache for them.
if (section && 'serviceWorker' in navigator && 'caches' in window) void offer(section).catch(() => undefined)

async function offer(section: HTMLElement): Promise<void> {
  const { keep: course = '' } = section.dataset
  const locale = document.documentElement.lang
  const { part, show, say } = partsOf(section)
  const { keptHere, showNow, fail } = stateOf(section, course, locale)

  const ask = async () => {
    try {
      say('size', (await askForCopy(course, locale)).size)
      show('size', 'keep')
      part('keep')?.focus()
    } catch (error) {
      await fail(error)
    }
  }

  const keep = async () => {
    show('progress')
    try {
      await inOneTab(course, locale, () => copyNow(course, locale, part('progress')))
      await showNow('done')
      part('done')?.focus()
    } catch (error) {
      await fail(error)
    }
  }

  const remove = async () => {
    await dropCopies({ course, locale })
    await leaveIfNothingIsKept()
    await showNow()
    part('ask')?.focus()
  }

  part('ask')?.addEventListener('click', () => void ask())
  part('keep')?.addEventListener('click', () => void keep())
  part('update')?.addEventListener('click', () => void keep())
  part('remove')?.addEventListener('click', () => void remove())
  // A private window may have no cache: then this fails, and the section stays hidden.
  await keptHere()
  section.hidden = false
  await showNow()
  await tellWaiting(section, course)
}

function partsOf(section: HTMLElement) {
  const part = (name: Part) => section.querySelector<HTMLElement>(`[data-part="${name}"]`)
  const show = (...names: Part[]) => {
    for (const name of PARTS) part(name)?.toggleAttribute('hidden', !names.includes(name))
  }
  const say = (name: 'size' | 'says', text: string) => part(name)?.replaceChildren(text)
  return { part, show, say }
}

/** What the section can show of the copy on this device, and of an act that has failed. */
function stateOf(section: HTMLElement, course: string, locale: string) {
  const { part, show, say } = partsOf(section)
  const keptHere = async () => (await findCopies()).find(({ copy }) => copy.course === course && copy.locale === locale)

  /** Shows the copy, and whether there is a newer one. Without a copy, no request is sent until the learner asks. */
  const showNow = async (...more: Part[]) => {
    const kept = await keptHere()
    if (!kept) return show('ask', ...more)
    say('says', kept.copy.says)
    const current = await askForCopy(course, locale).catch(whyOf)
    if (current === 'closed') return tellClosed()
    const isOld = typeof current !== 'string' && kept.copy.version !== current.version
    if (isOld) say('size', current.size)
    show('says', 'open', 'remove', ...(isOld ? (['newer', 'update', 'size'] as const) : []), ...more)
  }

  /** Says that the course is closed. Its copies are already deleted. */
  const tellClosed = async () => {
    await leaveIfNothingIsKept()
    show('failed')
    sayWhy(part('failed'), 'closed')
  }

  const fail = async (error: unknown) => {
    const why = whyOf(error)
    if (why === 'closed') await tellClosed()
    else {
      await showNow('failed')
      sayWhy(part('failed'), why)
    }
    part('failed')?.focus()
  }
  return { keptHere, showNow, fail }
}

async function leaveIfNothingIsKept(): Promise<void> {
  if ((await findCopies()).length === 0) await removeWorker()
}

/** Makes the copy. If the site changes meanwhile, the copy is started again, once. */
async function copyNow(course: string, locale: string, progress: HTMLElement | null): Promise<void> {
  // This stores who is signed in: her answers in the copy are kept under that key.
  await whoIsSignedIn()
  await navigator.serviceWorker.register('/worker.js')
  // A browser may refuse, or ask the learner. If it refuses, it may delete the copy at any time.
  void navigator.storage?.persist?.().catch(() => false)
  const bar = progress?.querySelector('progress')
  const tell = (share: number) => {
    if (bar) bar.value = share
  }
  const once = (copy: KeptCopy) => keepCopy(copy, tell)
  await askForCopy(course, locale)
    .then(once)
    .catch(async (error) => {
      if (!(error instanceof CopyFailed) || error.why !== 'changed') throw error
      return once(await askForCopy(course, locale))
    })
  await navigator.serviceWorker.ready
}

/** A lock, because two tabs would delete each other's copy. */
function inOneTab(course: string, locale: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(`keep ${course} ${locale}`, work) : work()
}

function sayWhy(failed: HTMLElement | null, why: NotKept): void {
  for (const text of failed?.querySelectorAll<HTMLElement>('[data-why]') ?? []) text.hidden = text.dataset.why !== why
}

function whyOf(error: unknown): NotKept {
  return error instanceof CopyFailed ? error.why : 'refused'
}
