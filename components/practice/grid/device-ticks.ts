import type { KeptTicks } from '@/domain/practice/kept-ticks'

/** The file, and the key of the person who fills in its grid: nobody else's ticks are ever read. */
export type Owned = { owner: string; caseId: string }

// Each page has its own key, so that two windows do not overwrite each other's ticks.
const prefix = ({ owner, caseId }: Owned) => `grid:${owner}:${caseId}:`

/** The ticks that this person's pages have left on the device, the latest first. */
export function ticksOnDevice(owned: Owned): KeptTicks[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix(owned)))
    return names.flatMap(readTicks).toSorted((a, b) => b.at - a.at)
  } catch {
    return []
  }
}

function readTicks(name: string): KeptTicks[] {
  const ticks: KeptTicks | null = JSON.parse(localStorage.getItem(name) ?? 'null')
  return ticks ? [ticks] : []
}

/** @returns false where the storage is full or forbidden */
export function storeTicks(owned: Owned, ticks: KeptTicks): boolean {
  try {
    localStorage.setItem(prefix(owned) + ticks.writer, JSON.stringify(ticks))
    return true
  } catch {
    return false
  }
}

export function dropTicks(owned: Owned, writer: string): void {
  try {
    localStorage.removeItem(prefix(owned) + writer)
  } catch {
    // Nothing was stored.
  }
}
