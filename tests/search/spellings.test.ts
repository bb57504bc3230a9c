import { expect, test } from "vitest";
import { otherSpellings, spellingPattern } from "#app/search/spellings.ts";

// As a list, for it to be read as one.
const pairs = `
  organise organize, organised organized, organising organizing, organisation organization, organiser organizer,
  digitise digitize, prioritisation prioritization, recognisable recognizable, analyse analyze, analysing analyzing,
  colour color, coloured colored, behaviour behavior, behavioural behavioral, favourite favorite, labour labor,
  neighbourhood neighborhood, honours honors, endeavour endeavor,
  centre center, centres centers, centred centered, centring centering, theatre theater, metre meter, litres liters,
  catalogue catalog, catalogues catalogs, catalogued cataloged, cataloguing cataloging, cataloguers catalogers,
  dialogue dialog, analogue analog, programme program, programmes programs,
  licence license, licences licenses, defence defense, offence offense, practice practise, practising practicing,
  travelled traveled, travelling traveling, labelled labeled, modelling modeling, cancelled canceled,
  counsellor counselor, enrolment enrollment, fulfilment fulfillment, skilful skillful, instalment installment,
  paediatrics pediatrics, anaesthetics anesthetics, archaeology archeology, encyclopaedia encyclopedia,
  orthopaedic orthopedic, gynaecology gynecology, haematology hematology, leukaemia leukemia, palaeontology paleontology,
  foetal fetal, oestrogen estrogen, manoeuvre maneuvre,
  ageing aging, judgement judgment, grey gray, sceptical skeptical, artefacts artifacts, enquiry inquiry,
  aluminium aluminum, mould mold, ploughing plowing`
  .split(",")
  .map((pair) => pair.trim().split(" ") as [string, string]);

test.each(pairs)("%s and %s are one, either way", (british, american) => {
  expect(otherSpellings(british)).toContain(american);
  expect(otherSpellings(american)).toContain(british);
});

test.each([
  "size",
  "wise",
  "rise",
  "after",
  "paper",
  "reading",
  "rdm",
  "5g",
  "naïve",
  "",
  "lists",
  "open",
  "law",
])("“%s” is written one way", (word) => {
  expect(otherSpellings(word)).toEqual([]);
});

test("PostgreSQL is asked for every word that can be written otherwise", () => {
  const pattern = new RegExp(spellingPattern);
  expect(pairs.flat().filter((word) => !pattern.test(word))).toEqual([]);
});

test("no word takes long, and none becomes a great many", () => {
  for (const word of ["a".repeat(30), "ise".repeat(10), "ogue".repeat(7), "x".repeat(5_000)]) {
    expect(otherSpellings(word).length).toBeLessThan(4);
  }
});
