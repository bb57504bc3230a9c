import { expect, test } from "vitest";
import { LazyCombobox } from "#app/ui/combobox.lazy.tsx";
import { described, render } from "./render.tsx";

const options = [
  { value: "informatics", label: "School of Informatics", keywords: ["Comp Sci"], group: "Science" },
  { value: "law", label: "Law School", group: "Humanities" },
  { value: "chem", label: "Chemistry", group: "Science" },
];

function formData(body: HTMLElement, name: string): string[] {
  return [...body.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)].map(
    ({ value }) => value,
  );
}

test("one of a closed list is a native select, bound to its label, hint and error", () => {
  const body = render(
    <LazyCombobox name="channel" label="Channel" hint="Where?" error="Choose one" options={options} />,
  );
  const select = body.querySelector("select");
  expect(body.querySelector("label")?.htmlFor).toBe(select?.id);
  expect(described(body, select)).toEqual(["Where?", "Error: Choose one"]);
  expect(select?.getAttribute("aria-invalid")).toBe("true");
  expect(formData(body, "channel")).toEqual([""]);
});

test("its groups are the browser's own", () => {
  const body = render(<LazyCombobox name="channel" label="Channel" options={options} />);
  const groups = [...body.querySelectorAll("optgroup")].map((group) => [group.label, group.children.length]);
  expect(groups).toEqual([
    ["Science", 2],
    ["Humanities", 1],
  ]);
});

test("several of a closed list are several selects of one name, each with a name of its own to be read", () => {
  const body = render(
    <LazyCombobox
      name="department"
      label="Department"
      options={options}
      multiple
      defaultValue={["law", "chem"]}
    />,
  );
  expect(formData(body, "department")).toEqual(["law", "chem", "", ""]);
  const others = [...body.querySelectorAll("select[aria-label]")].map((other) =>
    other.getAttribute("aria-label"),
  );
  expect(others).toEqual(["Department, another (2)", "Department, another (3)", "Department, another (4)"]);
});

test("a chosen value that is no longer among the options is not lost", () => {
  const body = render(
    <LazyCombobox name="department" label="Department" options={options} defaultValue={["classics"]} />,
  );
  expect(formData(body, "department")).toEqual(["classics"]);
});

test("a list that takes new words is one text box, its values parted by commas", () => {
  const body = render(
    <LazyCombobox
      name="tags"
      label="Tags"
      options={options}
      multiple
      allowNew={(text) => text}
      defaultValue={["ref", "open-access"]}
    />,
  );
  expect(body.querySelector("select")).toBeNull();
  expect(formData(body, "tags")).toEqual(["ref, open-access"]);
});
