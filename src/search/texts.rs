//! Many short texts in one allocation.

/// Texts by number, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

/// The most bytes that texts may hold together; what does not fit is empty.
const BYTES_MAX: usize = 1 << 31;

impl Texts {
    /// Adds one and gives its number.
    pub(super) fn push(&mut self, text: &str) -> u32 {
        let number = self.len();
        if self.bytes.len() + text.len() <= BYTES_MAX {
            self.bytes.push_str(text);
        }
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
        number
    }

    /// How many there are.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The text of a number; an unknown one has none.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = index(number);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.bytes.get(index(start)..index(end)).unwrap_or_default()
    }

    /// In order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..self.len()).map(|number| (number, self.get(number)))
    }

    /// The first number whose text does not fulfil a condition that holds for the first ones only, from a
    /// number on; the nearer it is, the sooner it is found.
    pub(super) fn partition_from(&self, from: u32, holds: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut step) = (from, 1);
        while low < self.len() {
            let next = low.saturating_add(step).min(self.len());
            if !holds(self.get(next - 1)) {
                break;
            }
            (low, step) = (next, step.saturating_mul(2));
        }
        let mut high = low.saturating_add(step).min(self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<u32>()
    }

    /// Gives back what was reserved and is not used.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// A number as a place in a list.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A place in a list as a number.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
