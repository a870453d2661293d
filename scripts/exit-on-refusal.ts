/** Runs a command. If it is refused, prints the reason in a sentence and exits with 1. */
export async function exitOnRefusal(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
