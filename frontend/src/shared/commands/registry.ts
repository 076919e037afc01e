import { type CommandId, keysOf } from "./catalogue";
import { clash } from "./keys";

/** Does it. `false` says there was nothing to do here: the key keeps its own meaning. */
export type Run = () => unknown;
export type Runs = Partial<Record<CommandId, Run | false>>;

/** The commands of one screen, or of one dialog. */
export interface Layer {
  /** Belongs to a dialog: active above everything, and alone while one is open. */
  isModal: boolean;
  runs: Runs;
}

export interface Active {
  id: CommandId;
  run: Run;
}

/** Which commands can be given right now. Screens put theirs in while they show. */
export class Registry {
  private readonly layers = new Set<Layer>();

  add(layer: Layer): () => void {
    this.layers.add(layer);
    return () => this.layers.delete(layer);
  }

  /** Commands of the dialogs when one is open, else those of the screen. */
  active(isCovered: boolean): Active[] {
    const runs: Runs = {};
    for (const layer of this.layers) if (layer.isModal === isCovered) Object.assign(runs, layer.runs);
    return Object.entries(runs).flatMap(([id, run]) => (run ? [{ id: id as CommandId, run }] : []));
  }

  /** Two active commands that claim one key, and commands that two places claim. Empty when all is well. */
  conflicts(): string[] {
    return [false, true].flatMap((isModal) => {
      const layers = [...this.layers].filter((layer) => layer.isModal === isModal);
      const claims = layers.flatMap(({ runs }) =>
        Object.entries(runs).flatMap(([id, run]) => (run ? [id as CommandId] : [])),
      );
      return claims.flatMap((id, index) =>
        claims.slice(index + 1).flatMap((other) => {
          if (id === other) return [`${id} twice`];
          const shared = keysOf(id).filter((keys) => keysOf(other).some((theirs) => clash(keys, theirs)));
          return shared.map((keys) => `${id} and ${other} on "${keys}"`);
        }),
      );
    });
  }
}

/** The one of this page. */
export const registry = new Registry();
