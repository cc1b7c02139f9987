import type { Day } from '#app/http/clock.ts';
import { covers, type Period } from './period.ts';

export interface Seated extends Period {
  position: string;
  seats: number;
}

/** An officer holds a position; an acting holder counts. `until` is the earlier of the planned and the actual end. */
export interface Holding extends Period {
  officer: string;
  position: string;
}

export interface Occupancy {
  position: string;
  seats: number;
  holders: string[];
  state: 'vacant' | 'staffed' | 'overfull';
}

/** Who sits where on a day. Nobody on any seat is a vacancy, more holders than seats a finding; between is in order. */
export function occupancyOn(
  day: Day,
  positions: readonly Seated[],
  holdings: readonly Holding[],
): Occupancy[] {
  return positions
    .filter((position) => covers(position, day))
    .map(({ position, seats }) => {
      const holders = holdersOf(position, day, holdings);
      const state = holders.length === 0 ? 'vacant' : holders.length > seats ? 'overfull' : 'staffed';
      return { position, seats, holders, state };
    });
}

export function holdersOf(position: string, day: Day, holdings: readonly Holding[]): string[] {
  const current = holdings.filter((holding) => holding.position === position && covers(holding, day));
  return [...new Set(current.map((holding) => holding.officer))];
}

export function positionsHeldBy(officer: string, day: Day, holdings: readonly Holding[]): string[] {
  const current = holdings.filter((holding) => holding.officer === officer && covers(holding, day));
  return [...new Set(current.map((holding) => holding.position))];
}
