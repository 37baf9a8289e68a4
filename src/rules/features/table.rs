//! The closed table of features, by name in order. It is the vocabulary of every rule.

use crate::text::ids::pack as id;

use super::{
    Feature, Kind, Unit, accounts, cards, cheques, insurances, kin, life, line, loans, person, restrictions,
    scores, service, statements,
};

/// One row a feature: name, type, unit, label and reader.
macro_rules! features {
    ($($name:literal $kind:ident $unit:ident $label:ident $room:ident::$read:ident;)*) => {
        /// Every feature, by name in order.
        pub static FEATURES: &[Feature] = &[$(Feature {
            name: $name,
            kind: Kind::$kind,
            unit: Unit::$unit,
            label: id::$label,
            read: $room::$read,
        }),*];
    };
}

features! {
    "account.idle_balance"            Money Money       FEATURE_ACCOUNT_IDLE_BALANCE            accounts::idle_balance;
    "account.mismatch_count"          Whole Count       FEATURE_ACCOUNT_MISMATCH_COUNT          accounts::mismatch_count;
    "account.negative_count"          Whole Count       FEATURE_ACCOUNT_NEGATIVE_COUNT          accounts::negative_count;
    "account.worst_balance"           Money Money       FEATURE_ACCOUNT_WORST_BALANCE           accounts::worst_balance;
    "bill.paid_from"                  Text  None        FEATURE_BILL_PAID_FROM                  statements::bill_paid_from;
    "bill.payees"                     Whole Count       FEATURE_BILL_PAYEES                     statements::bill_payees;
    "business.day"                    Day   None        FEATURE_BUSINESS_DAY                    person::today;
    "card.limit_use"                  Whole Permille    FEATURE_CARD_LIMIT_USE                  cards::limit_use;
    "card.minimum_due"                Money Money       FEATURE_CARD_MINIMUM_DUE                cards::minimum_due;
    "card.over_limit_amount"          Money Money       FEATURE_CARD_OVER_LIMIT_AMOUNT          cards::over_limit_amount;
    "card.over_limit_count"           Whole Count       FEATURE_CARD_OVER_LIMIT_COUNT           cards::over_limit_count;
    "card.overdue_day"                Day   None        FEATURE_CARD_OVERDUE_DAY                cards::overdue_day;
    "card.overdue_days"               Whole Days        FEATURE_CARD_OVERDUE_DAYS               cards::overdue_days;
    "cheque.amount"                   Money Money       FEATURE_CHEQUE_AMOUNT                   cheques::amount;
    "cheque.count"                    Whole Count       FEATURE_CHEQUE_COUNT                    cheques::unpaid_count;
    "cheque.day"                      Day   None        FEATURE_CHEQUE_DAY                      cheques::day;
    "cheque.number"                   Text  None        FEATURE_CHEQUE_NUMBER                   cheques::number;
    "churn.before"                    Whole Permille    FEATURE_CHURN_BEFORE                    scores::churn_before;
    "churn.day"                       Day   None        FEATURE_CHURN_DAY                       scores::churn_day;
    "churn.now"                       Whole Permille    FEATURE_CHURN_NOW                       scores::churn_now;
    "complaint.count_90d"             Whole Count       FEATURE_COMPLAINT_COUNT_90D             service::count_90d;
    "complaint.open_count"            Whole Count       FEATURE_COMPLAINT_OPEN_COUNT            service::open_count;
    "complaint.open_day"              Day   None        FEATURE_COMPLAINT_OPEN_DAY              service::open_day;
    "complaint.open_owner"            Text  None        FEATURE_COMPLAINT_OPEN_OWNER            service::open_owner;
    "complaint.open_promise"          Text  None        FEATURE_COMPLAINT_OPEN_PROMISE          service::open_promise;
    "complaint.open_topic"            Text  None        FEATURE_COMPLAINT_OPEN_TOPIC            service::open_topic;
    "contact.address_age_months"      Whole Months      FEATURE_CONTACT_ADDRESS_AGE_MONTHS      person::address_age_months;
    "contact.has_address"             Flag  None        FEATURE_CONTACT_HAS_ADDRESS             person::has_address;
    "contact.has_email"               Flag  None        FEATURE_CONTACT_HAS_EMAIL               person::has_email;
    "contact.has_mobile"              Flag  None        FEATURE_CONTACT_HAS_MOBILE              person::has_mobile;
    "customer.age"                    Whole Years       FEATURE_CUSTOMER_AGE                    person::age;
    "customer.is_company"             Flag  None        FEATURE_CUSTOMER_IS_COMPANY             person::is_company;
    "customer.years"                  Whole Years       FEATURE_CUSTOMER_YEARS                  person::years;
    "deposit.count"                   Whole Count       FEATURE_DEPOSIT_COUNT                   accounts::deposit_count;
    "deposit.days_to_first_maturity"  Whole Days        FEATURE_DEPOSIT_DAYS_TO_FIRST_MATURITY  accounts::days_to_first_maturity;
    "deposit.first_maturity_amount"   Money Money       FEATURE_DEPOSIT_FIRST_MATURITY_AMOUNT   accounts::first_maturity_amount;
    "deposit.first_maturity_day"      Day   None        FEATURE_DEPOSIT_FIRST_MATURITY_DAY      accounts::first_maturity_day;
    "deposit.first_maturity_rate"     Whole BasisPoints FEATURE_DEPOSIT_FIRST_MATURITY_RATE     accounts::first_maturity_rate;
    "error.count_24h"                 Whole Count       FEATURE_ERROR_COUNT_24H                 service::errors_24h;
    "error.days_since_last"           Whole Days        FEATURE_ERROR_DAYS_SINCE_LAST           service::days_since_last_error;
    "error.last_clock"                Text  None        FEATURE_ERROR_LAST_CLOCK                service::last_error_clock;
    "error.last_day"                  Day   None        FEATURE_ERROR_LAST_DAY                  service::last_error_day;
    "error.last_operation"            Text  None        FEATURE_ERROR_LAST_OPERATION            service::last_error_operation;
    "error.last_refusal"              Text  None        FEATURE_ERROR_LAST_REFUSAL              service::last_refusal;
    "error.last_text"                 Text  None        FEATURE_ERROR_LAST_TEXT                 service::last_error_text;
    "error.repeated_24h"              Whole Count       FEATURE_ERROR_REPEATED_24H              service::repeated_24h;
    "fund.count"                      Whole Count       FEATURE_FUND_COUNT                      accounts::fund_count;
    "fund.value"                      Money Money       FEATURE_FUND_VALUE                      accounts::fund_value;
    "identity.known"                  Flag  None        FEATURE_IDENTITY_KNOWN                  person::identity_known;
    "insurance.home_days_left"        Whole Days        FEATURE_INSURANCE_HOME_DAYS_LEFT        insurances::home_days_left;
    "insurance.home_ends"             Day   None        FEATURE_INSURANCE_HOME_ENDS             insurances::home_ends;
    "insurance.home_price_until"      Day   None        FEATURE_INSURANCE_HOME_PRICE_UNTIL      insurances::home_price_until;
    "insurance.home_sold_at"          Text  None        FEATURE_INSURANCE_HOME_SOLD_AT          insurances::home_sold_at;
    "interaction.count_30d"           Whole Count       FEATURE_INTERACTION_COUNT_30D           service::interactions_30d;
    "kin.same"                        Text  None        FEATURE_KIN_SAME                        kin::same;
    "kin.same_by"                     Text  None        FEATURE_KIN_SAME_BY                     kin::same_by;
    "kin.twin"                        Text  None        FEATURE_KIN_TWIN                        kin::twin;
    "life_event.appointment_day"      Day   None        FEATURE_LIFE_EVENT_APPOINTMENT_DAY      life::appointment;
    "life_event.birth_day"            Day   None        FEATURE_LIFE_EVENT_BIRTH_DAY            life::birth;
    "life_event.exam_day"             Day   None        FEATURE_LIFE_EVENT_EXAM_DAY             life::exam;
    "life_event.marriage_day"         Day   None        FEATURE_LIFE_EVENT_MARRIAGE_DAY         life::marriage;
    "life_event.military_service_day" Day   None        FEATURE_LIFE_EVENT_MILITARY_SERVICE_DAY life::military_service;
    "life_event.moving_day"           Day   None        FEATURE_LIFE_EVENT_MOVING_DAY           life::moving;
    "life_event.retirement_day"       Day   None        FEATURE_LIFE_EVENT_RETIREMENT_DAY       life::retirement;
    "lifetime.rising"                 Flag  None        FEATURE_LIFETIME_RISING                 scores::lifetime_rising;
    "lifetime.worth"                  Money Money       FEATURE_LIFETIME_WORTH                  scores::lifetime_worth;
    "loan.home_running_count"         Whole Count       FEATURE_LOAN_HOME_RUNNING_COUNT         loans::home_running_count;
    "loan.in_debt_amount"             Money Money       FEATURE_LOAN_IN_DEBT_AMOUNT             loans::in_debt_amount;
    "loan.in_debt_day"                Day   None        FEATURE_LOAN_IN_DEBT_DAY                loans::in_debt_day;
    "loan.in_debt_lent"               Money Money       FEATURE_LOAN_IN_DEBT_LENT               loans::in_debt_lent;
    "loan.legal_amount"               Money Money       FEATURE_LOAN_LEGAL_AMOUNT               loans::legal_amount;
    "loan.legal_count"                Whole Count       FEATURE_LOAN_LEGAL_COUNT                loans::legal_count;
    "loan.legal_day"                  Day   None        FEATURE_LOAN_LEGAL_DAY                  loans::legal_day;
    "loan.overdue_count"              Whole Count       FEATURE_LOAN_OVERDUE_COUNT              loans::overdue_count;
    "loan.running_count"              Whole Count       FEATURE_LOAN_RUNNING_COUNT              loans::running_count;
    "loan.unpaid_amount"              Money Money       FEATURE_LOAN_UNPAID_AMOUNT              loans::unpaid_amount;
    "loan.unpaid_count"               Whole Count       FEATURE_LOAN_UNPAID_COUNT               loans::unpaid_count;
    "loan.unpaid_day"                 Day   None        FEATURE_LOAN_UNPAID_DAY                 loans::unpaid_day;
    "loan.worst_overdue_days"         Whole Days        FEATURE_LOAN_WORST_OVERDUE_DAYS         loans::worst_overdue_days;
    "name.known"                      Flag  None        FEATURE_NAME_KNOWN                      person::name_known;
    "name.mixed_alphabet"             Flag  None        FEATURE_NAME_MIXED_ALPHABET             person::name_mixed_alphabet;
    "offer.acceptance"                Whole Permille    FEATURE_OFFER_ACCEPTANCE                line::bound;
    "offer.amount"                    Money Money       FEATURE_OFFER_AMOUNT                    line::bound;
    "quote.amount"                    Money Money       FEATURE_QUOTE_AMOUNT                    line::bound;
    "quote.day"                       Day   None        FEATURE_QUOTE_DAY                       line::bound;
    "quote.kind"                      Text  None        FEATURE_QUOTE_KIND                      line::bound;
    "quote.made_on"                   Text  None        FEATURE_QUOTE_MADE_ON                   line::bound;
    "quote.rate"                      Whole BasisPoints FEATURE_QUOTE_RATE                      line::bound;
    "quote.until"                     Day   None        FEATURE_QUOTE_UNTIL                     line::bound;
    "restriction.bad_mood_day"        Day   None        FEATURE_RESTRICTION_BAD_MOOD_DAY        restrictions::bad_mood;
    "restriction.bereavement_day"     Day   None        FEATURE_RESTRICTION_BEREAVEMENT_DAY     restrictions::bereavement;
    "restriction.fraud_day"           Day   None        FEATURE_RESTRICTION_FRAUD_DAY           restrictions::fraud;
    "restriction.hardship_day"        Day   None        FEATURE_RESTRICTION_HARDSHIP_DAY        restrictions::hardship;
    "restriction.objection_day"       Day   None        FEATURE_RESTRICTION_OBJECTION_DAY       restrictions::objection;
    "salary.count_90d"                Whole Count       FEATURE_SALARY_COUNT_90D                statements::salaries;
    "salary.last_amount"              Money Money       FEATURE_SALARY_LAST_AMOUNT              statements::last_salary;
    "segment.behaviour"               Text  None        FEATURE_SEGMENT_BEHAVIOUR               scores::behaviour_segment;
    "segment.value"                   Text  None        FEATURE_SEGMENT_VALUE                   scores::value_segment;
    "statement.days_since_last_row"   Whole Days        FEATURE_STATEMENT_DAYS_SINCE_LAST_ROW   accounts::days_since_last_row;
}
