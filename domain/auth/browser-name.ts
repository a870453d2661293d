type Mark = readonly [name: string, sign: RegExp]

// The order matters: nearly every browser also names the browsers that it imitates.
const BROWSERS: readonly Mark[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPT|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: readonly Mark[] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/**
 * The name of a browser and its system ("Firefox, Windows"), as far as they can be told: enough for the person to
 * recognise it. It leaves out version, model and build, which together would identify one computer. Null if neither is
 * known.
 */
export function browserName(userAgent: string): string | null {
  const found = [BROWSERS, SYSTEMS].flatMap((marks) => marks.find(([, sign]) => sign.test(userAgent))?.[0] ?? [])
  return found.length > 0 ? found.join(', ') : null
}
