export function InvitationPage({ token }: { token: string }) {
  return token;
}
