import { type Clock, dayOf } from './clock.ts';

/**
 * A name for "what the public can see now". It changes with every entry of the journal, with the agency's day (a
 * release takes force at midnight without an entry) and when told. Entries of other processes, such as the command
 * line, are noticed by asking the database again, at most once per `interval`.
 */
export class ContentVersion {
  private mark = 'start';
  private told = 0;
  private asked = Number.NEGATIVE_INFINITY;
  private day = '';

  constructor(
    private readonly clock: Clock,
    private readonly headOfJournal: () => Promise<string>,
    private readonly interval = 500,
  ) {}

  current(): string {
    return `${this.day} ${this.mark} ${this.told}`;
  }

  /** False when the database has to be asked before `current` may be relied on. */
  get fresh(): boolean {
    return performance.now() - this.asked < this.interval;
  }

  async refresh(): Promise<void> {
    if (this.fresh) return;
    const at = performance.now();
    this.mark = await this.headOfJournal();
    this.day = dayOf(this.clock.now());
    this.asked = at;
  }

  /** After a change of this process: what was made before is not shown again. */
  changed(): void {
    this.told += 1;
    this.asked = Number.NEGATIVE_INFINITY;
  }
}
