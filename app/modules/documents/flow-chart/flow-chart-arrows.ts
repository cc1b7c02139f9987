/** How the arrows of a flow chart run: straight to the next row, round the outside for every other way. */

export interface FlowPoint {
  x: number;
  y: number;
}

export interface FlowArrow {
  from: string;
  to: string;
  points: FlowPoint[];
}

interface Standing {
  id: string;
  kind: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Route {
  from: string;
  to: string;
  side: 'direct' | 'left' | 'right';
  track: number;
}

/** Gives each way round the outside a track of its own where it would lie on another; ways to one step share it. */
function assignTracks(routes: Route[], row: Map<string, number>): number {
  const tracks: { top: number; bottom: number; to: string }[][] = [];
  for (const route of routes) {
    const from = row.get(route.from) ?? 0;
    const to = row.get(route.to) ?? 0;
    const span = { top: Math.min(from, to), bottom: Math.max(from, to), to: route.to };
    const free = tracks.findIndex((spans) =>
      spans.every((other) => other.to === span.to || other.bottom < span.top || other.top > span.bottom),
    );
    route.track = free === -1 ? tracks.length : free;
    const chosen = tracks[route.track];
    if (chosen) chosen.push(span);
    else tracks.push([span]);
  }
  return tracks.length;
}

function direct(from: Standing, to: Standing): FlowPoint[] {
  const start = { x: from.x + from.width / 2, y: from.y + from.height };
  const end = { x: to.x + to.width / 2, y: to.y };
  if (Math.abs(start.x - end.x) < 0.5) return [start, { x: start.x, y: end.y }];
  const turn = (start.y + end.y) / 2;
  return [start, { x: start.x, y: turn }, { x: end.x, y: turn }, end];
}

/** Where the side of a shape is, so far above or below its middle. */
function sideOf(shape: Standing, side: 'left' | 'right', off: number): FlowPoint {
  const inset = shape.kind === 'decision' ? (Math.abs(off) / shape.height) * shape.width : 0;
  const x = side === 'left' ? shape.x + inset : shape.x + shape.width - inset;
  return { x, y: shape.y + shape.height / 2 + off };
}

/** Ways in and out on one side of a shape stand apart, so that one is not read as going on in the other. */
const apart = 5;

function round(
  from: Standing,
  to: Standing,
  side: 'left' | 'right',
  channel: number,
  busy: { out: boolean; into: boolean },
): FlowPoint[] {
  const start = sideOf(from, side, busy.out ? apart : 0);
  const end = sideOf(to, side, busy.into ? -apart : 0);
  return [start, { x: channel, y: start.y }, { x: channel, y: end.y }, end];
}

/** Decides how each arrow runs before anything has a place; `draw` gives the points once the shapes stand. */
export function routeArrows(links: readonly { from: string; to: string }[], row: Map<string, number>) {
  const routes = links.map(({ from, to }): Route => {
    const steps = (row.get(to) ?? 0) - (row.get(from) ?? 0);
    return { from, to, side: steps === 1 ? 'direct' : steps > 1 ? 'right' : 'left', track: 0 };
  });
  const leftTracks = assignTracks(
    routes.filter((route) => route.side === 'left'),
    row,
  );
  const rightTracks = assignTracks(
    routes.filter((route) => route.side === 'right'),
    row,
  );
  return {
    leftTracks,
    rightTracks,
    draw(shapes: readonly Standing[], size: { width: number; track: number }): FlowArrow[] {
      const standing = new Map(shapes.map((shape) => [shape.id, shape]));
      return routes.flatMap(({ from, to, side, track }) => {
        const start = standing.get(from);
        const end = standing.get(to);
        if (!start || !end) return [];
        if (side === 'direct') return [{ from, to, points: direct(start, end) }];
        const offset = (track + 0.5) * size.track + 1;
        const channel =
          side === 'left'
            ? leftTracks * size.track - offset + 2
            : size.width - rightTracks * size.track + offset - 2;
        const busy = {
          out: routes.some((other) => other.side === side && other.to === from),
          into: routes.some((other) => other.side === side && other.from === to),
        };
        return [{ from, to, points: round(start, end, side, channel, busy) }];
      });
    },
  };
}

/** The stretch of an arrow between two heights; `arrives` tells whether its head is in it. */
export function clipArrow(
  arrow: FlowArrow,
  top: number,
  bottom: number,
): { points: FlowPoint[]; arrives: boolean }[] {
  const stretches: FlowPoint[][] = [];
  let current: FlowPoint[] = [];
  const inside = (y: number) => y >= top && y <= bottom;
  for (const [i, to] of arrow.points.entries()) {
    const from = arrow.points[i - 1];
    if (!from) {
      if (inside(to.y)) current = [to];
      continue;
    }
    if (from.y === to.y) {
      if (inside(to.y)) current.push(to);
      continue;
    }
    const enter = Math.max(top, Math.min(bottom, from.y));
    const leave = Math.max(top, Math.min(bottom, to.y));
    if (enter === leave) continue;
    if (!inside(from.y)) current = [{ x: from.x, y: enter }];
    current.push({ x: to.x, y: leave });
    if (!inside(to.y)) {
      stretches.push(current);
      current = [];
    }
  }
  if (current.length > 1) stretches.push(current);
  const end = arrow.points.at(-1);
  return stretches.map((points) => {
    const last = points.at(-1);
    return {
      points,
      arrives: last !== undefined && end !== undefined && last.x === end.x && last.y === end.y,
    };
  });
}
