import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { ApiError } from "@/shared/api/errors";
import { renderPiece } from "@/testing/render";
import { card } from "../fixtures";
import { useRefusals } from "./use-refusals";

const cards = [1, 2, 3].map((id) => card(id));
const refused = [
  { id: 1, code: "stale_version" },
  { id: 3, code: "unknown" },
];

function Said({ error }: { error: ApiError }) {
  return <p>{useRefusals()("No card was moved", error, cards)}</p>;
}

it("names the cards that stood in the way, each with its reason", () => {
  renderPiece(<Said error={new ApiError({ status: 409, code: "bulk_refused", refused })} />);
  expect(
    screen.getByText(
      "No card was moved: Créateur 1 (changed in the meantime), Créateur 3 (no longer in the campaign)",
    ),
  ).toBeVisible();
});

it("names nobody when no card stood in the way", () => {
  renderPiece(<Said error={new ApiError({ status: 403, code: "forbidden" })} />);
  expect(screen.getByText("No card was moved")).toBeVisible();
});
