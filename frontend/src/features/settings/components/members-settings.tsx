import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconMail, IconUserPlus, IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { EmptyState } from "@/shared/ui/empty-state";
import { invitationsQuery, membersQuery } from "../api";
import { InvitationItem } from "./invitation-item";
import { InviteDialog } from "./invite-dialog";
import { ListState } from "./list-state";
import { MemberItem } from "./member-item";
import { Section } from "./section";
import classes from "./section.module.css";

export function MembersSettings() {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const mayEdit = isAtLeast(role, "owner");
  const members = useQuery(membersQuery(slug));
  const invitations = useQuery({ ...invitationsQuery(slug), enabled: mayEdit });
  const [invites, setInvites] = useState(false);
  return (
    <AppPage
      title={t`Members`}
      width="text"
      actions={
        mayEdit && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInvites(true)}>
            {t`Invite someone`}
          </Button>
        )
      }
    >
      <ListState query={members} empty={<EmptyState icon={IconUsersGroup} title={t`No member`} />}>
        {(items) => (
          <ul className={classes.list} aria-label={t`Members`}>
            {items.map((member) => (
              <MemberItem key={member.id} member={member} mayEdit={mayEdit} />
            ))}
          </ul>
        )}
      </ListState>
      {mayEdit && !members.isPending && (
        <Section title={t`Invitations waiting`}>
          <ListState
            query={invitations}
            empty={
              <EmptyState icon={IconMail} title={t`No invitation is waiting`} headingLevel={3}>
                {t`Invite a colleague: you get a link to send them by the means you like.`}
              </EmptyState>
            }
          >
            {(items) => (
              <ul className={classes.list} aria-label={t`Invitations waiting`}>
                {items.map((invitation) => (
                  <InvitationItem key={invitation.id} invitation={invitation} />
                ))}
              </ul>
            )}
          </ListState>
        </Section>
      )}
      {invites && <InviteDialog onClose={() => setInvites(false)} />}
    </AppPage>
  );
}
