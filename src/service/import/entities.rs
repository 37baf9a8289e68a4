//! Rows that become records of a customer: what they refer to must exist and be of the same source.

use super::{Import, ImportError, Misfit, known::KnownAccount, seen::At, statements::AMOUNT_MAX};
use crate::{
    domain::{
        AccountId, CustomerNo, Fact, FactKind, customer::Manifest, fact::About, rate::ExchangeRate,
        statement::StatementRow,
    },
    money::Currency,
    service::{
        commit::{Held, expect},
        load::RECORDS_MAX,
        records::{self, Put},
    },
    store::tables,
};

impl Import<'_> {
    /// Takes a row: its facts are checked one and all, then written.
    pub(super) fn place(
        &mut self,
        at: At,
        facts: Vec<Fact>,
        currency: Option<Currency>,
    ) -> Result<Option<Misfit>, ImportError> {
        let facts = match <[Fact; 1]>::try_from(facts) {
            Ok([Fact::Statement(row)]) => return self.statement(at, row, currency),
            Ok([fact]) => vec![fact],
            Err(facts) => facts,
        };
        for fact in &facts {
            if let Some(misfit) = self.check_days(fact) {
                return Ok(Some(misfit));
            }
            if let Some(misfit) = self.check(fact, &facts)? {
                return Ok(Some(misfit));
            }
        }
        if let Some(misfit) = self.check_room(&facts)? {
            return Ok(Some(misfit));
        }
        for fact in &facts {
            if let Some(first) = self.record_double(fact, at) {
                return Ok(Some(self.double(first, false, None, &facts)));
            }
        }
        for fact in facts {
            self.report.totals.take(&fact, currency);
            self.write(fact)?;
        }
        Ok(None)
    }

    /// A statement row waits in the buffer until its account's turn.
    fn statement(
        &mut self,
        at: At,
        row: StatementRow,
        currency: Option<Currency>,
    ) -> Result<Option<Misfit>, ImportError> {
        let Some(account) = self.account(row.account)? else {
            return Ok(Some(Misfit::NoAccount(row.account)));
        };
        if !account.ours {
            return Ok(Some(self.foreign(account.customer)?));
        }
        if currency.is_some_and(|currency| currency != account.currency) {
            return Ok(Some(Misfit::OtherCurrency { found: currency, account: account.currency }));
        }
        self.buffer.push(at, row);
        Ok(None)
    }

    /// Nobody is born, or became a customer, after the business day.
    fn check_days(&self, fact: &Fact) -> Option<Misfit> {
        let Fact::Customer(customer) = fact else {
            return None;
        };
        let today = self.options.at.day();
        let days = [("birth", customer.birth), ("since", customer.since)];
        days.into_iter().find_map(|(column, day)| {
            let day = day.filter(|day| *day > today)?;
            Some(Misfit::Future { column, day, today })
        })
    }

    fn account(&mut self, id: AccountId) -> Result<Option<KnownAccount>, ImportError> {
        Ok(self.known.account(self.store, id, &self.feed.source)?)
    }

    /// The version key of a customer, on its way in this chunk.
    fn held(&mut self, no: CustomerNo) -> Result<Option<&mut Held>, ImportError> {
        use std::collections::btree_map::Entry;
        match self.assembly.customers.entry(no) {
            Entry::Occupied(entry) => Ok(Some(entry.into_mut())),
            Entry::Vacant(entry) => match self.known.customer(self.store, no, &self.feed.source)? {
                Some(held) => Ok(Some(entry.insert(held))),
                None => Ok(None),
            },
        }
    }

    fn foreign(&mut self, customer: CustomerNo) -> Result<Misfit, ImportError> {
        Ok(match self.held(customer)? {
            Some(held) => Misfit::OtherSource { customer, source: held.manifest().source.clone() },
            None => Misfit::NoCustomer(customer),
        })
    }

    /// The customer exists, or is in the row, and its number is of this source.
    fn check_customer(&mut self, no: CustomerNo, row: &[Fact]) -> Result<Option<Misfit>, ImportError> {
        let source = self.feed.source.clone();
        let made_here = row.iter().any(|fact| matches!(fact, Fact::Customer(customer) if customer.no == no));
        Ok(match self.held(no)? {
            Some(held) if held.manifest().source != source => {
                Some(Misfit::OtherSource { customer: no, source: held.manifest().source.clone() })
            }
            Some(_) => None,
            None => (!made_here).then_some(Misfit::NoCustomer(no)),
        })
    }

    fn check(&mut self, fact: &Fact, row: &[Fact]) -> Result<Option<Misfit>, ImportError> {
        let misfit = match fact.about() {
            About::Customer(no) => self.check_customer(no, row)?,
            About::Account(account) => self.check_account(account, row)?,
            About::Nobody => None,
        };
        if misfit.is_some() {
            return Ok(misfit);
        }
        if let Some((kind, number)) = records::numbered(fact)
            && let Some(misfit) = self.check_number(kind, number, fact)?
        {
            return Ok(Some(misfit));
        }
        match fact {
            Fact::Account(account) => self.check_terms(account),
            Fact::Deposit(deposit) => self.check_owner(deposit.account, deposit.customer, row),
            Fact::Disposition(disposition) => self.check_account(disposition.account, row),
            Fact::PostingRestriction(fact) => self.check_account(fact.account, row),
            Fact::Card(card) => card.account.map_or(Ok(None), |account| self.check_account(account, row)),
            Fact::Loan(loan) => loan.account.map_or(Ok(None), |account| self.check_account(account, row)),
            Fact::Customer(_)
            | Fact::Identifier(_)
            | Fact::Contact(_)
            | Fact::StandingOrder(_)
            | Fact::Holding(_)
            | Fact::ChannelError(_)
            | Fact::Complaint(_)
            | Fact::Interaction(_)
            | Fact::Consent(_)
            | Fact::Profile(_)
            | Fact::BouncedCheque(_)
            | Fact::Insurance(_)
            | Fact::LifeEvent(_)
            | Fact::Restriction(_)
            | Fact::OrganisationContact(_)
            | Fact::Outcome(_)
            | Fact::SignedOrder(_)
            | Fact::InvestorForm(_)
            | Fact::FundOrder(_)
            | Fact::Statement(_)
            | Fact::Rate(_) => Ok(None),
        }
    }

    /// The account exists, or is in the row, and its owner is of this source.
    fn check_account(&mut self, id: AccountId, row: &[Fact]) -> Result<Option<Misfit>, ImportError> {
        let made_here = row.iter().any(|fact| matches!(fact, Fact::Account(account) if account.id == id));
        match self.account(id)? {
            Some(account) if !account.ours => Ok(Some(self.foreign(account.customer)?)),
            Some(_) => Ok(None),
            None => Ok((!made_here).then_some(Misfit::NoAccount(id))),
        }
    }

    fn check_owner(
        &mut self,
        id: AccountId,
        customer: CustomerNo,
        row: &[Fact],
    ) -> Result<Option<Misfit>, ImportError> {
        match self.account(id)? {
            Some(account) if account.customer != customer => {
                Ok(Some(Misfit::OtherOwner { account: id, customer: account.customer }))
            }
            _ => self.check_account(id, row),
        }
    }

    /// A record with a number of its own keeps its customer.
    fn check_number(
        &mut self,
        kind: FactKind,
        number: u64,
        fact: &Fact,
    ) -> Result<Option<Misfit>, ImportError> {
        let owner = self.known.record_owner(self.store, kind, number)?;
        let About::Customer(no) = fact.about() else {
            return Ok(None);
        };
        Ok(owner.filter(|owner| *owner != no).map(|customer| Misfit::OtherHolder { number, customer }))
    }

    /// An account keeps its owner and its currency.
    fn check_terms(
        &mut self,
        account: &crate::domain::account::Account,
    ) -> Result<Option<Misfit>, ImportError> {
        if account.opening.is_some_and(|opening| opening.minor.unsigned_abs() > AMOUNT_MAX.unsigned_abs()) {
            return Ok(Some(Misfit::SumLarge));
        }
        Ok(match self.account(account.id)? {
            Some(known) if known.customer != account.customer => {
                Some(Misfit::OtherOwner { account: account.id, customer: known.customer })
            }
            Some(known) if known.currency != account.currency => {
                Some(Misfit::OtherCurrency { found: Some(account.currency), account: known.currency })
            }
            _ => None,
        })
    }

    /// A customer has no more records than can be read again; one that is stored already may change.
    fn check_room(&mut self, row: &[Fact]) -> Result<Option<Misfit>, ImportError> {
        for fact in row {
            let (Some(no), Some((kind, own))) = (self.owner(fact)?, records::own_id(fact)) else {
                continue;
            };
            let passed = u64::from(self.passed.records(no));
            let stored = self.held(no)?.map_or(0, |held| held.manifest().records());
            let then = stored.saturating_add(passed).saturating_add(row.len().try_into().unwrap_or(u64::MAX));
            let (table, key) = tables::fact(no, kind, &own);
            if usize::try_from(then).is_ok_and(|then| then <= RECORDS_MAX)
                || self.store.get(table, &key)?.is_some()
            {
                continue;
            }
            return Ok(Some(Misfit::TooManyRecords(no)));
        }
        Ok(None)
    }

    /// Rows with keys of their own may still mean the same record of a customer.
    fn record_double(&mut self, fact: &Fact, at: At) -> Option<At> {
        let (kind, own) = records::own_id(fact)?;
        let About::Customer(no) = fact.about() else {
            return None;
        };
        match kind {
            FactKind::Identifier
            | FactKind::Contact
            | FactKind::Disposition
            | FactKind::Holding
            | FactKind::Consent
            | FactKind::Profile
            | FactKind::LifeEvent
            | FactKind::Restriction
            | FactKind::Outcome
            | FactKind::InvestorForm
            | FactKind::FundOrder => self.seen.record(&tables::fact(no, kind, &own).1, at),
            FactKind::Customer
            | FactKind::Account
            | FactKind::Deposit
            | FactKind::Card
            | FactKind::Loan
            | FactKind::StandingOrder
            | FactKind::ChannelError
            | FactKind::Complaint
            | FactKind::Interaction
            | FactKind::BouncedCheque
            | FactKind::Insurance
            | FactKind::OrganisationContact
            | FactKind::SignedOrder
            | FactKind::PostingRestriction => None,
        }
    }

    fn write(&mut self, fact: Fact) -> Result<(), ImportError> {
        if let Fact::Rate(rate) = fact {
            return self.write_rate(&rate);
        }
        let Some(id) = records::own_id(&fact) else {
            return Ok(());
        };
        let Some(no) = self.owner(&fact)? else {
            return Ok(());
        };
        if matches!(fact, Fact::Customer(_)) && self.held(no)?.is_none() {
            let held = Held::new(0, Manifest::new(self.feed.source.clone()));
            self.assembly.customers.insert(no, held);
            self.known.made_customer(no);
        }
        let mut account = None;
        if let Fact::Account(made) = &fact {
            self.known.made_account(made);
            account = Some(made.id);
        }
        let store = self.store;
        let Some(held) = self.held(no)? else {
            return Ok(());
        };
        if let Some(altered) = held.alter(store, no, id, fact)? {
            self.assembly.fact(altered)?;
            if let Some(account) = account {
                self.touched.terms(account);
            }
        }
        Ok(())
    }

    fn owner(&mut self, fact: &Fact) -> Result<Option<CustomerNo>, ImportError> {
        match fact.about() {
            About::Customer(no) => Ok(Some(no)),
            About::Account(id) => Ok(self.account(id)?.map(|account| account.customer)),
            About::Nobody => Ok(None),
        }
    }

    fn write_rate(&mut self, rate: &ExchangeRate) -> Result<(), ImportError> {
        let place = tables::rate(rate.day, rate.currency);
        let stored = records::get::<ExchangeRate>(self.store, &place)?;
        let version = match stored {
            Some((_, stored)) if stored == *rate => return Ok(()),
            Some((version, _)) => version,
            None => 0,
        };
        self.assembly.expects.push(expect(place.clone(), version));
        self.assembly.put(Put::seal(place, rate)?);
        Ok(())
    }
}
