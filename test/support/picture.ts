import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A part of the window in pixels. */
export type PagePart = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const FOLDER = new URL('../../media/walkthrough/', import.meta.url).pathname;

// Browsers write WebP, which is a third of the PNG.
const TO_WEBP = `async (png) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.85).split(',')[1];
}`;

/** Writes a part of the window into the pictures of the walkthrough. */
export async function takePicture(page: Page, name: string, clip: PagePart): Promise<void> {
  const png = await page.screenshot({ clip, caret: 'hide' });
  const converter = await page.context().newPage();
  const webp = await converter.evaluate<string>(`(${TO_WEBP})('${png.toString('base64')}')`);
  await converter.close();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(`${FOLDER}${name}.webp`, Buffer.from(webp, 'base64'));
}
