import { existsSync, readdirSync } from 'node:fs';
import { clockAt, type Instant } from '#app/http/clock.ts';
import { openInstallation } from '#app/http/installation.server.ts';
import { sampleAgency } from '#db/sample/people.ts';
import { auditsOfToday, autumnAudit, monthlyCheckIsPlanned } from './audit-lives.ts';
import { amendmentIsAgreed, instructionIsAsked } from './documents-asked.ts';
import { certificationWaitsForItsReaders, documentsAreReviewed } from './documents-kept-current.ts';
import {
  birthRegistrationIsAmended,
  cultureRulesAreDecided,
  everybodyReads,
  instructionIsWithdrawn,
  libraryIsIssued,
  officersAcknowledge,
  textsAreSigned,
  textsAreSubmitted,
} from './documents-live.ts';
import {
  citizenComplains,
  counterReportsItself,
  majorOneIsAnalysed,
  minorOneCloses,
  minorOneIsMended,
  minorOneIsPlanned,
} from './faults-mended.ts';
import { counterGetsACopy, recordsComeToTheirEnd, reviewsArePlanned } from './forms-filled.ts';
import { lawIsReplaced, proceduresComeIn, proceduresComeInAgain } from './law-moves.ts';
import { chairDelegates, deputyActs, peopleArrive, specialistMoves } from './people-arrive.ts';
import { Telling } from './telling.ts';

/** True when a data folder holds nothing yet, so that a story can begin a year ago in it. */
export function isEmptyFolder(path: string): boolean {
  return !existsSync(path) || readdirSync(path).length === 0;
}

/**
 * Founds the sample ward in an empty data folder and tells a year of its life by the real commands, with a clock that
 * walks from a year ago to `today`.
 */
export async function tellSampleYear(
  place: { dataFolder: string; databaseUrl: string; demo: boolean },
  today: Instant,
): Promise<void> {
  const clock = clockAt(new Date(Date.parse(today) - 366 * 24 * 60 * 60 * 1000).toISOString());
  const house = await openInstallation({ ...place, clock, office: sampleAgency });
  try {
    const story = await Telling.begin(house, clock, today);
    story.goTo(365, 8);
    await peopleArrive(story);
    await libraryIsIssued(story);
    story.goTo(310);
    await officersAcknowledge(story, ['QT-TP-01', 'QT-TP-05', 'QT-HT-01', 'QT-HT-03'], 1);
    await officersAcknowledge(story, ['QT-XH-01', 'QT-KT-02', 'QT-HT-02'], 0.6);
    await everybodyReads(story, ['QT-XH-01', 'QT-KT-02', 'QT-HT-02']);
    await counterGetsACopy(story);
    await specialistMoves(story);
    await birthRegistrationIsAmended(story);
    story.goTo(140);
    await officersAcknowledge(story, ['QT-TP-01'], 0.7);
    await reviewsArePlanned(story);
    await lawIsReplaced(story);
    await proceduresComeIn(story);
    await instructionIsWithdrawn(story);
    await autumnAudit(story);
    await minorOneIsPlanned(story);
    await majorOneIsAnalysed(story);
    await minorOneIsMended(story);
    await deputyActs(story);
    await minorOneCloses(story);
    await documentsAreReviewed(story);
    await textsAreSubmitted(story);
    await proceduresComeInAgain(story);
    await amendmentIsAgreed(story);
    await chairDelegates(story);
    await textsAreSigned(story);
    await monthlyCheckIsPlanned(story);
    await counterReportsItself(story);
    await cultureRulesAreDecided(story);
    await instructionIsAsked(story);
    await recordsComeToTheirEnd(story);
    await certificationWaitsForItsReaders(story);
    await auditsOfToday(story);
    await citizenComplains(story);
  } finally {
    await house.close();
  }
}
