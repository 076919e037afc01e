/** Ways back that messages offer, the newest last. */
const offers: (() => void)[] = [];

/** Makes it what the key undoes, until the returned function is called. */
export function offerUndo(undo: () => void): () => void {
  offers.push(undo);
  return () => {
    const place = offers.indexOf(undo);
    if (place >= 0) offers.splice(place, 1);
  };
}

/** Takes back what was done last. `false` says that nothing is on offer. */
export function undoLatest(): boolean {
  const latest = offers.pop();
  latest?.();
  return latest !== undefined;
}
