/**
 * Numbers in [0, 1), the same for the same seed: sfc32, seeded as PractRand does (the counter starts at 1, and the
 * first twelve numbers are dropped). For resampling that can be repeated; never for secrets.
 *
 * @param seed a whole number; its lowest 32 bits count.
 * @see C. Doty-Humphrey, PractRand, src/RNGs/sfc.cpp, https://pracrand.sourceforge.net
 */
export function seededGenerator(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0, 1]
  const next = () => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return (drawn >>> 0) / 2 ** 32
  }
  for (let thrown = 0; thrown < 12; thrown++) next()
  return next
}
