import { type KeptCopy, readCacheName } from '@/domain/course/kept/kept-copy'

/** The key of the list of files in the cache of a copy. It is written last: a cache without it is incomplete. */
const LIST = '/kept-copy'

/** A complete copy on this device. */
export type Kept = { cache: string; copy: KeptCopy }

/** The complete copies on this device, the newest first. */
export async function findCopies(): Promise<Kept[]> {
  const stores = (await caches.keys()).filter(readCacheName)
  const found = await Promise.all(stores.map(async (cache) => ({ cache, copy: await listIn(cache) })))
  return found.filter((kept): kept is Kept => kept.copy !== null).toSorted((a, b) => madeAt(b.cache) - madeAt(a.cache))
}

const madeAt = (cache: string) => Number(cache.split(' ').at(-1))

async function listIn(cache: string): Promise<KeptCopy | null> {
  const list = await (await caches.open(cache)).match(LIST)
  return list ? list.json() : null
}

/** Marks a cache as a complete copy. */
export async function sealCopy(cache: Cache, copy: KeptCopy): Promise<void> {
  await cache.put(LIST, Response.json(copy))
}

/** The response that a complete copy holds for an address, from the newest copy that has one. */
export async function findKept(pathname: string): Promise<Response | undefined> {
  for (const { cache } of await findCopies()) {
    const kept = await (await caches.open(cache)).match(pathname)
    if (kept) return kept
  }
}

/** Deletes the caches of a course, in one language or in all, complete or not; without `of`, those of all courses. */
export async function dropCopies(of?: { course: string; locale?: string }, except?: string): Promise<void> {
  const isMeant = (name: string) => {
    const found = readCacheName(name)
    const isOf = !of || (found?.course === of.course && (of.locale ?? found.locale) === found.locale)
    return found !== null && isOf && name !== except
  }
  await Promise.all((await caches.keys()).filter(isMeant).map((name) => caches.delete(name)))
}
