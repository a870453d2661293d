import { z } from 'zod'
import { versionOn } from './library'
import type { Provision, ProvisionVersion } from './provision'

/** What is known about a date: the version in force then, or that the first known version came later. */
export type OnThatDay =
  | { status: 'in-force'; version: ProvisionVersion }
  /** The oldest known version, on a day before it was read; the sources do not state its first day. */
  | { status: 'oldest-known'; version: ProvisionVersion }
  | { status: 'before-first-known'; first: ProvisionVersion }
  /** The provision was repealed before that day. */
  | { status: 'no-longer'; last: ProvisionVersion }

/** @param date ISO. */
export function onThatDay(provision: Provision, date: string): OnThatDay {
  const version = versionOn(provision, date)
  const first = provision.versions.at(-1) as ProvisionVersion
  if (!version) return { status: 'before-first-known', first }
  if (version.inForceUntil !== undefined && version.inForceUntil < date) return { status: 'no-longer', last: version }
  // If the text was read on an earlier day, it was already the law then.
  const known = version.inForceFrom !== null || (version.readAt !== null && version.readAt <= date)
  return { status: known ? 'in-force' : 'oldest-known', version }
}

/** The version to show for the day: if none was in force, the closest one. */
export function shownVersion(state: OnThatDay): ProvisionVersion {
  if ('version' in state) return state.version
  return 'first' in state ? state.first : state.last
}

/** A day (ISO) on which `version` was in force, for a link; null when the sources give none. */
export function dayIn(version: ProvisionVersion): string | null {
  return version.inForceFrom ?? version.inForceUntil ?? null
}

/** A day as a date field sends it; null if it is malformed. */
export function readDay(value: string | null): string | null {
  return z.iso.date().safeParse(value).data ?? null
}
