// The memory of the process that shows a window, as Linux counts it. Undefined on other systems.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
};

interface Process {
  readonly pid: string;
  readonly parent: string;
  readonly command: string;
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({
      pid,
      parent: /^PPid:\s*(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? '',
      command: textOf(`/proc/${pid}/cmdline`),
    }));
}

/** The processes that show the windows of the browser whose files lie in `dataFolder`. */
function renderersOf(dataFolder: string): readonly string[] {
  const all = processes();
  const known = new Set(all.filter(({ command }) => command.includes(dataFolder)).map(({ pid }) => pid));
  for (let before = 0; before !== known.size;) {
    before = known.size;
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
  }
  return all
    .filter(({ pid, command }) => known.has(pid) && command.includes('--type=renderer'))
    .map(({ pid }) => pid);
}

const megabytes = (pid: string, field: 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Watches the most memory of the windows from now on. Says it when it is called, and how much it grew. */
export function watchMemory(dataFolder: string): () => string {
  if (process.platform !== 'linux') return () => '?';
  const windows = renderersOf(dataFolder).map((pid) => {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    return { pid, before: megabytes(pid, 'VmRSS') };
  });
  return () => {
    const [most = 0] = windows.map(({ pid }) => megabytes(pid, 'VmHWM')).sort((a, b) => b - a);
    const [grown = 0] = windows
      .map(({ pid, before }) => megabytes(pid, 'VmHWM') - before)
      .sort((a, b) => b - a);
    return `${most.toFixed(0)} MB, +${grown.toFixed(0)} MB`;
  };
}
