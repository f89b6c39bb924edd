import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from optimising WebAssembly in the background, which costs four times what ruff itself does on a
 * project's worth of files. Holds for the whole process and only for modules that are compiled afterwards.
 */
export function keepWasmBaseline(): void {
  for (const flag of ['--liftoff', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
    setFlagsFromString(flag);
}
