// Opens the HTML report named on the command line in a browser without a window, uses it as a person does, and prints
// what there was to see as JSON.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = process.env.COUNTERSIGN_CHROMIUM;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
const complaints = [];
page.on('console', (message) => complaints.push(message.text()));
page.on('pageerror', (error) => complaints.push(error.message));
page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
page.on('request', (request) => request.url().startsWith('file:') || complaints.push(`asked for ${request.url()}`));
const address = pathToFileURL(process.argv[2]).href;
await page.goto(address);

const rows = () => page.locator('.request:visible .name').allTextContents();
const focused = () => page.evaluate(() => document.activeElement.innerText.trim().split('\n')[0]);
const openRows = () => page.locator('.request.open .name').allTextContents();
const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** The faults that axe finds on the page as it is now, each with the places. */
async function faults() {
  // The page's policy allows no script but its own; a browser's own evaluation stands outside of it.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}
const { source: axeSource } = createRequire(import.meta.url)('axe-core');

const seen = { heading: await page.locator('h1').textContent(), rows: await rows() };

await page.keyboard.press('/');
await page.keyboard.type(process.argv[3]);
seen.searched = await rows();
seen.counted = await page.locator('#shown').textContent();

await page.fill('#search', 'there is no such request');
seen.nothing = await page.locator('#nothing').isVisible();

await page.fill('#search', '');
await page.selectOption('#status', 'mismatched');
seen.mismatched = await rows();
await page.selectOption('#status', '');
await page.selectOption('#worst', 'none');
seen.clean = await rows();
await page.selectOption('#worst', '');

await page.selectOption('#status', 'mismatched');
await page.focus('#worst');
await page.keyboard.press('Tab');
seen.focused = await focused();
await page.keyboard.press('Enter');
seen.opened = await openRows();
seen.marks = await page.locator('.request.open .compared mark').allTextContents();
seen.sent = await page.locator('.request.open .sent').first().textContent();
seen.place = await page.locator('.request.open .excerpt .here mark').first().textContent();

await page.locator('.request.open .place a').first().click();
seen.rule = await page.locator('.rule[open] .name').allTextContents();
seen.isRuleShown = await page.locator('.rule[open] h3').first().isVisible();

await page.locator('[data-request]').last().click();
seen.clicked = (await openRows()).at(-1);

seen.faults = { light: await faults() };
const light = await background();
await page.click('#theme');
seen.isDark = (await background()) !== light;
seen.faults.dark = await faults();
await page.reload();
seen.staysDark = (await background()) !== light;

await page.setViewportSize({ width: 400, height: 800 });
seen.fitsPhone = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
seen.complaints = complaints;
console.log(JSON.stringify(seen));
await browser.close();
