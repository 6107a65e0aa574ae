"use client";

import { useMemo, useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { MentionTextarea } from "@/app/_ui/mention-textarea";
import { toast } from "@/app/_ui/toast";
import { mentionedIn } from "@/app/_ui/use-mentions";
import type { PersonView } from "@/lib/orgs/people-views";
import { comment } from "../../actions";

type CommentBoxProps = { billId: string; people: readonly PersonView[] };

/** A few words about the bill; "@" asks somebody. Ctrl Enter sends. What was not sent stays in the box. */
export function CommentBox({ billId, people }: CommentBoxProps) {
  const [text, setText] = useState("");
  const { failure, pending, send } = useSending(comment, () => {
    setText("");
    toast.success("Your comment is in the bill's history");
  });
  const options = useMemo(() => people.map(({ userId, name }) => ({ value: userId, label: name })), [people]);
  const submit = () => send({ billId, text, mentions: mentionedIn(text, options) });
  const problem = failure.fields.text ?? failure.fields.mentions ?? (failure.error ? [failure.error] : null);
  return (
    <form
      noValidate
      aria-label="Comment"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label="Comment or question"
        hint="Type @ and a name to ask somebody: they are told, and may see the bill."
        error={problem}
      >
        <MentionTextarea
          listLabel="People"
          rows={2}
          maxLength={2000}
          options={options}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
      </Field>
      <div className="mt-2 flex justify-end">
        <Button type="submit" pending={pending} disabled={text.trim() === ""}>
          Send
        </Button>
      </div>
    </form>
  );
}
