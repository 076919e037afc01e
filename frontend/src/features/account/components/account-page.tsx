import { useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useDocumentTitle } from "@/shared/hooks/use-document-title";
import { activateLocale } from "@/shared/i18n/i18n";
import { languageNames, languages } from "@/shared/i18n/languages";
import classes from "./account-page.module.css";

interface AccountPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  width?: number;
}

/** Frame of the pages before the workspace: sign-in, first run, invitation. */
export function AccountPage({ title, lead, children, width = 400 }: AccountPageProps) {
  const { t, i18n } = useLingui();
  useDocumentTitle(title);
  return (
    <div className={classes.page}>
      <main id="main" tabIndex={-1} className={classes.card} style={{ maxWidth: width }}>
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span translate="no">{"Relais"}</span>
        </div>
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed">{lead}</Text>}
        <div className={classes.content}>{children}</div>
      </main>
      <nav className={classes.languages} aria-label={t`Language`}>
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            className={classes.language}
            aria-pressed={i18n.locale === language}
            onClick={() => void activateLocale(language)}
          >
            {languageNames[language]}
          </button>
        ))}
      </nav>
    </div>
  );
}
