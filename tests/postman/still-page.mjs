// Opens the page named on the command line in a browser without a window, in light and dark and on a phone, and prints as JSON
// what it shows, what the browser complains of, and the faults that axe finds.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = process.env.COUNTERSIGN_CHROMIUM;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath, args });
const { source: axeSource } = createRequire(import.meta.url)('axe-core');
const seen = { complaints: [], faults: {}, backgrounds: {} };
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
  page.on('console', (message) => seen.complaints.push(message.text()));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('dialog', (dialog) => seen.complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => request.url().startsWith('file:') || seen.complaints.push(`asked for ${request.url()}`));
  await page.goto(pathToFileURL(process.argv[2]).href);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run());
  seen.faults[colorScheme] = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
  seen.backgrounds[colorScheme] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const texts = async (selector) => (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  seen.heading = await page.locator('h1').textContent();
  seen.rows = await texts('tbody tr');
  seen.items = await texts('li');
  await page.setViewportSize({ width: 400, height: 800 });
  seen.fitsPhone = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
console.log(JSON.stringify(seen));
await browser.close();
