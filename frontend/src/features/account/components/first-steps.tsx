import { useLingui } from "@lingui/react/macro";
import { Loader, Stack, Text } from "@mantine/core";
import { IconFileSpreadsheet, IconLink, IconSparkles, type TablerIcon } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink } from "@/shared/ui/links";
import { useLoadSample } from "../api";
import { AccountPage } from "./account-page";
import classes from "./first-steps.module.css";

/** Three ways to fill an empty workspace, before one enters it. */
export function FirstSteps({ slug }: { slug: string }) {
  const { t } = useLingui();
  return (
    <AccountPage width={520} title={t`Your workspace is ready`} lead={t`How would you like to begin?`}>
      <FirstChoices slug={slug} />
    </AccountPage>
  );
}

/** The same where the workspace stands open already. */
export default function FirstChoices({ slug }: { slug: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const sample = useLoadSample();
  const params = { slug };
  const openSample = () =>
    sample.mutate(undefined, {
      onSuccess: ({ data }) => data && void navigate({ to: "/w/$slug", params: { slug: data.slug } }),
    });
  return (
    <Stack>
      <Link to="/w/$slug/creators/import" params={params} className={classes.choice}>
        <Choice icon={IconFileSpreadsheet} title={t`Import a list`}>
          {t`Your spreadsheet (CSV or Excel), or the feeds you follow (OPML). Columns are recognised.`}
        </Choice>
      </Link>
      <Link to="/w/$slug/creators" params={params} search={{ add: true }} className={classes.choice}>
        <Choice icon={IconLink} title={t`Paste an address`}>
          {t`Of a blog or a channel. Name, feed and other networks are found for you.`}
        </Choice>
      </Link>
      <button type="button" className={classes.choice} onClick={openSample} disabled={sample.isPending}>
        <Choice icon={IconSparkles} title={t`Look around first`} busy={sample.isPending}>
          {t`Load a sample workspace with 60 creators and three campaigns. It stays apart from yours.`}
        </Choice>
      </button>
      <FormError error={sample.error} />
      <AnchorLink to="/w/$slug/creators" params={params} size="sm">
        {t`Start with an empty workspace`}
      </AnchorLink>
    </Stack>
  );
}

interface ChoiceProps {
  icon: TablerIcon;
  title: string;
  busy?: boolean;
  children: ReactNode;
}

function Choice({ icon: Icon, title, busy, children }: ChoiceProps) {
  return (
    <>
      <span className={classes.icon}>
        {busy ? <Loader size={18} /> : <Icon size={20} stroke={1.6} aria-hidden />}
      </span>
      <span>
        <Text component="span" display="block" fw={550}>
          {title}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed">
          {children}
        </Text>
      </span>
    </>
  );
}
