"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "@/app/_ui/button";
import { Menu, MenuRadioGroup } from "@/app/_ui/menu";

const options = [
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
  { value: "system", label: "As the system", icon: <Monitor aria-hidden="true" /> },
] as const;

/** Light, dark, or as the system is. */
export function ThemeToggle() {
  const { theme = "system", setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label="Theme">
          {/* Which of the two shows is decided by CSS: the server does not know the theme. */}
          <Sun aria-hidden="true" className="dark:hidden" />
          <Moon aria-hidden="true" className="hidden dark:block" />
        </Button>
      }
    >
      <MenuRadioGroup label="Theme" value={theme} onValueChange={setTheme} options={options} />
    </Menu>
  );
}
