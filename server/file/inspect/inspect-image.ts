import 'server-only'
import sharp from 'sharp'
import { type Finding, refused } from './finding'

/** A picture of more pixels would take the memory of the telephone that opens it. */
const MOST_PIXELS = 50_000_000
const NAMES = { png: 'png', jpg: 'jpeg', webp: 'webp' } as const

/** A picture is measured by its header, without drawing it. */
export async function inspectImage(path: string, type: keyof typeof NAMES): Promise<Finding> {
  try {
    // The limit is ours: sharp says nothing of the size of a picture that it refuses.
    const { format, width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata()
    if (format !== NAMES[type] || !width || !height) return refused('broken')
    return width * height * pages > MOST_PIXELS ? refused('pixels') : { status: 'fine', type }
  } catch {
    return refused('broken')
  }
}
