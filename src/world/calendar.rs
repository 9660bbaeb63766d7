//! Moments as the texts that JavaScript makes of them, in UTC.

const DAY_MS: u64 = 86_400_000;
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

struct Date {
    year: u64,
    month: usize,
    day: u64,
}

/// What `new Date(ms).toISOString()` gives, as `2026-11-23T10:09:28.731Z`.
pub(crate) fn iso(unix_ms: u64) -> String {
    let Date { year, month, day } = date(unix_ms);
    let time = clock(unix_ms);
    format!("{year:04}-{:02}-{day:02}T{time}.{:03}Z", month + 1, unix_ms % 1000)
}

/// What `String(new Date(ms))` gives where the clock shows UTC.
pub(crate) fn long(unix_ms: u64) -> String {
    let Date { year, month, day } = date(unix_ms);
    let weekday = WEEKDAYS[usize::try_from(unix_ms / DAY_MS % 7).unwrap_or_default()];
    let month = MONTHS[month];
    let time = clock(unix_ms);
    format!("{weekday} {month} {day:02} {year:04} {time} GMT+0000 (Coordinated Universal Time)")
}

fn clock(unix_ms: u64) -> String {
    let seconds = unix_ms % DAY_MS / 1000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn date(unix_ms: u64) -> Date {
    let mut day = unix_ms / DAY_MS;
    // 400 years are 146,097 days whatever the year they begin in.
    let mut year = 1970 + day / 146_097 * 400;
    day %= 146_097;
    while day >= days_in(year) {
        day -= days_in(year);
        year += 1;
    }
    let mut month = 0;
    while day >= month_days(year, month) {
        day -= month_days(year, month);
        month += 1;
    }
    Date { year, month, day: day + 1 }
}

fn days_in(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn is_leap(year: u64) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

fn month_days(year: u64, month: usize) -> u64 {
    match month {
        1 if is_leap(year) => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_moments_as_node_does() {
        let cases = [
            (0, "1970-01-01T00:00:00.000Z", "Thu Jan 01 1970 00:00:00"),
            (951_782_400_001, "2000-02-29T00:00:00.001Z", "Tue Feb 29 2000 00:00:00"),
            (1_795_428_568_731, "2026-11-23T10:09:28.731Z", "Mon Nov 23 2026 10:09:28"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z", "Sun Feb 28 2100 23:59:59"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z", "Mon Mar 01 2100 00:00:00"),
        ];
        for (ms, short, start) in cases {
            assert_eq!(iso(ms), short);
            assert_eq!(long(ms), format!("{start} GMT+0000 (Coordinated Universal Time)"));
        }
    }
}
