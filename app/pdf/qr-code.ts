import encoder from 'pdfmake/js/qrEnc.js';
import type { Shape } from './sheet.ts';

const drawn = new Map<string, Shape[]>();

/** A QR code of exactly this size. Encoding costs milliseconds and stands on every page, so the last ones are kept. */
export function qrShapes(text: string, size: number, colour: string): Shape[] {
  const key = `${size} ${colour} ${text}`;
  let shapes = drawn.get(key);
  if (!shapes) {
    shapes = drawQr(text, size, colour);
    if (drawn.size > 50) drawn.clear();
    drawn.set(key, shapes);
  }
  // The drawing library moves shapes in place.
  return shapes.map((shape) => ({ ...shape }));
}

function drawQr(text: string, size: number, colour: string): Shape[] {
  const unit = 5;
  const [paper, ...dark] = encoder.default.measure({ qr: text, eccLevel: 'M' })._canvas;
  if (!paper) return [];
  const scale = size / paper.w;
  const runs: { x: number; y: number; w: number }[] = [];
  for (const { x, y } of dark) {
    const last = runs.at(-1);
    if (last && last.y === y && last.x + last.w === x) last.w += unit;
    else runs.push({ x, y, w: unit });
  }
  return [
    { type: 'rect', x: 0, y: 0, w: size, h: size, color: '#ffffff', lineWidth: 0 },
    ...runs.map(
      (run): Shape => ({
        type: 'rect',
        x: run.x * scale,
        y: run.y * scale,
        w: run.w * scale,
        h: unit * scale + 0.02,
        color: colour,
        lineWidth: 0,
      }),
    ),
  ];
}
