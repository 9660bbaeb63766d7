//! What the Sugar library (1.4) adds to the language's own objects in both of Postman's sandboxes, as measured.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Owner and the names of its added members.
pub(super) const MEMBERS: &[(&str, &str)] = &[
    (
        "Array",
        "AlphanumericSortEquivalents AlphanumericSortIgnoreCase AlphanumericSortOrder create",
    ),
    (
        "Array.prototype",
        "add all any average clone compact count each exclude findAll first flatten from groupBy \
         inGroups inGroupsOf include insert intersect isEmpty last least max min most none \
         randomize remove removeAt sample sortBy subtract sum to union unique zip",
    ),
    ("String", "Inflector"),
    (
        "String.prototype",
        "add assign camelize capitalize chars codes compact dasherize decodeBase64 each \
         encodeBase64 escapeHTML escapeRegExp escapeURL first from hankaku has hasArabic \
         hasCyrillic hasDevanagari hasGreek hasHan hasHangul hasHebrew hasHiragana hasKana hasKanji \
         hasKatakana hasLatin hasThai hiragana humanize insert isArabic isBlank isCyrillic \
         isDevanagari isGreek isHan isHangul isHebrew isHiragana isKana isKanji isKatakana isLatin \
         isThai katakana last lines pad padLeft padRight paragraphs parameterize pluralize remove \
         removeTags reverse shift singularize spacify stripTags titleize to toNumber truncate \
         underscore unescapeHTML unescapeURL words zenkaku",
    ),
    (
        "Object",
        "all any average clone count each equal extended find findAll fromQueryString has isArray \
         isBoolean isDate isEmpty isFunction isNaN isNumber isObject isRegExp isString least map \
         max merge min most none reduce reject select size sum tap toQueryString watch",
    ),
    ("Number", "random"),
    (
        "Number.prototype",
        "abbr abs acos asin atan bytes ceil chr cos day dayAfter dayAgo dayBefore dayFromNow days \
         daysAfter daysAgo daysBefore daysFromNow downto duration exp floor format hex hour \
         hourAfter hourAgo hourBefore hourFromNow hours hoursAfter hoursAgo hoursBefore \
         hoursFromNow isEven isInteger isMultipleOf isOdd log metric millisecond millisecondAfter \
         millisecondAgo millisecondBefore millisecondFromNow milliseconds millisecondsAfter \
         millisecondsAgo millisecondsBefore millisecondsFromNow minute minuteAfter minuteAgo \
         minuteBefore minuteFromNow minutes minutesAfter minutesAgo minutesBefore minutesFromNow \
         month monthAfter monthAgo monthBefore monthFromNow months monthsAfter monthsAgo \
         monthsBefore monthsFromNow ordinalize pad pow round second secondAfter secondAgo \
         secondBefore secondFromNow seconds secondsAfter secondsAgo secondsBefore secondsFromNow \
         sin sqrt tan times toNumber upto week weekAfter weekAgo weekBefore weekFromNow weeks \
         weeksAfter weeksAgo weeksBefore weeksFromNow year yearAfter yearAgo yearBefore yearFromNow \
         years yearsAfter yearsAgo yearsBefore yearsFromNow",
    ),
    ("Function.prototype", "after cancel debounce delay fill lazy once throttle"),
    (
        "Date",
        "ISO8601_DATE ISO8601_DATETIME RFC1036 RFC1123 addFormat addLocale create future getLocale \
         past range setLocale utc",
    ),
    (
        "Date.prototype",
        "addDays addHours addMilliseconds addMinutes addMonths addSeconds addWeeks addYears advance \
         beginningOfDay beginningOfMonth beginningOfWeek beginningOfYear clone daysAgo daysFromNow \
         daysInMonth daysSince daysUntil endOfDay endOfMonth endOfWeek endOfYear format full \
         getISOWeek getUTCOffset getUTCWeekday getWeekday hoursAgo hoursFromNow hoursSince \
         hoursUntil is isAfter isApril isAugust isBefore isBetween isDecember isFebruary isFriday \
         isFuture isJanuary isJuly isJune isLastMonth isLastWeek isLastYear isLeapYear isMarch \
         isMay isMonday isNextMonth isNextWeek isNextYear isNovember isOctober isPast isSaturday \
         isSeptember isSunday isThisMonth isThisWeek isThisYear isThursday isToday isTomorrow \
         isTuesday isUTC isValid isWednesday isWeekday isWeekend isYesterday iso long \
         millisecondsAgo millisecondsFromNow millisecondsSince millisecondsUntil minutesAgo \
         minutesFromNow minutesSince minutesUntil monthsAgo monthsFromNow monthsSince monthsUntil \
         relative reset rewind secondsAgo secondsFromNow secondsSince secondsUntil set setISOWeek \
         setWeekday short utc weeksAgo weeksFromNow weeksSince weeksUntil yearsAgo yearsFromNow \
         yearsSince yearsUntil",
    ),
    ("RegExp", "escape"),
    ("RegExp.prototype", "addFlag getFlags removeFlag setFlags"),
];

static NAMES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| MEMBERS.iter().flat_map(|(_, names)| names.split_whitespace()).collect());

/// Whether anything of this name is added to any object.
pub(super) fn has(name: &str) -> bool {
    NAMES.contains(name)
}
