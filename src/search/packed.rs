//! Rising lists of numbers, each kept as steps from one to the next in as few bytes as they need.

use super::texts::{index, number};

/// Lists by number, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

/// The bits of a byte that carry a number; the eighth says that another byte follows.
const CARRIED: u32 = 7;
const MORE: u8 = 0x80;

impl Lists {
    /// Adds a rising list.
    pub(super) fn push(&mut self, list: impl Iterator<Item = u32>) {
        let mut before = 0;
        for value in list {
            let mut step = value.wrapping_sub(before);
            before = value;
            while step >= u32::from(MORE) {
                self.bytes.push(u8::try_from(step & 0x7f).unwrap_or_default() | MORE);
                step >>= CARRIED;
            }
            self.bytes.push(u8::try_from(step).unwrap_or_default());
        }
        self.ends.push(number(self.bytes.len()));
    }

    /// The list of a number; an unknown one is empty.
    pub(super) fn get(&self, list: u32) -> impl Iterator<Item = u32> + '_ {
        let mut rest = self.slice(list).iter();
        let mut value = 0_u32;
        std::iter::from_fn(move || {
            let mut step = 0_u32;
            let mut shift = 0;
            loop {
                let byte = *rest.next()?;
                step |= u32::from(byte & !MORE).checked_shl(shift).unwrap_or_default();
                if byte & MORE == 0 {
                    break;
                }
                shift += CARRIED;
            }
            value = value.wrapping_add(step);
            Some(value)
        })
    }

    /// The bytes of a list: the fewer, the rarer.
    pub(super) fn weight(&self, list: u32) -> usize {
        self.slice(list).len()
    }

    fn slice(&self, list: u32) -> &[u8] {
        let at = index(list);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.bytes.get(index(start)..index(end)).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_come_back(lists in prop::collection::vec(prop::collection::btree_set(any::<u32>(), 0..50), 0..20)) {
            let mut packed = Lists::default();
            for list in &lists {
                packed.push(list.iter().copied());
            }
            for (at, list) in lists.iter().enumerate() {
                prop_assert_eq!(packed.get(number(at)).collect::<Vec<_>>(), list.iter().copied().collect::<Vec<_>>());
            }
            prop_assert_eq!(packed.get(number(lists.len())).count(), 0);
        }
    }
}
