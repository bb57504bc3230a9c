import House from "lucide-react/icons/house";
import Search from "lucide-react/icons/search";
import { expect, test } from "vitest";
import { AccountMenu } from "#app/ui/account-menu.tsx";
import { AppShell } from "#app/ui/shell.tsx";
import { render } from "./render.tsx";

const nav = [
  { to: "/", label: "This week", icon: House, current: true },
  { to: "/search", label: "Search", icon: Search },
];

function aShell(more: Partial<Parameters<typeof AppShell>[0]> = {}) {
  return render(
    <AppShell nav={nav} {...more}>
      <h1>Here</h1>
    </AppShell>,
  );
}

test("the first stop on the page leads to its content", () => {
  const body = aShell();
  const first = body.querySelector("a, button, input");
  expect(first?.textContent).toBe("Skip to the content");
  expect(body.querySelector(first?.getAttribute("href") ?? "none")?.tagName).toBe("MAIN");
});

test("it shows the places it is given and no others, and marks the current one in rail and bar", () => {
  const body = aShell();
  for (const list of body.querySelectorAll("nav")) {
    expect([...list.querySelectorAll("a")].map(({ textContent }) => textContent)).toEqual([
      "This week",
      "Search",
    ]);
    expect([...list.querySelectorAll("[aria-current=page]")].map(({ textContent }) => textContent)).toEqual([
      "This week",
    ]);
  }
  expect(body.querySelector("form, details")).toBeNull();
});

test("on a phone posting stands in the middle", () => {
  const bar = [
    ...nav,
    { to: "/departments", label: "Departments", icon: House },
    { to: "/me", label: "Me", icon: House },
  ];
  const body = aShell({ bar, post: { to: "/insights/new", label: "Post insight" } });
  const places = [...(body.querySelectorAll("nav")[1]?.querySelectorAll("a") ?? [])];
  expect(places.map(({ textContent }) => textContent)).toEqual([
    "This week",
    "Search",
    "Post insight",
    "Departments",
    "Me",
  ]);
});

test("the search box is a GET form that shows what was asked", () => {
  const body = aShell({ search: { action: "/search", query: "open access" } });
  const form = body.querySelector("form");
  expect([form?.getAttribute("role"), form?.method, form?.getAttribute("action")]).toEqual([
    "search",
    "get",
    "/search",
  ]);
  expect(form?.querySelector("input")?.value).toBe("open access");
});

test("the account menu opens without script", () => {
  const body = aShell({
    account: <AccountMenu name="Priya Shah" detail="Liaison" menu={<a href="/me">My page</a>} />,
  });
  expect(body.querySelector("details > summary")?.textContent).toContain("Priya Shah");
  expect(body.querySelector("details a")?.textContent).toBe("My page");
});

test("while another page is on its way the old one stays and says it is busy", () => {
  const body = aShell({ busy: true });
  expect(body.querySelector("main")?.getAttribute("aria-busy")).toBe("true");
  expect(body.querySelector("h1")?.textContent).toBe("Here");
});
