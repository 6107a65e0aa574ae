"use client";

import { CircleUserRound, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { Avatar } from "@/app/_ui/avatar";
import { Menu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from "@/app/_ui/menu";

const THEMES = [
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
  { value: "system", label: "As the system", icon: <Monitor aria-hidden="true" /> },
];

type UserMenuProps = { name: string; email: string; roles: string; compact?: boolean };

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ name, email, roles, compact }: UserMenuProps) {
  const { theme = "system", setTheme } = useTheme();
  return (
    <Menu
      align={compact ? "end" : "start"}
      trigger={
        compact ? (
          <button
            type="button"
            aria-label={`Account of ${name}`}
            className="grid size-11 place-items-center rounded-full"
          >
            <Avatar name={name} />
          </button>
        ) : (
          <button
            type="button"
            className="flex w-full min-w-0 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover"
          >
            <Avatar name={name} />
            <span className="min-w-0">
              <span className="block truncate font-medium text-ink text-sm">{name}</span>
              <span className="block truncate text-ink-muted text-xs">{roles}</span>
            </span>
          </button>
        )
      }
    >
      <MenuLabel>
        <span className="block text-ink text-sm">{name}</span>
        <span className="block font-normal">{email}</span>
        <span className="block font-normal">{roles}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuItem icon={<CircleUserRound aria-hidden="true" />} href="/settings/profile">
        Profile
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup label="Theme" value={theme} onValueChange={setTheme} options={THEMES} />
      <MenuSeparator />
      <MenuItem
        icon={<LogOut aria-hidden="true" />}
        onSelect={() => void signOut({ callbackUrl: "/sign-in" })}
      >
        Sign out
      </MenuItem>
    </Menu>
  );
}
