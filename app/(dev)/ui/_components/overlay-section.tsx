"use client";

import { Archive, Copy, Filter, Search, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Combobox } from "@/app/_ui/combobox";
import { CommandPalette } from "@/app/_ui/command-palette";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { DateInput } from "@/app/_ui/date-input";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { Menu, MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from "@/app/_ui/menu";
import { Popover } from "@/app/_ui/popover";
import { Sheet } from "@/app/_ui/sheet";
import { Textarea } from "@/app/_ui/textarea";
import { toast } from "@/app/_ui/toast";
import { Tooltip } from "@/app/_ui/tooltip";
import { Row, Section } from "./section";

const people = Array.from({ length: 300 }, (_, at) => ({ value: String(at), label: `Person ${at}` }));

export function OverlaySection() {
  const [palette, setPalette] = useState(false);
  const [wrap, setWrap] = useState(true);
  const form = (
    <>
      <DialogBody>
        <Field label="Give it to">
          <Combobox options={people} placeholder="Type a name" />
        </Field>
        <Field label="Reason" required>
          <Textarea />
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary">Hand over</Button>
      </DialogFooter>
    </>
  );
  return (
    <Section title="Over the page">
      <Row>
        <Dialog trigger={<Button>Dialog</Button>} title="Hand over" description="The other person is told.">
          {form}
        </Dialog>
        <Sheet trigger={<Button>Sheet</Button>} title="Hand over" description="A panel at the side.">
          {form}
        </Sheet>
        <ConfirmDialog
          trigger={<Button>Confirm</Button>}
          title="Delete this draft?"
          description="It cannot be brought back."
          confirmLabel="Delete"
          tone="danger"
          onConfirm={async () => {
            toast.success("Draft deleted", {
              action: { label: "Undo", onClick: () => toast.info("Brought back") },
            });
            return true;
          }}
        />
        <Menu trigger={<Button>Menu</Button>} align="start">
          <MenuLabel>Record</MenuLabel>
          <MenuItem icon={<Copy aria-hidden="true" />} shortcut="C">
            Copy
          </MenuItem>
          <MenuItem icon={<Undo2 aria-hidden="true" />} href="/ui?undo=1">
            Take back
          </MenuItem>
          <MenuItem icon={<Archive aria-hidden="true" />} disabled>
            Archive
          </MenuItem>
          <MenuCheckboxItem checked={wrap} onCheckedChange={setWrap}>
            Wrap lines
          </MenuCheckboxItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="danger" onSelect={() => toast.info("Deleted")}>
            Delete
          </MenuItem>
        </Menu>
        <Popover
          label="Filters"
          trigger={
            <Button>
              <Filter aria-hidden="true" />
              Popover
            </Button>
          }
        >
          <Field label="From">
            <DateInput />
          </Field>
        </Popover>
        <Tooltip content="Search everything" shortcut="/">
          <Button size="icon" aria-label="Palette" onClick={() => setPalette(true)}>
            <Search aria-hidden="true" />
          </Button>
        </Tooltip>
        <Button onClick={() => toast.success("Saved", { description: "Everybody sees it now." })}>
          Toast
        </Button>
        <Button onClick={() => toast.error("Not saved", { description: "The date is in a closed period." })}>
          Error toast
        </Button>
      </Row>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        groups={[
          {
            heading: "Go to",
            items: ["Inbox", "Approvals", "Archive"].map((label) => ({
              id: label,
              label,
              shortcut: `G ${label[0]}`,
              icon: <Archive aria-hidden="true" />,
              onSelect: () => toast.info(label),
            })),
          },
          {
            heading: "Do",
            items: [{ id: "new", label: "New record", shortcut: "N", onSelect: () => toast.info("New") }],
          },
        ]}
      />
    </Section>
  );
}
