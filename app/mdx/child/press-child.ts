import { answerRequest, type ChildMessage, type PressRequest } from './answer.ts';

/** The locked child process: reads, compiles and draws one text at a time, and ends with its parent. */
function say(message: ChildMessage): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));

process.on('message', (request: PressRequest) => {
  answerRequest(request, () => say({ say: 'guarded' })).then(
    (answer) => say({ say: 'answer', answer }),
    (problem: unknown) =>
      say({ say: 'failed', reason: problem instanceof Error ? problem.message : 'unknown' }),
  );
});

const smallText =
  '---\nkind: regulation\ntitle: { vi: "Mở đầu" }\n---\n\n<Section id="a" title="A">\n\nMột.\n\n</Section>\n';

// The first text of a process is slow; it should not be a reader's.
await answerRequest(
  { kind: 'preview', source: smallText, file: 'first.mdx', locale: 'vi', roleNames: {} },
  () => undefined,
);
say({ say: 'ready' });
