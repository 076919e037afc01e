import { useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { IconSun } from "@tabler/icons-react";
import { useFormat } from "@/shared/format/use-format";
import { EmptyState } from "@/shared/ui/empty-state";
import { keyOf, type Line } from "../model";
import { LineTitle } from "./line-title";
import classes from "./today.module.css";
import { useLineWords } from "./use-line-words";

interface TodayEmptyProps {
  upcoming: readonly Line[];
  /** Only one kind was asked for. */
  isFiltered: boolean;
  onClear: () => void;
  /** Shows what waits for the others too; not offered to who sees it already. */
  onEverybody?: () => void;
}

/** Nothing waits: says so kindly, and what comes next. */
export function TodayEmpty({ upcoming, isFiltered, onClear, onEverybody }: TodayEmptyProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useLineWords();
  if (isFiltered)
    return (
      <EmptyState
        icon={IconSun}
        title={t`Nothing of this kind waits`}
        action={
          <Button variant="default" onClick={onClear}>
            {t`All kinds`}
          </Button>
        }
      />
    );
  return (
    <>
      <EmptyState
        icon={IconSun}
        title={t`Nothing waits for you`}
        action={
          onEverybody && (
            <Button variant="default" onClick={onEverybody}>
              {t`See what waits for everybody`}
            </Button>
          )
        }
      >
        {t`Answers are given, parcels have arrived, promises are kept. A good moment to find somebody new.`}
      </EmptyState>
      {upcoming.length > 0 && (
        <section className={classes.next} aria-labelledby="today-next">
          <h2 id="today-next">{t`What comes next`}</h2>
          <ul>
            {upcoming.map((line) => (
              <li key={keyOf(line)}>
                <Text
                  component="time"
                  dateTime={line.day ?? undefined}
                  c="dimmed"
                  className={classes.nextDay}
                >
                  {format.shortDate(line.day)}
                </Text>
                <span className={classes.what}>
                  <LineTitle line={line} what={words(line).what} />
                  <span className={classes.about}>
                    {[line.creator?.name, line.campaign?.name].filter(Boolean).join(" · ")}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
