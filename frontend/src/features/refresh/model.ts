interface Work {
  total: number;
  done: number;
  failed?: number;
}

/** How much of several works together is over, from 0 to 1. What failed is over too. */
export function shareDone(works: readonly Work[]): number {
  const total = works.reduce((sum, work) => sum + work.total, 0);
  const over = works.reduce((sum, work) => sum + work.done + (work.failed ?? 0), 0);
  return total === 0 ? 0 : over / total;
}
