/** A stand-in for the press's child that answers every text with the names of its environment. */
const names = Object.keys(process.env).sort().join(' ');
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  process.send?.({ say: 'answer', answer: { findings: [], compiled: null, html: names } });
});
process.send?.({ say: 'ready' });
