//! What depends on the size of the screen: known to keys and drawing alike, so that they cannot differ.

use crate::request::screen::SummaryLine;

/// The smallest screen on which two panes stand side by side; on a smaller one they are stacked and scroll.
const SIDE_BY_SIDE: (u16, u16) = (80, 24);
/// From here on reasons and details come inline, in columns.
const WIDE_COLUMNS_MIN: u16 = 120;
/// Offers shown when there is no room for all, as drawn at 80x24 and at 132x43.
const BEST: usize = 3;
const WIDE_BEST: usize = 5;

/// Whether panes stand one under the other.
pub(crate) fn is_stacked((columns, rows): (u16, u16)) -> bool {
    columns < SIDE_BY_SIDE.0 || rows < SIDE_BY_SIDE.1
}

/// Whether there are columns for details.
pub(crate) fn is_wide(columns: u16) -> bool {
    columns >= WIDE_COLUMNS_MIN
}

/// How many offers are shown at once where there is room for them.
pub(crate) fn offers_shown(wide: bool) -> usize {
    if wide { WIDE_BEST } else { BEST }
}

/// Whether a line of the summary has a row: what a customer is worth and does is told on a wide screen only.
pub(crate) fn has_row(line: &SummaryLine, wide: bool) -> bool {
    match line {
        SummaryLine::NetWorth { .. }
        | SummaryLine::Profit { .. }
        | SummaryLine::Behaviour { .. }
        | SummaryLine::Churn { .. }
        | SummaryLine::LifeEvent { .. } => wide,
        SummaryLine::Card { .. }
        | SummaryLine::Demand { .. }
        | SummaryLine::Term { .. }
        | SummaryLine::Holdings { .. }
        | SummaryLine::FundOrders { .. }
        | SummaryLine::Loan { .. }
        | SummaryLine::Lifetime { .. }
        | SummaryLine::People { .. }
        | SummaryLine::Shared { .. }
        | SummaryLine::Orders { .. } => true,
    }
}
