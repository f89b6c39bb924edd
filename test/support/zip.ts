import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

/** One file of an archive; sizes in bytes. */
export type PackedFile = { readonly path: string; readonly size: number; readonly text: () => string };

const END = 'PK\x05\x06';
const DEFLATED = 8;

/** Reads an archive by its central directory; offsets are those of PKWARE's APPNOTE, 4.3.7, 4.3.12 and 4.3.16. */
export async function readZip(path: string): Promise<readonly PackedFile[]> {
  const bytes = await readFile(path);
  const end = bytes.lastIndexOf(END, undefined, 'latin1');
  const files: PackedFile[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((it) => bytes.readUInt16LE(at + it)) as [
      number,
      number,
      number,
    ];
    files.push(packedFile(bytes, at, name));
    at += 46 + name + extra + comment;
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function packedFile(bytes: Buffer, at: number, nameLength: number): PackedFile {
  const packed = bytes.readUInt32LE(at + 20);
  const header = bytes.readUInt32LE(at + 42);
  const text = (): string => {
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const content = bytes.subarray(start, start + packed);
    return (bytes.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content).toString('utf8');
  };
  const path = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  return { path, size: bytes.readUInt32LE(at + 24), text };
}
