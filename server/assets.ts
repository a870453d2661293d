import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The style sheets beside `site.css`, which every page has. */
export const STYLE_NAMES = [
  'brief.css',
  'casework.css',
  'course.css',
  'editorial.css',
  'exam.css',
  'film.css',
  'library.css',
  'practice.css',
  'reader.css',
  'referral.css',
  'review.css',
  'seminar.css',
  'simulation.css',
  'staff.css',
  'survey.css',
  'today.css',
  'tray.css',
  'worksheet.css',
] as const
export type StyleName = (typeof STYLE_NAMES)[number]
export type AssetName =
  | StyleName
  | 'site.css'
  | 'print.css'
  | 'leave.js'
  | 'site.js'
  | 'lesson.js'
  | 'listen.js'
  | 'order.js'
  | 'rank.js'
  | 'number.js'
  | 'keep.js'
  | 'kept.js'
  | 'send-kept.js'
  | 'leave-device.js'
  | 'exam.js'
  | 'verify.js'
  | 'search.js'
  | 'import.js'
  | 'room.js'
  | 'source.js'
  | 'editor.js'
  | 'attendance.js'
  | 'passkey.js'
  | 'worksheet.js'
  | 'kept-worksheet.js'
  | 'casework.js'
  | 'reason.js'

let manifest: Record<AssetName, string> | undefined

/** The address of a built style sheet or script. @see scripts/build-assets.ts */
export function assetPath(name: AssetName): string {
  manifest ??= JSON.parse(readFileSync(path.join(process.cwd(), 'public/assets/manifest.json'), 'utf8'))
  return (manifest as Record<AssetName, string>)[name]
}
