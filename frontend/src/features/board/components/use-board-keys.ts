import { isUnfocused } from "@/shared/commands/typing";
import { useCommands } from "@/shared/commands/use-commands";
import { type Column, columnWith, type Direction, type Grouping, neighbour } from "../columns";
import type { BoardSelection } from "./use-board-selection";

/** What can be open on a card. */
export type OpenKind = "menu" | "owner" | "next";

/** The card to focus, and the column where it will stand by then. */
export interface Focus {
  id: number;
  column?: string;
}

interface BoardKeys {
  /** Columns as keys walk them: those folded away are empty. */
  columns: readonly Column[];
  /** The card Tab reaches: where keys begin when nothing has the focus. */
  tabbableId: number | null;
  mayEdit: boolean;
  selection: BoardSelection;
  onFocus: (id: number) => void;
  onOpen: (id: number, kind: OpenKind) => void;
  /** Opens the menu or the choice of the selection. */
  onOpenMany: (kind: "menu" | "owner") => void;
  onAdd: (column: Column | undefined) => void;
  onGroup: (by: Grouping) => void;
}

/** The card that has the focus; `null` when nothing has it; `undefined` when something else does. */
function focusedCard(): number | null | undefined {
  const id = document.activeElement?.closest<HTMLElement>("[data-card-of]")?.dataset.cardOf;
  if (id) return Number(id);
  return isUnfocused() ? null : undefined;
}

/** Walks the board by keys, and does with cards what their menus do. */
export function useBoardKeys(props: BoardKeys): void {
  const { columns, tabbableId, mayEdit, selection, onFocus, onOpen, onOpenMany, onAdd, onGroup } = props;
  const hasCards = tabbableId !== null;

  /** Acts on the card that has the focus, or on the one Tab reaches; not when the focus is elsewhere on the page. */
  const atCard = (act: (id: number) => unknown) => {
    const focused = focusedCard();
    const id = focused ?? tabbableId;
    return focused !== undefined && id !== null && act(id);
  };
  const walk = (direction: Direction) => () => {
    const focused = focusedCard();
    if (focused === undefined) return false;
    if (focused === null) return tabbableId !== null && onFocus(tabbableId);
    const next = neighbour(columns, focused, direction);
    // At an end the key is spent all the same: the page must not scroll away.
    if (next) onFocus(next.id);
    return true;
  };
  const extend = (direction: "up" | "down") => () =>
    atCard((id) => {
      const next = neighbour(columns, id, direction);
      selection.add(next ? [id, next.id] : [id]);
      if (next) onFocus(next.id);
    });
  // After this key is over: a menu that opens during a key press takes it for its own.
  const open = (kind: OpenKind) => () => {
    const focused = focusedCard();
    const isMany = selection.cards.length > 1 || (selection.cards.length === 1 && !focused);
    if (
      kind !== "next" &&
      isMany &&
      focused !== undefined &&
      (focused === null || selection.ids.has(focused))
    ) {
      setTimeout(onOpenMany, 0, kind);
      return true;
    }
    return atCard((id) => setTimeout(onOpen, 0, id, kind));
  };

  useCommands({
    "card.left": hasCards && walk("left"),
    "card.right": hasCards && walk("right"),
    "card.up": hasCards && walk("up"),
    "card.down": hasCards && walk("down"),
    "card.first": hasCards && walk("first"),
    "card.last": hasCards && walk("last"),
    // The card is a link: Enter follows it by itself.
    "card.open": hasCards && (() => false),
    "card.move": hasCards && mayEdit && open("menu"),
    "card.assign": hasCards && mayEdit && open("owner"),
    "card.edit": hasCards && mayEdit && open("next"),
    "card.select": hasCards && mayEdit && (() => atCard((id) => selection.toggle(id, false))),
    "card.range": hasCards && mayEdit && (() => atCard((id) => selection.toggle(id, true))),
    "card.extend-up": hasCards && mayEdit && extend("up"),
    "card.extend-down": hasCards && mayEdit && extend("down"),
    "cards.none": selection.cards.length > 0 && (() => selection.clear()),
    "board.add": mayEdit && (() => onAdd(columnWith(columns, focusedCard() ?? tabbableId ?? 0))),
    "board.by-stage": () => onGroup("stage"),
    "board.by-owner": () => onGroup("owner"),
  });
}
