import type { Metadata } from "next";
import { ActorName } from "@/app/_components/actor-name";
import { requireFollower } from "@/app/_components/drawn-version";
import { Money } from "@/app/_components/money";
import { CardList } from "@/app/_ui/card-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import { may } from "@/lib/access/actor";
import { canSendMail } from "@/lib/mail/enqueue-mail";
import { listInvitations } from "@/lib/orgs/invitations-views";
import { listMembers, type MemberView } from "@/lib/orgs/members-views";
import { readTwoFactorRule } from "@/lib/orgs/require-two-factor";
import { InvitePerson } from "./_components/invite-person";
import { OpenInvitations } from "./_components/open-invitations";
import { PersonActions } from "./_components/person-actions";
import { ActiveBadge, RightsBadges, TwoFactorBadge } from "./_components/person-badges";
import { PersonCard } from "./_components/person-card";
import { TwoFactorRule } from "./_components/two-factor-rule";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const actor = await requireFollower();
  const [people, invitations, isRequired] = await Promise.all([
    listMembers(actor, {}),
    listInvitations(actor, {}),
    readTwoFactorRule(actor, {}),
  ]);
  const mayManage = may(actor, "member.manage");
  const actionsFor = (person: MemberView) =>
    mayManage ? <PersonActions person={person} people={people} /> : null;
  return (
    <>
      <PageHeader
        title="People"
        description="Who works with the bills of your organisation, and what each of them may do."
        actions={mayManage ? <InvitePerson people={people} sendsMail={canSendMail()} /> : null}
      />
      <Table
        caption="People"
        cards={
          <CardList label="People">
            {people.map((person) => (
              <PersonCard key={person.userId} person={person} actions={actionsFor(person)} />
            ))}
          </CardList>
        }
      >
        <TableHead>
          <HeaderCell>Name</HeaderCell>
          <HeaderCell>Email address</HeaderCell>
          <HeaderCell>Rights</HeaderCell>
          <HeaderCell numeric>Approval limit</HeaderCell>
          <HeaderCell>Supervisor</HeaderCell>
          <HeaderCell>Status</HeaderCell>
          {mayManage ? (
            <HeaderCell>
              <span className="sr-only">Actions</span>
            </HeaderCell>
          ) : null}
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <TableRow key={person.userId}>
              <Cell>
                <ActorName name={person.name} isMe={person.isMe} className="font-medium" />
              </Cell>
              <Cell muted>{person.email}</Cell>
              <Cell>
                <RightsBadges roles={person.roles} />
              </Cell>
              <Cell numeric muted={person.approvalLimit === null}>
                {person.approvalLimit === null ? "No limit" : <Money amount={person.approvalLimit} sign />}
              </Cell>
              <Cell muted>{person.supervisorName ?? "Nobody"}</Cell>
              <Cell>
                <span className="flex flex-wrap gap-1">
                  <ActiveBadge isActive={person.isActive} />
                  <TwoFactorBadge hasTwoFactor={person.hasTwoFactor} />
                </span>
              </Cell>
              {mayManage ? <Cell className="w-0">{actionsFor(person)}</Cell> : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <OpenInvitations invitations={invitations} mayManage={mayManage} />
      <TwoFactorRule isRequired={isRequired} mayChange={mayManage} />
    </>
  );
}
