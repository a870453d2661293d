import { spawnSync } from 'node:child_process'

/** Runs a door of `scripts/` as npm does, in the environment of this process. */
export function runCommand(
  script: string,
  ...args: readonly string[]
): { code: number | null; out: string; err: string } {
  const flags = ['--conditions=react-server', '--import', 'tsx']
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, `scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return { code: status, out: stdout, err: stderr }
}
