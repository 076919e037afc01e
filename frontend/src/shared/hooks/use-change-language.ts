import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client } from "../api/client";
import { meQuery } from "../api/me";
import { activateLocale } from "../i18n/i18n";
import type { Language } from "../i18n/languages";

/** Switches the page at once, then remembers the choice on the server: mails and other browsers follow. */
export function useChangeLanguage(): (language: Language) => void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (language: Language) => client.PATCH("/api/v1/me/", { body: { language } }),
    onSuccess: ({ data }) => data && queryClient.setQueryData(meQuery().queryKey, data),
  });
  return (language) => {
    void activateLocale(language);
    mutate(language);
  };
}
