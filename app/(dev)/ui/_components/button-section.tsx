"use client";

import { Ellipsis, Plus } from "lucide-react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import { Link } from "@/app/_ui/link";
import { Spinner } from "@/app/_ui/spinner";
import { TextLink } from "@/app/_ui/text-link";
import { Row, Section } from "./section";

const variants = ["primary", "secondary", "ghost", "danger", "link"] as const;
const tones = ["neutral", "blue", "green", "amber", "red"] as const;

export function ButtonSection() {
  return (
    <Section title="Buttons, badges, keys">
      <Row>
        {variants.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
        <Button variant="secondary">
          <Plus aria-hidden="true" />
          New
        </Button>
        <Button variant="secondary" size="icon" aria-label="More">
          <Ellipsis aria-hidden="true" />
        </Button>
        <Button asChild>
          <Link href="/ui#table">A link</Link>
        </Button>
      </Row>
      <Row>
        {variants.map((variant) => (
          <Button key={variant} variant={variant} size="sm">
            {variant} small
          </Button>
        ))}
      </Row>
      <Row>
        <Button variant="primary" pending>
          Saving it
        </Button>
        <Button pending>Waiting</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button disabled>Disabled</Button>
        <Spinner label="Working" />
        <span>
          Press <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> or read the <TextLink href="/ui">documentation</TextLink>.
        </span>
      </Row>
      <Row>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge tone="green" icon={<Plus aria-hidden="true" />}>
          With an icon
        </Badge>
      </Row>
    </Section>
  );
}
