import { useLingui } from "@lingui/react/macro";
import { Select, Text } from "@mantine/core";
import { StatusDot, type Tone } from "@/shared/ui/status-dot";
import type { Import } from "../api";
import { withField } from "../model";
import classes from "./imports.module.css";
import { useImportWords } from "./use-import-words";

interface PreviewProps {
  draft: Import;
  isSaving: boolean;
  onMapping: (mapping: Import["mapping"]) => void;
}

type Outcome = Import["preview"]["rows"][number]["outcome_guess"];
type Field = Import["mapping"][string];

const tones: Record<Outcome, Tone> = { created: "good", updated: "info", skipped: "muted", rejected: "bad" };

/** The first twenty rows, with what each column holds above it. */
export function Preview({ draft, isSaving, onMapping }: PreviewProps) {
  const { t } = useLingui();
  const { guesses } = useImportWords();
  const fields = draft.fields.map(({ name, label }) => ({ value: name as string, label }));
  return (
    <section className={classes.preview} aria-label={t`First rows of the file`} aria-busy={isSaving}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Will be`}</th>
            {draft.columns.map(({ index, name }) => (
              <th key={index} scope="col">
                <Text size="sm" fw={500} mb={4}>
                  {name}
                </Text>
                <Select
                  size="xs"
                  aria-label={t`What “${name}” holds`}
                  placeholder={t`Ignored`}
                  searchable
                  clearable
                  data={fields}
                  value={draft.mapping[String(index)] || null}
                  onChange={(field) =>
                    onMapping(withField(draft.mapping, index, (field ?? "") as Field, draft.fields))
                  }
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.preview.rows.map((row) => (
            <tr key={row.number}>
              <td>
                <StatusDot tone={tones[row.outcome_guess]}>{guesses[row.outcome_guess]}</StatusDot>
                {row.reason && (
                  <Text size="xs" c="dimmed" style={{ whiteSpace: "normal" }}>
                    {row.reason}
                  </Text>
                )}
              </td>
              {draft.columns.map(({ index }) => {
                const problems = row.problems[String(index)];
                return (
                  <td key={index} data-wrong={problems ? true : undefined} title={row.cells[index]}>
                    {row.cells[index]}
                    {problems && <span className={classes.problem}>{problems.join(" ")}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
